"use server";

import { z } from "zod";
import { answerProposal, proposalAnswerForm } from "@/db/commands/protocol/answer-proposal";
import { declineSwap } from "@/db/commands/protocol/answer-swap";
import { beginWithoutBaseline } from "@/db/commands/protocol/begin-weeks";
import { decideOnPath, undoAtOnce } from "@/db/commands/protocol/decide-on-path";
import { keepPlan } from "@/db/commands/protocol/keep-plan";
import { moveEnrolment, withdrawMove } from "@/db/commands/protocol/move-enrolment";
import { rateAttempt, ratingForm } from "@/db/commands/protocol/rate-attempt";
import { paths, within } from "@/lib/paths";
import { beginForm } from "@/lib/protocol/begin-form";
import { decisionForm } from "@/lib/protocol/decision-form";
import { maintenancePlanForm } from "@/lib/protocol/maintenance-plan-form";
import { moveForm, withdrawMoveForm } from "@/lib/protocol/move-form";
import { declineSwapForm } from "@/lib/protocol/swap-request";
import { staffAction } from "@/server/form-action";

const pathOf = (clientId: string) => paths.client(clientId).protocol;

/** One decision about the path, then the path as it is now. */
export const decide = staffAction(decisionForm, async (scope, form) => {
  const { decisionId } = await decideOnPath(scope, form);
  return {
    next: form.change.kind === "undo" ? pathOf(form.clientId) : within(pathOf(form.clientId), `?done=${decisionId}`),
  };
});

const undoForm = z.strictObject({ id: z.uuid(), clientId: z.uuid(), undoes: z.uuid() });

/** Undo from the toast: without words, because nobody has read anything yet. */
export const undo = staffAction(undoForm, async (scope, form) => {
  await undoAtOnce(scope, form);
  return { refresh: true };
});

export const rate = staffAction(ratingForm, async (scope, form) => {
  await rateAttempt(scope, form);
  return { refresh: true };
});

/** The weeks do not wait for the first assessment any more. */
export const begin = staffAction(beginForm, async (scope, form) => {
  await beginWithoutBaseline(scope, form);
  return { refresh: true };
});

/** Keeps the answer. Accepted, it opens the change that was proposed, to be read and confirmed like any other. */
export const answer = staffAction(
  proposalAnswerForm.extend({ opens: z.string().regex(/^[a-zA-Z0-9=&-]{0,200}$/) }),
  async (scope, { opens, ...form }) => {
    await answerProposal(scope, form);
    return {
      next:
        form.answer === "accepted" && opens ? within(pathOf(form.clientId), `?${opens}#change`) : pathOf(form.clientId),
    };
  },
);

/** A no to a wish for another exercise. */
export const decline = staffAction(declineSwapForm, async (scope, form) => {
  await declineSwap(scope, form);
  return { next: pathOf(form.clientId) };
});

export const move = staffAction(moveForm, async (scope, form) => {
  await moveEnrolment(scope, form);
  return { next: pathOf(form.clientId) };
});

export const withdraw = staffAction(withdrawMoveForm, async (scope, form) => {
  await withdrawMove(scope, form);
  return { next: pathOf(form.clientId) };
});

/** The plan for the time after, written down together. */
export const writePlan = staffAction(maintenancePlanForm, async (scope, { id, clientId, ...plan }) => {
  await keepPlan(scope, { id, clientId, plan });
  return { refresh: true, message: "Kept. It is in the portal now." };
});
