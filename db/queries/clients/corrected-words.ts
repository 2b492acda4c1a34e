import { and, desc, eq, sql } from "drizzle-orm";
import { connectionCheckNote } from "@/db/schema/connection";
import { correction } from "@/db/schema/draft";
import {
  distanceMoveInstead,
  distanceMoveSituation,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "@/db/schema/exercises";
import type { StaffActor } from "@/lib/actor";
import { readAttemptDetail, saidAsOne } from "@/lib/exercises/attempt";
import type { DistanceMove } from "@/lib/exercises/distance-moves";
import type { Scope } from "../../scope";
import type { WrittenEntry } from "./written-entry";

/** What something said before its client changed it, and when they did. */
export type EarlierWords = { entry: WrittenEntry; changedAt: Date };

/** A row as the database kept it. */
type Before = Readonly<Record<string, unknown>>;

/** What was corrected of these, the newest change first. */
export async function earlierWords(
  { actor, tx }: Scope<StaffActor>,
  entries: readonly WrittenEntry[],
): Promise<ReadonlyMap<string, readonly EarlierWords[]>> {
  const of = sql<string>`coalesce(${correction.checkId}, ${correction.attemptId}, ${correction.moveId})`;
  const rows = await tx
    .select({ id: of, before: sql<Before>`${correction.before}`, changedAt: correction.correctedAt })
    .from(correction)
    .where(
      and(eq(correction.practiceId, actor.practiceId), sql`${of} = any(${sql.param(entries.map(({ id }) => id))})`),
    )
    .orderBy(desc(correction.correctedAt), desc(correction.id));
  const earlier = new Map<string, EarlierWords[]>();
  for (const { id, before, changedAt } of rows) {
    const now = entries.find((one) => one.id === id);
    if (!now) continue;
    const told = earlier.get(id) ?? [];
    earlier.set(id, [...told, { entry: asItWas(now, before, actor.practiceId), changedAt }]);
  }
  return earlier;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" ? value : null);

function asItWas(now: WrittenEntry, before: Before, practiceId: string): WrittenEntry {
  const row = { practiceId, id: now.id };
  if (now.kind === "check") {
    const note = connectionCheckNote.readOrNull(text(before.note_sealed), row) ?? "";
    return { ...now, score: number(before.score) ?? now.score, note };
  }
  if (now.kind === "move")
    return {
      ...now,
      move: (text(before.strategy)?.replaceAll("_", "-") as DistanceMove | undefined) ?? now.move,
      situation: distanceMoveSituation.readOrNull(text(before.situation_sealed), row),
      instead: distanceMoveInstead.readOrNull(text(before.instead_sealed), row),
    };
  return {
    ...now,
    ...readAttemptDetail(exerciseAttemptDetails.readOrNull(text(before.details_sealed), row)),
    reflection: exerciseAttemptReflection.readOrNull(text(before.reflection_sealed), row),
    anxietyBefore: number(before.anxiety_before),
    anxietyAfter: number(before.anxiety_after),
    ...("how_hard" in before
      ? { howItWent: number(before.how_it_went), howHard: number(before.how_hard) }
      : saidAsOne(number(before.how_it_went))),
  };
}
