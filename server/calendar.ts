import "server-only";
import ical from "ical-generator";
import type { Pool } from "pg";
import { z } from "zod";
import { tokenHash } from "@/db/commands/identity/one-time-token";
import { getWeekSessions } from "@/db/queries/appointments/appointments";
import { feedBy } from "@/db/queries/appointments/feed";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { feedEvents } from "@/lib/appointments/feed";

/** How far a calendar is told back and ahead (ours). */
const daysBack = 30;
const daysAhead = 180;
const day = 86_400_000;

type Asked = { practiceId: string; token: string };

/** The calendar behind a secret address as iCalendar (RFC 5545); null where there is none, whatever the reason. */
export async function calendarOf(pool: Pool, { practiceId, token }: Asked, now: Date): Promise<string | null> {
  if (!z.uuid().safeParse(practiceId).success) return null;
  const system: SystemActor = { kind: "system", role: "system", practiceId };
  const hash = tokenHash(token).toString("hex");
  const feed = await withScope(pool, system, now, (scope) => feedBy(scope, hash));
  if (!feed) return null;
  const span = { from: new Date(now.getTime() - daysBack * day), until: new Date(now.getTime() + daysAhead * day) };
  const sessions = await withScope(pool, feed.actor, now, (scope) => getWeekSessions(scope, span));
  const calendar = ical({
    name: "Nearer",
    prodId: { company: "Nearer", product: "Nearer", language: "EN" },
    ttl: 3600,
  });
  for (const { sequence, ...event } of feedEvents(sessions, feed.titles)) calendar.createEvent({ ...event, sequence });
  return calendar.toString();
}
