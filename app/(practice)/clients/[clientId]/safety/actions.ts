"use server";

import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { chooseAfterStop } from "@/db/commands/safety/choose-after-stop";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { noteOffered } from "@/db/commands/safety/propose";
import { markWordsRead } from "@/db/commands/safety/read-words";
import { confirmContactCard, saveContactCard, saveSafetyPlan } from "@/db/commands/safety/save-reach";
import { acknowledgeEvent, closeEvent, escalateEvent, noteEvent } from "@/db/commands/safety/take-step";
import { readWordsForm } from "@/lib/safety/check-form";
import { confirmCardForm, contactCardForm, safetyPlanForm } from "@/lib/safety/contact-card";
import {
  askCheckForm,
  clearForm,
  closeEventForm,
  escalateForm,
  eventForm,
  noteEventForm,
  raiseForm,
  stopChoiceForm,
  untoldForm,
} from "@/lib/safety/forms";
import { proposalUseForm } from "@/lib/safety/proposal-form";
import { staffAction } from "@/server/form-action";

export const acknowledge = staffAction(eventForm, async (scope, form) => {
  await acknowledgeEvent(scope, form);
  return { refresh: true };
});

export const escalate = staffAction(escalateForm, async (scope, form) => {
  await escalateEvent(scope, form);
  return { refresh: true };
});

export const note = staffAction(noteEventForm, async (scope, form) => {
  await noteEvent(scope, form);
  return { refresh: true };
});

/** A colleague who is never told about this client. */
export const setUntold = staffAction(untoldForm, async (scope, form) => {
  await decideUntold(scope, form);
  return { refresh: true, message: form.decision === "named" ? "Named. It holds from now on." : "Lifted." };
});

export const close = staffAction(closeEventForm, async (scope, form) => {
  await closeEvent(scope, form);
  return { refresh: true };
});

export const askCheck = staffAction(askCheckForm, async (scope, form) => {
  const { isFirst } = await askSafetyCheck(scope, form);
  return { refresh: true, message: isFirst ? "Asked." : "It was asked this practice week and is still open." };
});

export const raise = staffAction(raiseForm, async (scope, form) => {
  await raiseGate(scope, form);
  return {
    refresh: true,
    message:
      form.kind === "stop"
        ? "Written down. Nobody’s pages changed by it. Choose below what follows for joint steps."
        : "Written down. Nobody’s pages changed by it.",
  };
});

export const choose = staffAction(stopChoiceForm, async (scope, form) => {
  await chooseAfterStop(scope, form);
  return { refresh: true, message: "Your choice is kept." };
});

export const clear = staffAction(
  clearForm,
  async (scope, form) => {
    await clearGate(scope, form);
    return { refresh: true, message: "Cleared for twelve weeks." };
  },
  { asksProof: true },
);

export const markRead = staffAction(readWordsForm, async (scope, form) => {
  await markWordsRead(scope, form);
  return { refresh: true, message: "Noted, with your name and the time." };
});

export const offer = staffAction(proposalUseForm, async (scope, form) => {
  await noteOffered(scope, form);
  return { refresh: true, message: "Noted, with your name and the time." };
});

export const saveCard = staffAction(contactCardForm, async (scope, form) => {
  await saveContactCard(scope, form);
  return { refresh: true, message: "Saved. It counts from now on." };
});

export const confirmCard = staffAction(confirmCardForm, async (scope, { clientId }) => {
  await confirmContactCard(scope, { clientId });
  return { refresh: true, message: "Confirmed." };
});

export const savePlan = staffAction(safetyPlanForm, async (scope, form) => {
  await saveSafetyPlan(scope, form);
  return { refresh: true, message: "Saved." };
});
