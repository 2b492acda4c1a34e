"use server";

import { z } from "zod";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { answerForm } from "@/lib/domain/assessments/answer-form";
import { paths } from "@/lib/paths";
import { clientAction } from "@/lib/server/form-action";

/** One answer, as soon as it is given. */
export const keepAnswer = clientAction(answerForm, async (scope, form) => {
  const { crisis } = await saveAnswer(scope, form);
  return { message: "Saved", ...(crisis && { shown: { crisis: "yes" } }) };
});

export const submit = clientAction(z.strictObject({ assessmentId: z.uuid() }), async (scope, { assessmentId }) => {
  await submitAssessment(scope, assessmentId);
  return { next: paths.portal.assessment(assessmentId) };
});
