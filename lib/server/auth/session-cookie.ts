import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { env } from "../env";

/** `__Host-` binds the cookie to this host and to https; a browser refuses the prefix on plain http. */
export const sessionCookieName = () => (env().isHttps ? "__Host-nearer-session" : "nearer-session");
export const challengeCookieName = () => (env().isHttps ? "__Host-nearer-challenge" : "nearer-challenge");

export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, secure: env().isHttps, path: "/" });

export async function readSessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value;
}

export async function writeSessionToken(token: string, endsAt: Date): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, { ...cookieOptions(), expires: endsAt });
}

export async function clearSessionToken(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), ...cookieOptions() });
}
