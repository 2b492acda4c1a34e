"use server";

import { z } from "zod";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { answerForm } from "@/lib/assessments/answer-form";
import { clearPass } from "@/server/auth/pass-cookie";
import { publicAction } from "@/server/form-action";
import { actInPass, handedBack, inPass } from "@/server/in-session";

export const keepAnswer = publicAction(answerForm, async (form) => {
  const { crisis } = await actInPass(form.assessmentId, (scope) => saveAnswer(scope, form));
  return { message: "Saved", ...(crisis && { shown: { crisis: "yes" } }) };
});

export const submit = publicAction(z.strictObject({ assessmentId: z.uuid() }), async ({ assessmentId }) => {
  await actInPass(assessmentId, async (scope, pass) => {
    await submitAssessment(scope, assessmentId);
    await pass.end();
  });
  return { next: handedBack, after: clearPass };
});

/** Ends the pass without sending. What was saved is kept, and can be finished later. */
export const handBack = publicAction(z.strictObject({}), async () => {
  await inPass((_scope, pass) => pass.end());
  return { next: handedBack, after: clearPass };
});
