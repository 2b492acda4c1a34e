"use server";

import { z } from "zod";
import { changeRule, changeRuleForm } from "@/db/commands/assessments/change-rule";
import { importResponse, importResponseForm } from "@/db/commands/assessments/import-response";
import { handOver } from "@/db/commands/assessments/in-session";
import {
  remindOfAssessment,
  rescheduleAssessment,
  rescheduleForm,
} from "@/db/commands/assessments/reschedule-assessment";
import { markAssessment } from "@/db/commands/assessments/review-assessment";
import { cancelAssignment, withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { limits, tooLong } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { writePass } from "@/server/auth/pass-cookie";
import { clearSessionToken } from "@/server/auth/session-cookie";
import { fhirBase } from "@/server/fhir-download";
import { staffAction } from "@/server/form-action";
import { mailIsSet } from "@/server/mail";

export const endAssignment = staffAction(z.strictObject({ assignmentId: z.uuid() }), async (scope, form) => {
  const { cancelled } = await cancelAssignment(scope, form.assignmentId);
  return { message: `Ended. ${cancelled} taken back.`, refresh: true };
});

export const changeRepeating = staffAction(changeRuleForm, async (scope, form) => {
  const { clientId } = await changeRule(scope, form);
  return { next: paths.client(clientId).assessments };
});

export const moveDays = staffAction(rescheduleForm, async (scope, form) => {
  await rescheduleAssessment(scope, form);
  return { message: "Saved", refresh: true };
});

const reminded = {
  queued: "A letter is on its way. It says that something is waiting, and nothing of what.",
  unwanted: "No letter goes out: they chose to get none. That you asked is on record.",
  known: "They have had a letter about this today. One a day is enough.",
};

export const remind = staffAction(z.strictObject({ assessmentId: z.uuid() }), async (scope, { assessmentId }) => {
  const queued = await remindOfAssessment(scope, assessmentId);
  if (queued === "queued" && !mailIsSet()) {
    return { message: "No letter goes out: mail is not set up. That you asked is on record." };
  }
  return { message: reminded[queued] };
});

/** The device shows one form from now on. */
export const handDevice = staffAction(z.strictObject({ assessmentId: z.uuid() }), async (scope, { assessmentId }) => {
  const { token, endsAt } = await handOver(scope, assessmentId);
  return {
    next: "/in-session",
    after: async () => {
      await writePass(token, endsAt);
      await clearSessionToken();
    },
  };
});

export const takeBack = staffAction(
  z.strictObject({
    assessmentId: z.uuid(),
    clientId: z.uuid(),
    reason: z.string().trim().max(limits.withdrawalReason, tooLong("withdrawalReason")).default(""),
  }),
  async (scope, { clientId, ...form }) => {
    await withdrawAssessment(scope, form);
    return { next: paths.client(clientId).assessments };
  },
);

/** What of the file has no place here is said before anybody goes on. */
export const importAnswers = staffAction(importResponseForm, async (scope, form) => {
  const { losses } = await importResponse(scope, { ...form, base: fhirBase() });
  return { message: "They are in the record.", shown: { id: form.id, losses } };
});

export const mark = staffAction(
  z.strictObject({ assessmentId: z.uuid(), mark: z.enum(["reviewed", "discussed", "not-discussed"]) }),
  async (scope, form) => {
    await markAssessment(scope, form);
    return { message: "Saved", refresh: true };
  },
);
