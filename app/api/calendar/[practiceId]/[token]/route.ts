import { calendarOf } from "@/server/calendar";
import { now } from "@/server/clock";
import { database } from "@/server/database";

const noStore = { "cache-control": "no-store" };

type Given = { params: Promise<{ practiceId: string; token: string }> };

/** Asked for by a calendar program, which has no session: the address is the secret. */
export async function GET(_: Request, { params }: Given): Promise<Response> {
  const { practiceId, token } = await params;
  const body = await calendarOf(database(), { practiceId, token: token.replace(/\.ics$/, "") }, now());
  if (body === null) return new Response(null, { status: 404, headers: noStore });
  return new Response(body, { headers: { ...noStore, "content-type": "text/calendar; charset=utf-8" } });
}
