"use server";

import { dropLimitsDraft, publishLimits, saveLimitsDraft } from "@/db/commands/clients/set-limits";
import { agreementDraftForm, dropAgreementForm, publishAgreementForm } from "@/lib/identity/consent-forms";
import { staffAction } from "@/server/form-action";

/** What the next version is to say. Nobody reads it before it is published. */
export const saveDraft = staffAction(agreementDraftForm, async (scope, form) => {
  await saveLimitsDraft(scope, form);
  return { refresh: true, message: "Saved as a draft. Below it stands as clients will read it." };
});

export const publishDraft = staffAction(publishAgreementForm, async (scope, form) => {
  await publishLimits(scope, form);
  return { refresh: true, message: "Published. Whoever agrees from now on reads this version." };
});

export const dropDraft = staffAction(dropAgreementForm, async (scope, form) => {
  await dropLimitsDraft(scope, form);
  return { refresh: true, message: "The draft is gone. What holds stays as it was." };
});
