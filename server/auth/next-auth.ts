import "server-only";
import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signInWithPassword } from "@/db/commands/identity/sign-in";
import { signOut } from "@/db/commands/identity/sign-out";
import { log } from "@/db/log";
import { lookAtSession } from "@/db/queries/identity/pre-auth";
import { emailShape, typedPassword } from "@/lib/identity/shapes";
import { now } from "../clock";
import { database } from "../database";
import { env } from "../env";
import { readCaller } from "./caller";
import { carriedToken, cookieOptions, hashToken, sessionCookieName } from "./session-cookie";

type Entry = { id: string; sessionToken: string; email: null; name: null };

/** The same command as the sign-in page, with its limits. A second factor is asked for there, never here. */
export async function authorize(given: Record<string, string> | undefined): Promise<Entry | null> {
  const email = emailShape.safeParse(given?.email);
  const password = typedPassword.safeParse(given?.password);
  if (!email.success || !password.success) return null;
  const caller = await readCaller();
  const answer = await signInWithPassword(database(), { email: email.data, password: password.data }, caller, now());
  if (answer.result !== "session") return null;
  const earlier = await carriedToken();
  if (earlier) await signOut(database(), earlier, now());
  return { id: "session", sessionToken: answer.session.token, email: null, name: null };
}

/**
 * The door for programs: next-auth answers /api/auth (CSRF token, sign-in, session, sign-out) for clients that speak it.
 * Pages sign in by an action, which asks for a second factor and knows devices. Both write the same cookie and open the
 * same session, a random token that is looked up by its hash at each request.
 */
export function options(): NextAuthOptions {
  const { NEXTAUTH_SECRET, appUrl } = env();
  process.env.NEXTAUTH_URL ??= appUrl;
  return {
    secret: NEXTAUTH_SECRET,
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    session: { strategy: "jwt", maxAge: 12 * 3600 },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    providers: [
      Credentials({
        name: "E-mail",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize,
      }),
    ],
    jwt: {
      encode: async ({ token }) => {
        if (typeof token?.sessionToken !== "string") throw new Error("There is no session to write.");
        return token.sessionToken;
      },
      decode: async ({ token }) => {
        if (!token) return null;
        const answer = await lookAtSession(database(), hashToken(token), now());
        if (answer.state !== "live") return null;
        const { actor, endsAt } = answer.session;
        return { sessionToken: token, sub: actor.accountId, name: actor.name, endsAt: endsAt.toISOString() };
      },
    },
    callbacks: {
      jwt: ({ token, user }) =>
        user && "sessionToken" in user ? { ...token, sessionToken: user.sessionToken } : token,
      session: ({ session, token }) => ({
        user: { name: session.user?.name ?? null },
        expires: typeof token.endsAt === "string" ? token.endsAt : session.expires,
      }),
    },
    events: {
      signOut: async ({ token }) => {
        // A sign-in that locked itself reads as nobody's, and is ended all the same.
        const carried = typeof token?.sessionToken === "string" ? token.sessionToken : await carriedToken();
        if (carried) await signOut(database(), carried, now());
      },
    },
    logger: {
      error: (code) => {
        if (code !== "JWT_SESSION_ERROR") log.error({ code }, "next-auth");
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

type Context = { params: Promise<{ nextauth: string[] }> };

/** What the door for programs answers; the pages that next-auth would draw of its own are not ours. */
const answered =
  /^(GET (csrf|session|providers|signin|signout|error)|POST (signin\/credentials|callback\/credentials|signout))$/;

export async function authHandler(request: Request, context: Context): Promise<Response> {
  const asked = `${request.method} ${(await context.params).nextauth.join("/")}`;
  if (!answered.test(asked)) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return NextAuth(options())(request, context);
}
