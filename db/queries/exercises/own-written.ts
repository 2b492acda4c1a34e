import { and, desc, eq, isNotNull, ne, or } from "drizzle-orm";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { connectionCheck, connectionCheckNote } from "@/db/schema/connection";
import {
  distanceMove,
  distanceMoveInstead,
  distanceMoveSituation,
  exerciseAttempt,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "@/db/schema/exercises";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { readAttemptDetail } from "@/lib/exercises/attempt";
import type { OwnAttempt } from "@/lib/exercises/reread";
import { authorize } from "@/lib/policy";
import { exerciseIn } from "@/lib/protocol/own-steps";

export type OwnNote = { id: string; date: string; score: number; note: string };
export type OwnMove = { id: string; date: string; situation: string | null; instead: string | null };
export type OwnWritten = { attempts: OwnAttempt[]; notes: OwnNote[]; moves: OwnMove[] };

/** Ten weeks of an exercise a day, for the guesses among them; of notes and moves the newest. */
const most = { attempts: 90, notes: 30 };

/** What the person who asks gave in exercises, in checks and about distance moves, newest first. Their own rows, and nobody else's. */
export async function getOwnWritten(scope: Scope<ClientActor>, limit: typeof most = most): Promise<OwnWritten> {
  authorize(scope.actor, "portal.use");
  const { enrolment, attempts, notes, moves } = await atOnce({
    enrolment: enrolmentOf(scope, scope.actor.clientId),
    attempts: attemptsOf(scope, limit.attempts),
    notes: notesOf(scope, limit.notes),
    moves: movesOf(scope, limit.notes),
  });
  const exercises = new Map(enrolment?.version.exercises.map((one) => [one.key, one]));
  return {
    attempts: attempts.map(({ key, form, ...one }) => {
      const exercise = exercises.get(key);
      return { ...one, title: exercise ? exerciseIn(exercise, form).title : "An exercise" };
    }),
    notes,
    moves,
  };
}

async function attemptsOf({ actor, tx }: Scope<ClientActor>, count: number) {
  const { practiceId, clientId } = actor;
  const rows = await tx
    .select({
      id: exerciseAttempt.id,
      key: exerciseAttempt.exerciseKey,
      form: exerciseAttempt.form,
      date: exerciseAttempt.localDate,
      howItWent: exerciseAttempt.howItWent,
      detailsSealed: exerciseAttempt.detailsSealed,
      reflectionSealed: exerciseAttempt.reflectionSealed,
    })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, practiceId),
        eq(exerciseAttempt.clientId, clientId),
        ne(exerciseAttempt.outcome, "skipped"),
        or(isNotNull(exerciseAttempt.detailsSealed), isNotNull(exerciseAttempt.reflectionSealed)),
      ),
    )
    .orderBy(desc(exerciseAttempt.recordedAt), desc(exerciseAttempt.id))
    .limit(count);
  return rows.map(({ detailsSealed, reflectionSealed, ...row }) => ({
    ...row,
    detail: readAttemptDetail(exerciseAttemptDetails.readOrNull(detailsSealed, { practiceId, id: row.id })).detail,
    reflection: exerciseAttemptReflection.readOrNull(reflectionSealed, { practiceId, id: row.id }),
  }));
}

async function notesOf({ actor, tx }: Scope<ClientActor>, count: number): Promise<OwnNote[]> {
  const { practiceId, clientId } = actor;
  const rows = await tx
    .select({
      id: connectionCheck.id,
      date: connectionCheck.localDate,
      score: connectionCheck.score,
      noteSealed: connectionCheck.noteSealed,
    })
    .from(connectionCheck)
    .where(
      and(
        eq(connectionCheck.practiceId, practiceId),
        eq(connectionCheck.clientId, clientId),
        isNotNull(connectionCheck.noteSealed),
      ),
    )
    .orderBy(desc(connectionCheck.recordedAt), desc(connectionCheck.id))
    .limit(count);
  return rows.map(({ noteSealed, ...row }) => ({
    ...row,
    note: connectionCheckNote.readOrNull(noteSealed, { practiceId, id: row.id }) ?? "",
  }));
}

async function movesOf({ actor, tx }: Scope<ClientActor>, count: number): Promise<OwnMove[]> {
  const { practiceId, clientId } = actor;
  const rows = await tx
    .select({
      id: distanceMove.id,
      date: distanceMove.localDate,
      situationSealed: distanceMove.situationSealed,
      insteadSealed: distanceMove.insteadSealed,
    })
    .from(distanceMove)
    .where(
      and(
        eq(distanceMove.practiceId, practiceId),
        eq(distanceMove.clientId, clientId),
        or(isNotNull(distanceMove.situationSealed), isNotNull(distanceMove.insteadSealed)),
      ),
    )
    .orderBy(desc(distanceMove.recordedAt), desc(distanceMove.id))
    .limit(count);
  return rows.map(({ situationSealed, insteadSealed, ...row }) => ({
    ...row,
    situation: distanceMoveSituation.readOrNull(situationSealed, { practiceId, id: row.id }),
    instead: distanceMoveInstead.readOrNull(insteadSealed, { practiceId, id: row.id }),
  }));
}
