import "server-only";
import { cookies } from "next/headers";
import { challengeCookieName, cookieOptions } from "./session-cookie";

export async function readChallenge(): Promise<string | undefined> {
  return (await cookies()).get(challengeCookieName())?.value;
}

export async function writeChallenge(token: string, endsAt: Date): Promise<void> {
  (await cookies()).set(challengeCookieName(), token, { ...cookieOptions(), expires: endsAt });
}

export async function clearChallenge(): Promise<void> {
  (await cookies()).delete({ name: challengeCookieName(), ...cookieOptions() });
}
