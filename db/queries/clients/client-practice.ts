import { and, eq, sql } from "drizzle-orm";
import { client } from "@/db/schema/clients";
import { distanceMove, exerciseAttempt, exerciseAttemptReflection } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import { message } from "@/db/schema/messages";
import { signalAnswer, signalAnswerNote } from "@/db/schema/signals";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { AttemptOutcome } from "@/lib/exercises/attempt";
import type { DistanceMove } from "@/lib/exercises/distance-moves";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import type { NoticedMove } from "@/lib/exercises/moves-by-week";
import { authorize } from "@/lib/policy";

export type PractisedExercise = {
  exercise: string;
  form: ExerciseForm;
  date: string;
  outcome: AttemptOutcome;
  anxietyBefore: number | null;
  anxietyAfter: number | null;
};

export type LatestReflection = PractisedExercise & { id: string; words: string; repliedAt: Date | null };
export type SignalAnswerRecord = { week: number; note: string; by: string; at: Date };

export type ClientPractice = {
  attempts: PractisedExercise[];
  moves: NoticedMove[];
  reflections: LatestReflection[];
  reflectionCount: number;
  /** What was last decided about a fall in connection. */
  signalAnswer: SignalAnswerRecord | null;
};

const newest = 3;
const ofClient = sql`x.practice_id = ${client.practiceId} and x.client_id = ${client.id}`;
const figures = sql`'exercise', x.exercise_key, 'form', x.form, 'date', x.local_date, 'outcome', x.outcome,
  'anxietyBefore', x.anxiety_before, 'anxietyAfter', x.anxiety_after`;

type Sealed<T> = T & { id: string; sealed: string };

/** What a client did, noticed and wrote on the path, in one statement. The overview records that it was read. */
export async function getClientPractice(scope: Scope<StaffActor>, clientId: string): Promise<ClientPractice> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const [row] = await tx
    .select({
      attempts: sql<PractisedExercise[]>`coalesce((select jsonb_agg(jsonb_build_object(${figures})
        order by x.local_date, x.recorded_at, x.exercise_key) from ${exerciseAttempt} x where ${ofClient}), '[]'::jsonb)`,
      moves: sql<{ date: string; strategy: string }[]>`coalesce((select jsonb_agg(
        jsonb_build_object('date', x.local_date, 'strategy', x.strategy)) from ${distanceMove} x where ${ofClient}), '[]'::jsonb)`,
      reflections: sql<Sealed<PractisedExercise & { repliedAt: string | null }>[]>`coalesce((
        select jsonb_agg(r.one) from (select jsonb_build_object(${figures}, 'id', x.id, 'sealed', x.reflection_sealed,
          'repliedAt', (select max(m.sent_at) from ${message} m
            where m.practice_id = x.practice_id and m.client_id = x.client_id and m.attempt_id = x.id and m.author_id <> ${client.accountId})) as one
          from ${exerciseAttempt} x where ${ofClient} and x.reflection_sealed is not null
          order by x.recorded_at desc, x.exercise_key limit ${newest}) r), '[]'::jsonb)`,
      reflectionCount: sql<number>`(select count(*)::int from ${exerciseAttempt} x
        where ${ofClient} and x.reflection_sealed is not null)`,
      answer: sql<Sealed<{ week: number; by: string; at: string }> | null>`(
        select jsonb_build_object('id', x.id, 'week', x.week, 'sealed', x.note_sealed, 'by', a.name, 'at', x.answered_at)
        from ${signalAnswer} x join ${account} a on a.practice_id = x.practice_id and a.id = x.answered_by
        where ${ofClient} order by x.answered_at desc limit 1)`,
    })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  const { answer } = row;
  const { practiceId } = actor;
  return {
    attempts: row.attempts,
    moves: row.moves.map(({ date, strategy }) => ({ date, move: strategy.replaceAll("_", "-") as DistanceMove })),
    reflections: row.reflections.map(({ sealed, repliedAt, ...one }) => ({
      ...one,
      words: exerciseAttemptReflection.open(sealed, { practiceId, id: one.id }),
      repliedAt: repliedAt ? new Date(repliedAt) : null,
    })),
    reflectionCount: row.reflectionCount,
    signalAnswer: answer && {
      week: answer.week,
      by: answer.by,
      at: new Date(answer.at),
      note: signalAnswerNote.open(answer.sealed, { practiceId, id: answer.id }),
    },
  };
}
