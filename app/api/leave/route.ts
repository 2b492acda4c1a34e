import { cookies } from "next/headers";
import { lookAtSession } from "@/db/queries/identity/pre-auth";
import { leftCookie } from "@/lib/identity/left-cookie";
import { endOwnSession, forgetHere } from "@/server/auth/end-session";
import { carriedToken, hashToken } from "@/server/auth/session-cookie";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { leaveUrl } from "@/server/leave-url";
import { logFault } from "@/server/log-fault";
import { isSameOrigin } from "@/server/same-origin";

/** Clearing the cache takes some browsers seconds: not where a page waits for it. No page of ours is in it. */
const cleared = (what: '"storage"' | '"cache", "storage"') => ({
  "clear-site-data": what,
  "cache-control": "no-store",
});

/** "Leave quickly" sends this as the page goes away: the session ends and the cookie with it. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const isPage = request.headers.get("sec-fetch-mode") === "navigate";
  const to = isPage ? await leaveUrl(await zoneOfSession().catch(() => undefined)) : "";
  await leaveEvenAlone();
  if (!isPage) return new Response(null, { status: 204, headers: cleared('"cache", "storage"') });
  // Sent as a form, without script: this page takes itself out of the way, and of the history.
  const page = `<!doctype html><meta http-equiv="refresh" content="0;url=${escaped(to)}"><title></title>`;
  return new Response(page, { headers: { ...cleared('"storage"'), "content-type": "text/html; charset=utf-8" } });
}

/** Where a browser comes that left without a network: what it still carried ends, and it is at the door. */
export async function GET(): Promise<Response> {
  const location = "/sign-in";
  // Another request may have ended it a moment before. Without the mark this address ends nothing.
  if (!(await cookies()).get(leftCookie))
    return new Response(null, { status: 303, headers: { "cache-control": "no-store", location } });
  await leaveEvenAlone();
  return new Response(null, { status: 303, headers: { ...cleared('"storage"'), location } });
}

/** Without the database the browser is emptied all the same; what it no longer carries ends by itself. */
async function leaveEvenAlone(): Promise<void> {
  try {
    await endOwnSession();
  } catch (error) {
    logFault("a sign-in could not be ended", error);
    await forgetHere();
  }
}

async function zoneOfSession(): Promise<string | undefined> {
  const token = await carriedToken();
  const look = token ? await lookAtSession(database(), hashToken(token), now()) : undefined;
  return look?.state === "live" ? look.session.actor.zone : undefined;
}

const escaped = (url: string): string => url.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
