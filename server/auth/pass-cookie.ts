import "server-only";
import { cookies } from "next/headers";
import { env } from "../env";
import { cookieOptions } from "./session-cookie";

const name = () => (env().isHttps ? "__Host-nearer-pass" : "nearer-pass");
const options = () => ({ ...cookieOptions(), sameSite: "strict" as const });

export async function readPass(): Promise<string | undefined> {
  return (await cookies()).get(name())?.value;
}

export async function writePass(token: string, endsAt: Date): Promise<void> {
  (await cookies()).set(name(), token, { ...options(), expires: endsAt });
}

export async function clearPass(): Promise<void> {
  (await cookies()).delete({ name: name(), ...options() });
}
