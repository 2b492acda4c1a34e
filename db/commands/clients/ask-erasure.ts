import { and, desc, eq } from "drizzle-orm";
import { escalationPeopleOf } from "@/db/queries/safety/escalation-order";
import type { ClientActor, StaffActor } from "@/lib/actor";
import type { AuditAction } from "@/lib/audit/actions";
import { type ErasureStepKind, erasureStanding } from "@/lib/clients/erasure";
import type { AskErasureForm } from "@/lib/clients/erasure-forms";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { draft } from "../../schema/draft";
import { erasureStep } from "../../schema/erasure";
import type { Scope } from "../../scope";
import { type Proof, provePassword } from "../identity/prove-identity";
import { endPushElsewhere } from "../letters/push-here";
import { queueLetter } from "../letters/queue-letter";
import { endAgreement } from "./agree-to-consent";
import { lockOwnRow } from "./lock-client-row";

const written = {
  asked: "clients.erasure-asked",
  "taken-back": "clients.erasure-taken-back",
  dropped: "clients.erasure-dropped",
  granted: "clients.erasure-granted",
} as const satisfies Record<ErasureStepKind, AuditAction>;

type Kept = Omit<typeof erasureStep.$inferInsert, "practiceId" | "decidedAt" | "decidedBy">;

/** One row of what was asked or answered, after every earlier one. The caller holds the client. */
export async function keepErasureStep(scope: Scope<ClientActor | StaffActor>, step: Kept): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const earlier = await tx
    .select({ at: erasureStep.decidedAt })
    .from(erasureStep)
    .where(and(eq(erasureStep.practiceId, practiceId), eq(erasureStep.clientId, step.clientId)))
    .orderBy(desc(erasureStep.decidedAt))
    .limit(1);
  const decidedAt = afterAll(
    earlier.map(({ at }) => at),
    now,
  );
  await tx.insert(erasureStep).values({ practiceId, decidedBy: actor.accountId, decidedAt, ...step });
  await recordAudit(scope, written[step.kind], { id: step.id, clientId: step.clientId });
}

async function lockOwn(scope: Scope<ClientActor>) {
  const { actor, tx } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  const { id, kind, decidedAt } = erasureStep;
  const steps = await tx
    .select({ id, kind, at: decidedAt })
    .from(erasureStep)
    .where(and(eq(erasureStep.practiceId, actor.practiceId), eq(erasureStep.clientId, actor.clientId)));
  return { steps, standing: erasureStanding(steps) };
}

/**
 * The client asks to be erased: the agreement ends, so every page of theirs is closed, and what was begun is gone at once. The
 * record waits for a talk alone: whoever holds this phone may have asked, and can have nothing removed by it.
 */
export async function askErasure(
  scope: Scope<ClientActor>,
  { id, password }: AskErasureForm,
  limitSecret: string,
): Promise<Proof<true>> {
  const { actor, tx } = scope;
  const { steps, standing } = await lockOwn(scope);
  if (steps.some((one) => one.id === id) || standing.is !== "none") return { proved: true };
  const proof = await provePassword(scope, password, limitSecret);
  if ("problem" in proof) return proof;
  await keepErasureStep(scope, { id, clientId: actor.clientId, kind: "asked" });
  await endAgreement(scope);
  await tx.delete(draft).where(and(eq(draft.practiceId, actor.practiceId), eq(draft.accountId, actor.accountId)));
  await endPushElsewhere(scope, actor.accountId, null);
  const people = await escalationPeopleOf(scope, actor.clientId);
  for (const { accountId } of people.filter(({ level }) => level === people[0]?.level))
    await queueLetter(scope, { accountId, about: { kind: "erasure-asked", id } });
  return { proved: true };
}

/** Until the practice has answered. The agreement is given anew on its own page. */
export async function takeErasureBack(scope: Scope<ClientActor>, { id }: { id: string }): Promise<void> {
  const { steps, standing } = await lockOwn(scope);
  if (steps.some((one) => one.id === id)) return;
  if (standing.is !== "asked") throw new Refused("This is answered already. Ask your therapist about it.");
  await keepErasureStep(scope, { id, clientId: scope.actor.clientId, kind: "taken-back" });
}
