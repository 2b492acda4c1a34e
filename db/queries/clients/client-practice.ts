import { type AnyColumn, and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { attemptRating, distanceMove, exerciseAttempt, exerciseAttemptReflection } from "@/db/schema/exercises";
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

const attempt = alias(exerciseAttempt, "x");
const noticed = alias(distanceMove, "x");
const rated = alias(attemptRating, "t");
const reply = alias(message, "m");
const answered = alias(signalAnswer, "x");
const author = alias(account, "a");

export type PractisedExercise = {
  exercise: string;
  form: ExerciseForm;
  date: string;
  outcome: AttemptOutcome;
  skipReason: string | null;
  anxietyBefore: number | null;
  anxietyAfter: number | null;
  /** 0 to 4, as the client said it. */
  howItWent: number | null;
  /** 0 to 4, the newest by a therapist. */
  rating: number | null;
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
const ofClient = (row: { practiceId: AnyColumn; clientId: AnyColumn }) =>
  sql`${row.practiceId} = ${client.practiceId} and ${row.clientId} = ${client.id}`;
const figures = sql`'exercise', ${attempt.exerciseKey}, 'form', ${attempt.form}, 'date', ${attempt.localDate}, 'outcome', ${attempt.outcome},
  'skipReason', ${attempt.skipReason}, 'howItWent', ${attempt.howItWent}, 'rating', (select ${rated.rating} from ${attemptRating} ${rated}
    where ${rated.practiceId} = ${attempt.practiceId} and ${rated.attemptId} = ${attempt.id} order by ${rated.ratedAt} desc, ${rated.id} limit 1),
  'anxietyBefore', ${attempt.anxietyBefore}, 'anxietyAfter', ${attempt.anxietyAfter}`;

type Sealed<T> = T & { id: string; sealed: string };

/** What a client did, noticed and wrote on the path, in one statement. The overview records that it was read. */
export async function getClientPractice(scope: Scope<StaffActor>, clientId: string): Promise<ClientPractice> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const [row] = await tx
    .select({
      attempts: qualified<PractisedExercise[]>`coalesce((select jsonb_agg(jsonb_build_object(${figures})
        order by ${attempt.localDate}, ${attempt.recordedAt}, ${attempt.exerciseKey}) from ${exerciseAttempt} ${attempt} where ${ofClient(attempt)}), '[]'::jsonb)`,
      moves: qualified<{ date: string; strategy: string }[]>`coalesce((select jsonb_agg(
        jsonb_build_object('date', ${noticed.localDate}, 'strategy', ${noticed.strategy})) from ${distanceMove} ${noticed} where ${ofClient(noticed)}), '[]'::jsonb)`,
      reflections: qualified<Sealed<PractisedExercise & { repliedAt: string | null }>[]>`coalesce((
        select jsonb_agg(r.one) from (select jsonb_build_object(${figures}, 'id', ${attempt.id}, 'sealed', ${attempt.reflectionSealed},
          'repliedAt', (select max(${reply.sentAt}) from ${message} ${reply}
            where ${reply.practiceId} = ${attempt.practiceId} and ${reply.clientId} = ${attempt.clientId} and ${reply.attemptId} = ${attempt.id} and ${reply.authorId} <> ${client.accountId} and ${reply.takenBackAt} is null)) as one
          from ${exerciseAttempt} ${attempt} where ${ofClient(attempt)} and ${attempt.reflectionSealed} is not null
          order by ${attempt.recordedAt} desc, ${attempt.exerciseKey} limit ${newest}) r), '[]'::jsonb)`,
      reflectionCount: qualified<number>`(select count(*)::int from ${exerciseAttempt} ${attempt}
        where ${ofClient(attempt)} and ${attempt.reflectionSealed} is not null)`,
      answer: qualified<Sealed<{ week: number; by: string; at: string }> | null>`(
        select jsonb_build_object('id', ${answered.id}, 'week', ${answered.week}, 'sealed', ${answered.noteSealed}, 'by', ${author.name}, 'at', ${answered.answeredAt})
        from ${signalAnswer} ${answered} join ${account} ${author} on ${author.practiceId} = ${answered.practiceId} and ${author.id} = ${answered.answeredBy}
        where ${ofClient(answered)} order by ${answered.answeredAt} desc limit 1)`,
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
      words: exerciseAttemptReflection.read(sealed, { practiceId, id: one.id }),
      repliedAt: repliedAt ? new Date(repliedAt) : null,
    })),
    reflectionCount: row.reflectionCount,
    signalAnswer: answer && {
      week: answer.week,
      by: answer.by,
      at: new Date(answer.at),
      note: signalAnswerNote.read(answer.sealed, { practiceId, id: answer.id }),
    },
  };
}
