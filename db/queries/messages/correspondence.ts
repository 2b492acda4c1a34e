import { and, asc, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { stoodIn } from "@/db/queries/absence/away";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { client } from "@/db/schema/clients";
import { attemptSeen, exerciseAttempt, exerciseAttemptReflection } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import { message, messageBody } from "@/db/schema/messages";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { Exercise, ExerciseForm } from "@/lib/exercises/exercise";
import { authorize } from "@/lib/policy";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseIn } from "@/lib/protocol/own-steps";
import type { Help } from "@/lib/safety/region-contacts";
import { hasArrived } from "./arrived";

const reader = alias(account, "reader");
const therapist = alias(account, "therapist");

export type Letter = {
  id: string;
  body: string;
  sentAt: Date;
  fromClient: boolean;
  author: string;
  isOwn: boolean;
  /** The therapist for whom its author stood in when it was written. */
  standsInFor: string | null;
  readAt: Date | null;
  /** Null where nobody has read it, or nobody kept who. */
  readBy: string | null;
  attemptId: string | null;
};

export type Reflection = {
  attemptId: string;
  /** Its title in the form in which it was done. */
  exercise: string;
  form: ExerciseForm;
  date: string;
  outcome: "done" | "tried" | "skipped";
  words: string;
  recordedAt: Date;
  seenAt: Date | null;
  seenBy: string | null;
  replies: Letter[];
};

/** The thread, oldest first, and the reflections, newest first, each with its replies. */
export type Correspondence = { thread: Letter[]; reflections: Reflection[] };

const most = { letters: 200, reflections: 60 };

/** What the person who asks and their therapist wrote to each other. */
export async function getOwnCorrespondence(
  scope: Scope<ClientActor>,
): Promise<Correspondence & { therapistName: string; help: Help }> {
  const { people, help, written } = await atOnce({
    people: getOwnPeople(scope),
    help: getOwnHelp(scope),
    written: read(scope, scope.actor.clientId),
  });
  return { ...written, therapistName: people.therapistName, help };
}

/** All of it, for the person’s own file. */
export const getAllOwnCorrespondence = (scope: Scope<ClientActor>): Promise<Correspondence> => {
  const { clientId } = scope.actor;
  return writtenWith(scope, clientId, exercisesOf(scope, clientId), { letters: 20_000, reflections: 10_000 });
};

/** The same as on the page for staff who reach the client. Reading it is recorded. */
export async function getClientCorrespondence(
  scope: Scope<StaffActor>,
  clientId: string,
): Promise<Correspondence & { header: ClientHeader }> {
  authorize(scope.actor, "messages.staff");
  const header = await getClientHeader(scope, clientId);
  const correspondence = await read(scope, clientId);
  await recordAudit(scope, "messages.read", { id: clientId, clientId });
  return { ...correspondence, header };
}

const read = (scope: Scope<ClientActor | StaffActor>, clientId: string): Promise<Correspondence> =>
  writtenWith(scope, clientId, exercisesOf(scope, clientId), most);

/** The newest of it, with the exercises of the path that it is about. The caller has looked the client up in scope. */
export async function writtenWith(
  scope: Scope<ClientActor | StaffActor>,
  clientId: string,
  exercisesOfPath: Promise<Map<string, Exercise>> | Map<string, Exercise>,
  limit: { letters: number; reflections: number },
): Promise<Correspondence> {
  const { letters, exercises, rows } = await atOnce({
    letters: lettersOf(scope, clientId, limit.letters),
    exercises: exercisesOfPath,
    rows: reflectionsOf(scope, clientId, limit.reflections),
  });
  return {
    thread: letters.filter((letter) => letter.attemptId === null),
    reflections: rows.map(({ exerciseKey, ...row }) => ({
      ...row,
      exercise: titleIn(exercises.get(exerciseKey), row.form),
      replies: letters.filter((letter) => letter.attemptId === row.attemptId),
    })),
  };
}

/** What has arrived, and one's own that is still on its way; nothing that was taken back. */
async function lettersOf(
  { actor, tx, now }: Scope<ClientActor | StaffActor>,
  clientId: string,
  count: number,
): Promise<Letter[]> {
  const rows = await tx
    .select({
      id: message.id,
      bodySealed: message.bodySealed,
      sentAt: message.sentAt,
      readAt: message.readAt,
      readBy: reader.name,
      authorId: message.authorId,
      attemptId: message.attemptId,
      author: account.name,
      role: account.role,
      standsInFor: sql<
        string | null
      >`case when ${stoodIn(client.therapistId, message.authorId, message.sentAt)} then ${therapist.name} end`,
    })
    .from(message)
    .innerJoin(account, and(eq(account.practiceId, message.practiceId), eq(account.id, message.authorId)))
    .innerJoin(client, and(eq(client.practiceId, message.practiceId), eq(client.id, message.clientId)))
    .innerJoin(therapist, and(eq(therapist.practiceId, client.practiceId), eq(therapist.id, client.therapistId)))
    .leftJoin(reader, and(eq(reader.practiceId, message.practiceId), eq(reader.id, message.readBy)))
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, clientId),
        isNull(message.takenBackAt),
        or(hasArrived(now), eq(message.authorId, actor.accountId)),
      ),
    )
    .orderBy(desc(message.sentAt), desc(message.id))
    .limit(count);
  return rows
    .map(({ bodySealed, role, authorId, ...row }) => ({
      ...row,
      isOwn: authorId === actor.accountId,
      fromClient: role === "client",
      body: messageBody.read(bodySealed, { practiceId: actor.practiceId, id: row.id }),
    }))
    .reverse();
}

async function reflectionsOf({ actor, tx }: Scope, clientId: string, count: number) {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      attemptId: exerciseAttempt.id,
      exerciseKey: exerciseAttempt.exerciseKey,
      form: exerciseAttempt.form,
      date: exerciseAttempt.localDate,
      outcome: exerciseAttempt.outcome,
      recordedAt: exerciseAttempt.recordedAt,
      reflectionSealed: exerciseAttempt.reflectionSealed,
      seenAt: attemptSeen.seenAt,
      seenBy: account.name,
    })
    .from(exerciseAttempt)
    .leftJoin(
      attemptSeen,
      and(eq(attemptSeen.practiceId, exerciseAttempt.practiceId), eq(attemptSeen.attemptId, exerciseAttempt.id)),
    )
    .leftJoin(account, and(eq(account.practiceId, attemptSeen.practiceId), eq(account.id, attemptSeen.seenBy)))
    .where(
      and(
        eq(exerciseAttempt.practiceId, practiceId),
        eq(exerciseAttempt.clientId, clientId),
        isNotNull(exerciseAttempt.reflectionSealed),
      ),
    )
    .orderBy(desc(exerciseAttempt.recordedAt), asc(exerciseAttempt.exerciseKey))
    .limit(count);
  return rows.map(({ reflectionSealed, ...row }) => {
    const words = exerciseAttemptReflection.readOrNull(reflectionSealed, { practiceId, id: row.attemptId });
    return { ...row, words: words ?? "" };
  });
}

const titleIn = (exercise: Exercise | undefined, form: ExerciseForm): string =>
  exercise ? exerciseIn(exercise, form).title : "An exercise";

async function exercisesOf(scope: Scope, clientId: string): Promise<Map<string, Exercise>> {
  const enrolment = await enrolmentOf(scope, clientId);
  return byKey(enrolment?.version ?? null);
}

export const byKey = (version: ProtocolVersion | null): Map<string, Exercise> =>
  new Map((version?.exercises ?? []).map((one) => [one.key, one]));
