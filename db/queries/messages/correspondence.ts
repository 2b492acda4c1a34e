import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { attemptSeen, exerciseAttempt, exerciseAttemptReflection } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import { message, messageBody } from "@/db/schema/messages";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { Exercise, ExerciseForm } from "@/lib/exercises/exercise";
import { authorize } from "@/lib/policy";
import { exerciseIn } from "@/lib/protocol/own-steps";
import type { Help } from "@/lib/safety/region-contacts";

export type Letter = {
  id: string;
  body: string;
  sentAt: Date;
  fromClient: boolean;
  author: string;
  readAt: Date | null;
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
  seen: boolean;
  replies: Letter[];
};

/** The thread, oldest first, and the reflections, newest first, each with its replies. */
export type Correspondence = { thread: Letter[]; reflections: Reflection[] };

const mostLetters = 200;
const mostReflections = 60;

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

/** The same for staff who reach the client. Reading it is recorded. */
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

/** The caller has looked the client up in scope. */
async function read(scope: Scope<ClientActor | StaffActor>, clientId: string): Promise<Correspondence> {
  const { letters, exercises, rows } = await atOnce({
    letters: lettersOf(scope, clientId),
    exercises: exercisesOf(scope, clientId),
    rows: reflectionsOf(scope, clientId),
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

async function lettersOf({ actor, tx }: Scope, clientId: string): Promise<Letter[]> {
  const rows = await tx
    .select({
      id: message.id,
      bodySealed: message.bodySealed,
      sentAt: message.sentAt,
      readAt: message.readAt,
      attemptId: message.attemptId,
      author: account.name,
      role: account.role,
    })
    .from(message)
    .innerJoin(account, and(eq(account.practiceId, message.practiceId), eq(account.id, message.authorId)))
    .where(and(eq(message.practiceId, actor.practiceId), eq(message.clientId, clientId)))
    .orderBy(desc(message.sentAt), desc(message.id))
    .limit(mostLetters);
  return rows
    .map(({ bodySealed, role, ...row }) => ({
      ...row,
      fromClient: role === "client",
      body: messageBody.open(bodySealed, { practiceId: actor.practiceId, id: row.id }),
    }))
    .reverse();
}

async function reflectionsOf({ actor, tx }: Scope, clientId: string) {
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
      seen: sql<boolean>`${attemptSeen.id} is not null`,
    })
    .from(exerciseAttempt)
    .leftJoin(
      attemptSeen,
      and(eq(attemptSeen.practiceId, exerciseAttempt.practiceId), eq(attemptSeen.attemptId, exerciseAttempt.id)),
    )
    .where(
      and(
        eq(exerciseAttempt.practiceId, practiceId),
        eq(exerciseAttempt.clientId, clientId),
        isNotNull(exerciseAttempt.reflectionSealed),
      ),
    )
    .orderBy(desc(exerciseAttempt.recordedAt), asc(exerciseAttempt.exerciseKey))
    .limit(mostReflections);
  return rows.map(({ reflectionSealed, ...row }) => {
    const words = exerciseAttemptReflection.openOrNull(reflectionSealed, { practiceId, id: row.attemptId });
    return { ...row, words: words ?? "" };
  });
}

const titleIn = (exercise: Exercise | undefined, form: ExerciseForm): string =>
  exercise ? exerciseIn(exercise, form).title : "An exercise";

async function exercisesOf(scope: Scope, clientId: string): Promise<Map<string, Exercise>> {
  const enrolment = await enrolmentOf(scope, clientId);
  if (!enrolment) return new Map();
  return new Map(enrolment.version.exercises.map((one) => [one.key, one]));
}
