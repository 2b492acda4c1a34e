import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import { recordsMergedInto } from "@/db/queries/clients/merged";
import type { StaffActor } from "@/lib/actor";
import { erasureStanding, grantRefusal, holdsInForce } from "@/lib/clients/erasure";
import type { AnswerErasureForm, EndHoldForm, ErasureNoteForm } from "@/lib/clients/erasure-forms";
import { pathTodayOf } from "@/lib/clients/standing";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { erasureStep, erasureStepReason, legalHold, legalHoldReason } from "../../schema/erasure";
import type { Scope } from "../../scope";
import { keepAccess } from "../identity/keep-access";
import { findPerson } from "../identity/person";
import { lockClient } from "../safety/lock-client";
import { keepErasureStep } from "./ask-erasure";

/** The client held, by who looks after them, with everything that was asked and answered so far. */
async function lockForErasure(scope: Scope<StaffActor>, clientId: string) {
  const { actor, tx } = scope;
  authorize(actor, "clients.erase");
  const row = await lockClient(scope, clientId);
  if (!row.mayHold) throw new NotFound();
  const { id, kind, decidedAt } = erasureStep;
  const steps = await tx
    .select({ id, kind, at: decidedAt })
    .from(erasureStep)
    .where(and(eq(erasureStep.practiceId, actor.practiceId), eq(erasureStep.clientId, clientId)));
  return { ...row, steps, standing: erasureStanding(steps) };
}

/** That somebody asked in a talk or by letter: whose pages are closed cannot ask there. */
export async function noteErasureAsked(
  scope: Scope<StaffActor>,
  { id, clientId, reason }: ErasureNoteForm,
): Promise<void> {
  const { steps, standing } = await lockForErasure(scope, clientId);
  if (steps.some((one) => one.id === id)) return;
  if (standing.is !== "none") throw new Refused("This was asked already, and stands above.");
  if (pathTodayOf(await getClientSteps(scope, clientId)).is === "merged")
    throw new Refused("This record was merged into another one. Note it there: both are erased together.");
  const { practiceId } = scope.actor;
  await keepErasureStep(scope, {
    ...{ id, clientId, kind: "asked" },
    reasonSealed: erasureStepReason.seal(reason, { practiceId, id }),
  });
}

/**
 * The practice’s answer, after a talk alone. Granted, every sign-in of theirs is over and the worker erases, as soon as no hold
 * stands; nobody who answers removes anything.
 */
export async function answerErasure(scope: Scope<StaffActor>, form: AnswerErasureForm): Promise<void> {
  const { actor, now } = scope;
  const { id, clientId, answer, talk, reason } = form;
  const { steps, standing, zone, accountId } = await lockForErasure(scope, clientId);
  if (steps.some((one) => one.id === id)) return;
  const today = localDate(now, zone);
  if (talk && talk.on > today)
    throw new Refused("The talk alone lies in the future.", { talkOn: "Choose a day until today." });
  if (standing.is !== "asked")
    throw new Refused(standing.is === "none" ? "Nobody has asked for it." : "This is answered already.");
  if (answer === "erase") {
    const refusal = grantRefusal({
      ...{ standing, today, askedOn: localDate(standing.since, zone) },
      isDischarged: pathTodayOf(await getClientSteps(scope, clientId)).is === "discharged",
      talkedAlone: talk?.unheard === true,
    });
    if (refusal) throw new Refused(refusal);
    const person = await findPerson(scope, accountId);
    if (person?.hasAccess) await keepAccess(scope, { accountId, decision: "withdrawn", reason });
  }
  const kind = answer === "erase" ? "granted" : "dropped";
  const told = { talkOn: talk?.on ?? null, talkWay: talk?.way ?? null, talkUnheard: talk?.unheard ?? null };
  const { practiceId } = actor;
  await keepErasureStep(scope, {
    ...{ id, clientId, kind, ...told },
    reasonSealed: erasureStepReason.seal(reason, { practiceId, id }),
  });
  if (answer !== "erase") return;
  // Other records of the same person go with it.
  for (const other of await recordsMergedInto(scope, clientId)) {
    const otherId = randomUUID();
    await keepErasureStep(scope, {
      ...{ id: otherId, clientId: other, kind, ...told },
      reasonSealed: erasureStepReason.seal(reason, { practiceId, id: otherId }),
    });
  }
}

/** A reason for which nothing of this record may be erased, from now on. */
export async function beginHold(scope: Scope<StaffActor>, { id, clientId, reason }: ErasureNoteForm): Promise<void> {
  await lockForErasure(scope, clientId);
  if ((await holdsOf(scope, clientId)).some((one) => one.id === id)) return;
  await keepHold(scope, { id, clientId, endsId: null, reason });
}

/** One hold is over; others stand. */
export async function endHold(scope: Scope<StaffActor>, { id, clientId, holdId, reason }: EndHoldForm): Promise<void> {
  await lockForErasure(scope, clientId);
  const holds = await holdsOf(scope, clientId);
  if (holds.some((one) => one.id === id)) return;
  if (!holdsInForce(holds).some((one) => one.id === holdId)) throw new NotFound();
  await keepHold(scope, { id, clientId, endsId: holdId, reason });
}

const holdsOf = ({ actor, tx }: Scope, clientId: string) =>
  tx
    .select({ id: legalHold.id, endsId: legalHold.endsId, at: legalHold.decidedAt })
    .from(legalHold)
    .where(and(eq(legalHold.practiceId, actor.practiceId), eq(legalHold.clientId, clientId)));

type Kept = { id: string; clientId: string; endsId: string | null; reason: string };

async function keepHold(scope: Scope<StaffActor>, { id, clientId, endsId, reason }: Kept): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  await tx.insert(legalHold).values({
    ...{ practiceId, id, clientId, endsId, decidedBy: actor.accountId, decidedAt: now },
    reasonSealed: legalHoldReason.seal(reason, { practiceId, id }),
  });
  await recordAudit(scope, endsId ? "clients.hold-ended" : "clients.hold-begun", { id, clientId });
}
