import { lockNow } from "@/db/commands/identity/lock-now";
import { hashToken, readSessionToken } from "@/server/auth/session-cookie";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { isSameOrigin } from "@/server/same-origin";

export const dynamic = "force-dynamic";

const headers = { "cache-control": "no-store" };

/** A screen for two was turned away from: nothing opens again before the therapist shows who they are. */
export async function POST(): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403, headers });
  const token = await readSessionToken();
  const isLocked = token !== undefined && (await lockNow(database(), hashToken(token), now()));
  return new Response(null, { status: isLocked ? 204 : 404, headers });
}
