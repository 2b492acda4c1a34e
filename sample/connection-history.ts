import { connectionCheck, connectionCheckNote, connectionSummary } from "@/db/schema/connection";
import { keepConnection } from "@/lib/connection/connection-record";
import { addDays, datesFrom, daysBetween } from "@/lib/time/local-date";
import { noteAudit, noteLastActivity, type Seed, sealedOrNull, write } from "./seed-writer";
import type { Story } from "./timeline";
import { checkNotes } from "./words/reflections";

/** The level on a day: from the middle of one week to the middle of the next in a straight line. */
function levelOn(weeks: readonly number[], day: number): number {
  const place = Math.min(Math.max((day - 3) / 7, 0), weeks.length - 1);
  const before = weeks[Math.floor(place)] ?? 5;
  const after = weeks[Math.ceil(place)] ?? before;
  return before + (after - before) * (place - Math.floor(place));
}

/** About one check a day, with gaps, and the summary that is kept beside them. */
export function writeConnection(seed: Seed, story: Story): void {
  const { person, clientId, startDate, today, lastDay, path, chance, at, isAway } = story;
  if (person.connection.length === 0) return;
  const luck = chance("connection");
  const kept: { date: string; value: number }[] = [];
  for (const date of datesFrom(startDate, lastDay)) {
    const value = Math.round(levelOn(person.connection, daysBetween(startDate, date)) + luck.wobble() * 0.9);
    const keepsToday = luck.happens(person.keeps) || (date === addDays(today, -1) && !path.paused);
    const recordedAt = at(date, luck.between(17, 22), luck.between(0, 59));
    const note = luck.happens(0.08) ? luck.pick(checkNotes) : null;
    if (!keepsToday || !recordedAt || isAway(date)) continue;
    const score = Math.min(10, Math.max(1, value));
    const id = story.id("check", daysBetween(startDate, date));
    const noteSealed = sealedOrNull(connectionCheckNote, note, id);
    write(seed, connectionCheck, { id, clientId, localDate: date, score, noteSealed, recordedAt });
    noteAudit(seed, {
      at: recordedAt,
      by: story.client,
      action: "connection.check-saved",
      id,
      clientId,
    });
    noteLastActivity(seed, clientId, "connection", recordedAt);
    kept.push({ date, value: score });
  }
  if (kept.length === 0) return;
  write(seed, connectionSummary, {
    id: clientId,
    kept: keepConnection(kept, startDate, lastDay),
    updatedAt: story.now,
  });
}
