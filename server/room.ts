import "server-only";
import { createHmac } from "node:crypto";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { OpenSession } from "@/db/queries/identity/session";
import { cookieOptions } from "./auth/session-cookie";
import { env } from "./env";

const name = () => (env().isHttps ? "__Host-nearer-room" : "nearer-room");

/** Of one sign-in and no other: whoever signs in next begins with the switch off. */
const markOf = ({ actor }: OpenSession): string =>
  createHmac("sha256", env().NEXTAUTH_SECRET).update(`room of ${actor.sessionId}`).digest("base64url").slice(0, 22);

/** Whether the therapist said, in this browser and since signing in, that somebody looks on. */
export async function isSomebodyInRoom(session: OpenSession): Promise<boolean> {
  return (await cookies()).get(name())?.value === markOf(session);
}

/** Keeps it as long as the sign-in lasts, also where the browser is closed and opened again. */
export async function sayWhoIsInRoom(session: OpenSession, somebody: boolean): Promise<void> {
  const jar = await cookies();
  if (somebody) jar.set(name(), markOf(session), { ...cookieOptions(), expires: session.endsAt });
  else jar.delete({ name: name(), ...cookieOptions() });
}

export async function forgetRoom(): Promise<void> {
  (await cookies()).delete({ name: name(), ...cookieOptions() });
}

/** The title of a page whose own title would tell something: a tab and a history show it to whoever looks on. */
export async function titleBesideSomebody(title: string): Promise<Metadata> {
  return { title: (await cookies()).get(name()) ? "Nearer" : title };
}
