import { lookAtSession, stayInSession } from "@/db/queries/identity/pre-auth";
import { type SessionLook, secondsInAll, secondsLeft } from "@/lib/identity/session-limits";
import { hashToken, readSessionToken } from "@/server/auth/session-cookie";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { pageMark } from "@/server/page-mark";
import { isSameOrigin } from "@/server/same-origin";

export const dynamic = "force-dynamic";

/** How long this sign-in lasts. Asking never makes it last longer. */
export const GET = (request: Request): Promise<Response> => tell(request, lookAtSession);

/** "Stay signed in": a person pressed it, so it counts as activity. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  return tell(request, stayInSession);
}

/** A page that another person opened is told so, and keeps nobody signed in. */
async function tell(request: Request, look: typeof lookAtSession): Promise<Response> {
  const token = await readSessionToken();
  const at = now();
  const seen = token ? await lookAtSession(database(), hashToken(token), at) : undefined;
  if (seen?.state === "locked") return answer({ secondsLeft: 0, whose: "nobody", isLocked: true });
  if (!token || seen?.state !== "live") return answer({ secondsLeft: 0, whose: "nobody" });
  const isOwn = request.headers.get("x-page-mark") === pageMark(seen.session.actor.accountId);
  if (!isOwn) return answer({ secondsLeft: secondsLeft(seen.session, at), whose: "another" });
  const left = look === lookAtSession ? seen : await look(database(), hashToken(token), at);
  if (left.state !== "live")
    return answer({ secondsLeft: 0, whose: "own", ...(left.state === "locked" && { isLocked: true }) });
  const { session } = left;
  return answer({ secondsLeft: secondsLeft(session, at), secondsInAll: secondsInAll(session, at), whose: "own" });
}

const answer = (look: SessionLook): Response => Response.json(look, { headers: { "cache-control": "no-store" } });
