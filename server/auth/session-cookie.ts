import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { signOut } from "@/db/commands/identity/sign-out";
import { leftCookie } from "@/lib/identity/left-cookie";
import { now } from "../clock";
import { database } from "../database";
import { env } from "../env";

/** `__Host-` binds the cookie to this host and to https; a browser refuses the prefix on plain http. */
export const sessionCookieName = () => (env().isHttps ? "__Host-nearer-session" : "nearer-session");
export const challengeCookieName = () => (env().isHttps ? "__Host-nearer-challenge" : "nearer-challenge");

export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, secure: env().isHttps, path: "/" });

/** What this browser carries, whatever it is worth. */
export async function carriedToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value;
}

/** The sign-in of this request. One that was left without a network comes with a mark that says so, and ends here. */
export async function readSessionToken(): Promise<string | undefined> {
  const token = await carriedToken();
  if (!token || !(await cookies()).get(leftCookie)) return token;
  await signOut(database(), token, now());
  return undefined;
}

export async function writeSessionToken(token: string, endsAt: Date): Promise<void> {
  const jar = await cookies();
  jar.delete(leftCookie);
  jar.set(sessionCookieName(), token, { ...cookieOptions(), expires: endsAt });
}

export async function clearSessionToken(): Promise<void> {
  const jar = await cookies();
  jar.delete(leftCookie);
  jar.delete({ name: sessionCookieName(), ...cookieOptions() });
}
