import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { type GoalStepKind, nextGoalSteps } from "@/lib/goals/goal";
import type { ChangeGoalForm, ReviewGoalForm, SetGoalForm } from "@/lib/goals/goal-forms";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { appointment } from "../../schema/appointments";
import { client } from "../../schema/clients";
import { goal, goalStep, goalStepNote, goalStepWords } from "../../schema/goals";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { lockClientRow } from "../clients/lock-client-row";
import { requireHere } from "../clients/require-here";

type Agreed = Pick<SetGoalForm, "words" | "measure" | "line" | "shown" | "agreedWith" | "agreedHow" | "agreedOn">;

/** Writes a goal down with a client, once per id, with what was agreed about it. */
export async function setGoal(scope: Scope<StaffActor>, { id, clientId, ...agreed }: SetGoalForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "goals.keep");
  const { practiceId } = actor;
  await lockClientRow(scope, eq(client.id, clientId));
  const [before] = await tx
    .select({ clientId: goal.clientId, stepId: goalStep.id, wordsSealed: goalStep.wordsSealed })
    .from(goal)
    .innerJoin(goalStep, and(eq(goalStep.practiceId, goal.practiceId), eq(goalStep.goalId, goal.id)))
    .where(and(eq(goal.practiceId, practiceId), eq(goal.id, id), eq(goalStep.ordinal, 1)));
  if (before) {
    const isSame =
      before.clientId === clientId &&
      goalStepWords.read(before.wordsSealed, { practiceId, id: before.stepId }) === agreed.words;
    if (isSame) return;
    throw new Refused("This goal was written down already, in other words. Open the page anew to change it.");
  }
  await requireHere(scope, clientId);
  requirePast(scope, agreed);
  await tx.insert(goal).values({ practiceId, id, clientId, setBy: actor.accountId, setAt: now });
  await addStep(scope, { id, clientId }, { ...agreed, ordinal: 1, kind: "set" });
}

/** Other words, another line, or another choice about the portal, with the client’s agreement. */
export async function changeGoal(scope: Scope<StaffActor>, { goalId, seen, ...agreed }: ChangeGoalForm): Promise<void> {
  authorize(scope.actor, "goals.keep");
  const held = await lockGoal(scope, { goalId, seen });
  requireNext(held, "changed");
  requirePast(scope, agreed);
  await addStep(scope, held, { ...agreed, ordinal: seen + 1, kind: "changed" });
}

/** What was agreed as a goal was looked at together. What it is stays as it is. */
export async function reviewGoal(
  scope: Scope<StaffActor>,
  { goalId, seen, kind, appointmentId, note }: ReviewGoalForm,
): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "goals.keep");
  const held = await lockGoal(scope, { goalId, seen });
  requireNext(held, kind);
  if (appointmentId !== null) {
    const [known] = await tx
      .select({ id: appointment.id })
      .from(appointment)
      .where(
        and(
          eq(appointment.practiceId, actor.practiceId),
          eq(appointment.id, appointmentId),
          eq(appointment.clientId, held.clientId),
        ),
      );
    if (!known) throw new NotFound();
  }
  const { newest } = held;
  const words = goalStepWords.read(newest.wordsSealed, { practiceId: actor.practiceId, id: newest.id });
  const shown = newest.isShown ? ("yes" as const) : undefined;
  await addStep(scope, held, { ...newest, words, shown, ordinal: seen + 1, kind, appointmentId, note });
}

type Held = { id: string; clientId: string; newest: typeof goalStep.$inferSelect };

/** A goal that the caller may change, held with whose it is. What the page has not seen is said first. */
async function lockGoal(scope: Scope<StaffActor>, { goalId, seen }: { goalId: string; seen: number }): Promise<Held> {
  const { actor, tx } = scope;
  const [found] = await tx
    .select({ clientId: goal.clientId })
    .from(goal)
    .innerJoin(client, and(eq(client.practiceId, goal.practiceId), eq(client.id, goal.clientId)))
    .where(and(visibleClients(scope, "change"), eq(goal.id, goalId)));
  if (!found) throw new NotFound();
  await lockClientRow(scope, eq(client.id, found.clientId));
  const [newest] = await tx
    .select()
    .from(goalStep)
    .where(and(eq(goalStep.practiceId, actor.practiceId), eq(goalStep.goalId, goalId)))
    .orderBy(desc(goalStep.ordinal))
    .limit(1);
  if (!newest) throw new NotFound();
  if (newest.ordinal !== seen)
    throw new Refused("Something has changed about this goal since you opened this page. Look at it again first.");
  return { id: goalId, clientId: found.clientId, newest };
}

function requireNext({ newest }: Held, kind: GoalStepKind): void {
  if (!nextGoalSteps(newest.kind).includes(kind))
    throw new Refused("This goal is over. Take it up again first, so that the record says both.");
}

/** An agreement is something that was made, not something that is to come. */
function requirePast({ actor, now }: Scope<StaffActor>, { agreedOn }: Agreed): void {
  const sentence = "Choose a day that has come.";
  if (agreedOn > localDate(now, actor.zone)) throw new Refused(sentence, { agreedOn: sentence });
}

type Step = Agreed & {
  ordinal: number;
  kind: GoalStepKind;
  appointmentId?: string | null;
  note?: string | null;
};

async function addStep(
  scope: Scope<StaffActor>,
  { id: goalId, clientId }: Pick<Held, "id" | "clientId">,
  { ordinal, kind, words, measure, line, shown, agreedWith, agreedHow, agreedOn, appointmentId, note }: Step,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const id = randomUUID();
  await tx.insert(goalStep).values({
    ...{ practiceId, id, goalId, ordinal, kind, measure, line, isShown: shown === "yes" },
    ...{ agreedWith, agreedHow, agreedOn, appointmentId: appointmentId ?? null },
    wordsSealed: goalStepWords.seal(words, { practiceId, id }),
    noteSealed: goalStepNote.sealOrNull(note ?? null, { practiceId, id }),
    ...{ decidedBy: actor.accountId, decidedAt: now },
  });
  await recordAudit(scope, `goals.${kind}`, { id: goalId, clientId });
}
