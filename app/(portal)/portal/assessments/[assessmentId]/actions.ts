"use server";

import { z } from "zod";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { answerCheck } from "@/db/commands/safety/answer-check";
import { beginCheck } from "@/db/commands/safety/begin-check";
import { sendCheck } from "@/db/commands/safety/send-check";
import { answerForm } from "@/lib/assessments/answer-form";
import { paths } from "@/lib/paths";
import { checkAnswerForm, doorForm, sendCheckForm } from "@/lib/safety/check-form";
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
  const begun = await beginCheck(scope, form);
  return begun ? { shown: { sittingId: begun.sittingId, questions: JSON.stringify(begun.questions) } } : {};
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
