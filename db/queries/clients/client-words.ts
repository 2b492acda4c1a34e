import { and, asc, desc, eq, isNotNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { connectionCheck, connectionCheckNote } from "@/db/schema/connection";
import { correction } from "@/db/schema/draft";
import {
  attemptRating,
  distanceMove,
  distanceMoveInstead,
  distanceMoveSituation,
  exerciseAttempt,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "@/db/schema/exercises";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { readAttemptDetail } from "@/lib/exercises/attempt";
import type { DistanceMove } from "@/lib/exercises/distance-moves";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import type { Scope } from "../../scope";
import { type ClientHeader, getClientHeader } from "./client-overview";
import { type EarlierWords, earlierWords } from "./corrected-words";
import type { WrittenAttempt, WrittenCheck, WrittenEntry, WrittenMove } from "./written-entry";

export type ClientWords = {
  header: ClientHeader;
  /** Newest first. */
  entries: WrittenEntry[];
  /** What an entry said before its client changed it, by the id of the entry. */
  earlierWords: ReadonlyMap<string, readonly EarlierWords[]>;
  /** The instant of the first entry that did not fit; null on the last page. */
  earlier: Date | null;
};

const ENTRIES_A_PAGE = 30;
const kept = alias(correction, "k");

/** What a client wrote, newest first, from `until` backwards. Reading it is recorded. */
export async function getClientWords(
  scope: Scope<StaffActor>,
  clientId: string,
  until: Date | null = null,
): Promise<ClientWords> {
  authorize(scope.actor, "clients.read");
  const { header, entries } = await atOnce({
    header: getClientHeader(scope, clientId),
    entries: writtenEntries(scope, clientId, until ?? scope.now),
  });
  const shown = entries.slice(0, ENTRIES_A_PAGE);
  const before = await earlierWords(scope, shown);
  await recordAudit(scope, "clients.words-read", { id: clientId, clientId });
  return { header, entries: shown, earlierWords: before, earlier: entries[ENTRIES_A_PAGE]?.at ?? null };
}

/** The newest of each kind, as many as one page can hold of it. */
async function writtenEntries(scope: Scope<StaffActor>, clientId: string, until: Date): Promise<WrittenEntry[]> {
  const { attempts, checks, moves } = await atOnce({
    attempts: attemptsOf(scope, clientId, until),
    checks: checksOf(scope, clientId, until),
    moves: movesOf(scope, clientId, until),
  });
  const entries: WrittenEntry[] = [...attempts, ...checks, ...moves];
  return entries.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}

async function attemptsOf({ actor, tx }: Scope<StaffActor>, clientId: string, until: Date): Promise<WrittenAttempt[]> {
  const { practiceId } = actor;
  const rating = tx
    .select({ rating: attemptRating.rating })
    .from(attemptRating)
    .where(
      and(eq(attemptRating.practiceId, exerciseAttempt.practiceId), eq(attemptRating.attemptId, exerciseAttempt.id)),
    )
    .orderBy(desc(attemptRating.ratedAt), asc(attemptRating.id))
    .limit(1);
  const rows = await tx
    .select({
      id: exerciseAttempt.id,
      date: exerciseAttempt.localDate,
      at: exerciseAttempt.recordedAt,
      exercise: exerciseAttempt.exerciseKey,
      form: exerciseAttempt.form,
      outcome: exerciseAttempt.outcome,
      skipReason: exerciseAttempt.skipReason,
      anxietyBefore: exerciseAttempt.anxietyBefore,
      anxietyAfter: exerciseAttempt.anxietyAfter,
      howItWent: exerciseAttempt.howItWent,
      howHard: exerciseAttempt.howHard,
      rating: sql<number | null>`(${rating})`,
      detailsSealed: exerciseAttempt.detailsSealed,
      reflectionSealed: exerciseAttempt.reflectionSealed,
    })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, practiceId),
        eq(exerciseAttempt.clientId, clientId),
        lte(exerciseAttempt.recordedAt, until),
      ),
    )
    .orderBy(desc(exerciseAttempt.recordedAt), desc(exerciseAttempt.id))
    .limit(ENTRIES_A_PAGE + 1);
  return rows.map(({ detailsSealed, reflectionSealed, ...row }) => {
    const given = exerciseAttemptDetails.readOrNull(detailsSealed, { practiceId, id: row.id });
    return {
      ...row,
      kind: "attempt",
      ...readAttemptDetail(given),
      reflection: exerciseAttemptReflection.readOrNull(reflectionSealed, { practiceId, id: row.id }),
    };
  });
}

/** A note that was taken out again was written all the same. */
const hadNote = qualified`exists (select 1 from ${correction} ${kept} where ${kept.practiceId} = ${connectionCheck.practiceId}
  and ${kept.checkId} = ${connectionCheck.id} and ${kept.before} ->> 'note_sealed' is not null)`;

async function checksOf({ actor, tx }: Scope<StaffActor>, clientId: string, until: Date): Promise<WrittenCheck[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: connectionCheck.id,
      date: connectionCheck.localDate,
      at: connectionCheck.recordedAt,
      score: connectionCheck.score,
      noteSealed: connectionCheck.noteSealed,
    })
    .from(connectionCheck)
    .where(
      and(
        eq(connectionCheck.practiceId, practiceId),
        eq(connectionCheck.clientId, clientId),
        or(isNotNull(connectionCheck.noteSealed), hadNote),
        lte(connectionCheck.recordedAt, until),
      ),
    )
    .orderBy(desc(connectionCheck.recordedAt), desc(connectionCheck.id))
    .limit(ENTRIES_A_PAGE + 1);
  return rows.map(({ noteSealed, ...row }) => ({
    ...row,
    kind: "check",
    note: connectionCheckNote.readOrNull(noteSealed, { practiceId, id: row.id }) ?? "",
  }));
}

async function movesOf({ actor, tx }: Scope<StaffActor>, clientId: string, until: Date): Promise<WrittenMove[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: distanceMove.id,
      date: distanceMove.localDate,
      at: distanceMove.recordedAt,
      strategy: distanceMove.strategy,
      situationSealed: distanceMove.situationSealed,
      insteadSealed: distanceMove.insteadSealed,
    })
    .from(distanceMove)
    .where(
      and(
        eq(distanceMove.practiceId, practiceId),
        eq(distanceMove.clientId, clientId),
        lte(distanceMove.recordedAt, until),
      ),
    )
    .orderBy(desc(distanceMove.recordedAt), desc(distanceMove.id))
    .limit(ENTRIES_A_PAGE + 1);
  return rows.map(({ strategy, situationSealed, insteadSealed, ...row }) => ({
    ...row,
    kind: "move",
    move: strategy.replaceAll("_", "-") as DistanceMove,
    situation: distanceMoveSituation.readOrNull(situationSealed, { practiceId, id: row.id }),
    instead: distanceMoveInstead.readOrNull(insteadSealed, { practiceId, id: row.id }),
  }));
}
