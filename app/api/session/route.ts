import { lookAtSession } from "@/db/queries/identity/doors";
import { secondsLeft } from "@/lib/domain/identity/session-limits";
import { hashToken, readSessionToken } from "@/lib/server/auth/session-cookie";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";

export const dynamic = "force-dynamic";

/** How long this sign-in lasts. Asking never makes it last longer. */
export async function GET(): Promise<Response> {
  const token = await readSessionToken();
  const at = now();
  const answer = token ? await lookAtSession(database(), hashToken(token), at) : undefined;
  const left = answer?.state === "live" ? secondsLeft(answer.session, at) : 0;
  return Response.json({ secondsLeft: left }, { headers: { "cache-control": "no-store" } });
}
