import { lookAtSession, stayInSession } from "@/db/queries/identity/doors";
import { secondsLeft } from "@/lib/domain/identity/session-limits";
import { hashToken, readSessionToken } from "@/lib/server/auth/session-cookie";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { isSameOrigin } from "@/lib/server/same-origin";

export const dynamic = "force-dynamic";

/** How long this sign-in lasts. Asking never makes it last longer. */
export const GET = (): Promise<Response> => tell(lookAtSession);

/** "Stay signed in": a person pressed it, so it counts as activity. */
export async function POST(): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  return tell(stayInSession);
}

async function tell(look: typeof lookAtSession): Promise<Response> {
  const token = await readSessionToken();
  const at = now();
  const answer = token ? await look(database(), hashToken(token), at) : undefined;
  const left = answer?.state === "live" ? secondsLeft(answer.session, at) : 0;
  return Response.json({ secondsLeft: left }, { headers: { "cache-control": "no-store" } });
}
