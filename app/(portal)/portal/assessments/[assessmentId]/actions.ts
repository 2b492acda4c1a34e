"use server";

import { z } from "zod";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { answerCheck } from "@/db/commands/safety/answer-check";
import { beginCheck } from "@/db/commands/safety/begin-check";
import { sendCheck } from "@/db/commands/safety/send-check";
import { walkCheck } from "@/db/commands/safety/walk-check";
import { answerForm } from "@/lib/assessments/answer-form";
import { paths } from "@/lib/paths";
import { checkAnswerForm, doorForm, sendCheckForm, walkForm } from "@/lib/safety/check-form";
import { clientAction } from "@/server/form-action";

/** One answer, as soon as it is given. */
export const keepAnswer = clientAction(answerForm, async (scope, form) => {
  const { crisis } = await saveAnswer(scope, form);
  return { message: "Saved", ...(crisis && { shown: { crisis: "yes" } }) };
});

export const submit = clientAction(z.strictObject({ assessmentId: z.uuid() }), async (scope, { assessmentId }) => {
  await submitAssessment(scope, assessmentId);
  return { next: paths.portal.assessment(assessmentId) };
});

/** The door of safety questions. Whoever is not alone is answered with nothing. */
export const openDoor = clientAction(doorForm, async (scope, form) => {
  const opened = await beginCheck(scope, form);
  return opened ? { shown: { opened: JSON.stringify(opened) } } : {};
});

/** One step without script: the page comes back with the next one. */
export const walk = clientAction(walkForm, async (scope, form) => {
  const { stage, itemId, opened, problem } = await walkCheck(scope, form);
  return { shown: { stage, itemId, opened: JSON.stringify(opened) }, ...(problem && { message: problem }) };
});

/** Answered alike whatever was answered. */
export const answerQuestion = clientAction(checkAnswerForm, async (scope, form) => {
  await answerCheck(scope, form);
  return {};
});

export const sendQuestions = clientAction(sendCheckForm, async (scope, form) => {
  await sendCheck(scope, form);
  return {};
});
