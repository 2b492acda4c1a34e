"use server";

import { releaseDimensions, releaseForm } from "@/db/commands/assessments/release-dimensions";
import { answerFollowUp } from "@/db/commands/couples/answer-follow-up";
import { answerSignal } from "@/db/commands/signals/answer-signal";
import { considerSignal } from "@/db/commands/signals/consider-signal";
import { setSignalAside } from "@/db/commands/signals/set-aside";
import { followUpForm } from "@/lib/couples/link-follow-up-form";
import { supportForm } from "@/lib/signals/lenses";
import { setAsideForm } from "@/lib/signals/set-aside-form";
import { signalAnswerForm } from "@/lib/signals/signal-support";
import { staffAction } from "@/server/form-action";

/** Shows the client their own five dimensions of one sitting, or takes that back. */
export const decideRelease = staffAction(releaseForm, async (scope, form) => {
  await releaseDimensions(scope, form);
  return { refresh: true };
});

/** Keeps what was decided about a fall in connection. */
export const decideSignal = staffAction(signalAnswerForm, async (scope, form) => {
  await answerSignal(scope, form);
  return { refresh: true };
});

/** Keeps what a signal may be about, and answers it. */
export const considerReason = staffAction(supportForm, async (scope, form) => {
  await considerSignal(scope, form);
  return { refresh: true };
});

/** Puts a signal off until a day, or keeps that it is known. */
export const setReasonAside = staffAction(setAsideForm, async (scope, form) => {
  await setSignalAside(scope, form);
  return { refresh: true };
});

/** What is looked after for one person after a link ended. */
export const followUp = staffAction(followUpForm, async (scope, form) => {
  await answerFollowUp(scope, form);
  return { refresh: true };
});
