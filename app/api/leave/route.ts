import { signOut } from "@/db/commands/identity/sign-out";
import { clearSessionToken, readSessionToken } from "@/lib/server/auth/session-cookie";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { isSameOrigin } from "@/lib/server/same-origin";

/** "Leave quickly" sends this as the page goes away: the session ends and the cookie with it. */
export async function POST(): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const token = await readSessionToken();
  if (token) await signOut(database(), token, now());
  await clearSessionToken();
  return new Response(null, { status: 204, headers: { "clear-site-data": '"cache", "storage"' } });
}
