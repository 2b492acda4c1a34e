import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { qualified } from "@/db/qualified";
import { isNewestStep } from "@/db/queries/appointments/appointment-rows";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { chartNotesOf } from "@/db/queries/connection/chart-notes";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { client } from "@/db/schema/clients";
import { goal, goalStep, goalStepNote, goalStepWords } from "@/db/schema/goals";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { ChartNote } from "@/lib/connection/chart-note";
import { type Goal, type GoalStep, isOpenAfter } from "@/lib/goals/goal";

const decider = alias(account, "d");
const at = alias(appointmentStep, "at");
const later = alias(goalStep, "gl");

/** When the session of a review began, as it stands now. */
const reviewedAt = qualified<Date | null>`(select ${at.startsAt} from ${appointmentStep} ${at}
  where ${at.practiceId} = ${goalStep.practiceId} and ${at.appointmentId} = ${goalStep.appointmentId}
  order by ${at.ordinal} desc limit 1)`.mapWith((value: string | null) => (value ? new Date(value) : null));

/** The goals of a client within reach with all that became of them, by when they were set. The page that shows them records it. */
export async function goalsOf(scope: Scope<StaffActor>, clientId: string): Promise<Goal[]> {
  const { practiceId } = scope.actor;
  const rows = await scope.tx
    .select({
      ...{ goalId: goal.id, id: goalStep.id, ordinal: goalStep.ordinal, kind: goalStep.kind },
      ...{ wordsSealed: goalStep.wordsSealed, noteSealed: goalStep.noteSealed },
      ...{ measure: goalStep.measure, line: goalStep.line, isShown: goalStep.isShown },
      ...{ agreedWith: goalStep.agreedWith, agreedHow: goalStep.agreedHow, agreedOn: goalStep.agreedOn },
      ...{ by: decider.name, at: goalStep.decidedAt, reviewedAt },
    })
    .from(goalStep)
    .innerJoin(goal, and(eq(goal.practiceId, goalStep.practiceId), eq(goal.id, goalStep.goalId)))
    .innerJoin(client, and(eq(client.practiceId, goal.practiceId), eq(client.id, goal.clientId)))
    .innerJoin(decider, and(eq(decider.practiceId, goalStep.practiceId), eq(decider.id, goalStep.decidedBy)))
    .where(and(visibleClients(scope), eq(goal.clientId, clientId)))
    .orderBy(asc(goal.setAt), asc(goal.id), asc(goalStep.ordinal));
  const steps = new Map<string, GoalStep[]>();
  for (const { goalId, id, wordsSealed, noteSealed, ...step } of rows) {
    const known = steps.get(goalId) ?? [];
    known.push({
      ...step,
      words: goalStepWords.read(wordsSealed, { practiceId, id }),
      note: goalStepNote.readOrNull(noteSealed, { practiceId, id }),
    });
    steps.set(goalId, known);
  }
  return [...steps].map(([id, of]) => ({ id, steps: of }));
}

/** A session that has begun, in which a goal may have been looked at. */
export type BegunSession = { id: string; startsAt: Date };

export type GoalsPage = {
  header: ClientHeader;
  mayChange: boolean;
  goals: Goal[];
  notes: ChartNote[];
  /** With this client alone, the newest first. */
  sessions: BegunSession[];
};

/** What was agreed with a client, and what stands on their chart in words. Reading it is recorded. */
export async function getGoalsPage(scope: Scope<StaffActor>, clientId: string): Promise<GoalsPage> {
  const { tx, now, actor } = scope;
  const { access, ...read } = await atOnce({
    header: getClientHeader(scope, clientId),
    access: getClientAccess(scope, clientId),
    goals: goalsOf(scope, clientId),
    notes: chartNotesOf(scope, clientId),
    sessions: tx
      .select({ id: appointment.id, startsAt: appointmentStep.startsAt })
      .from(appointment)
      .innerJoin(appointmentStep, isNewestStep)
      .where(
        and(
          eq(appointment.practiceId, actor.practiceId),
          eq(appointment.clientId, clientId),
          lte(appointmentStep.startsAt, now),
          inArray(appointmentStep.kind, ["booked", "moved", "kept", "reopened", "done"]),
        ),
      )
      .orderBy(sql`${appointmentStep.startsAt} desc`)
      .limit(6),
  });
  await recordAudit(scope, "goals.read", { id: clientId, clientId });
  return { ...read, mayChange: access.mayChange };
}

/** A condition on `goal_step`: nothing became of its goal since. */
const isNewestGoalStep = qualified`not exists (select 1 from ${goalStep} ${later} where ${later.practiceId} = ${goalStep.practiceId}
  and ${later.goalId} = ${goalStep.goalId} and ${later.ordinal} > ${goalStep.ordinal})`;

export type OwnGoal = { id: string; words: string; agreedOn: string };

/** What the client reads of their goals: the words of those that are worked towards and were chosen for their pages, and no line. */
export async function getOwnGoals({ actor, tx }: Scope<ClientActor>): Promise<OwnGoal[]> {
  const { practiceId, clientId } = actor;
  const rows = await tx
    .select({
      ...{ goalId: goal.id, id: goalStep.id, kind: goalStep.kind },
      ...{ wordsSealed: goalStep.wordsSealed, agreedOn: goalStep.agreedOn },
    })
    .from(goalStep)
    .innerJoin(goal, and(eq(goal.practiceId, goalStep.practiceId), eq(goal.id, goalStep.goalId)))
    .where(
      and(eq(goal.practiceId, practiceId), eq(goal.clientId, clientId), eq(goalStep.isShown, true), isNewestGoalStep),
    )
    .orderBy(asc(goal.setAt), asc(goal.id));
  return rows
    .filter(({ kind }) => isOpenAfter(kind))
    .map(({ goalId, id, wordsSealed, agreedOn }) => ({
      id: goalId,
      words: goalStepWords.read(wordsSealed, { practiceId, id }),
      agreedOn,
    }));
}
