"use server";

import { askForSwap, takeBackSwap } from "@/db/commands/exercises/ask-for-swap";
import { recordAttempt, skipExercise } from "@/db/commands/exercises/record-attempt";
import { attemptForm, skipForm } from "@/lib/exercises/attempt-form";
import { paths } from "@/lib/paths";
import { swapForm, takeBackForm } from "@/lib/protocol/swap-request";
import { clientAction } from "@/server/form-action";

const savedPage = (key: string) => paths.portal.exerciseSaved(key);

export const record = clientAction(attemptForm, async (scope, form) => {
  await recordAttempt(scope, form);
  return { next: savedPage(form.key) };
});

export const skip = clientAction(skipForm, async (scope, form) => {
  await skipExercise(scope, form);
  return { next: savedPage(form.key) };
});

export const swap = clientAction(swapForm, async (scope, form) => {
  await askForSwap(scope, form);
  return { message: "Sent. The answer comes here and on Today." };
});

export const takeBack = clientAction(takeBackForm, async (scope, form) => {
  await takeBackSwap(scope, form);
  return {};
});
