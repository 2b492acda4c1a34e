"use server";

import { setRetention } from "@/db/commands/clients/set-retention";
import { setPracticeLetters } from "@/db/commands/letters/set-practice-letters";
import { retentionForm } from "@/lib/clients/erasure-forms";
import { practiceLettersForm } from "@/lib/messages/sender-name";
import { staffAction } from "@/server/form-action";

export const saveLetters = staffAction(practiceLettersForm, async (scope, form) => {
  await setPracticeLetters(scope, form);
  return { refresh: true, message: "Saved. Letters look so from now on." };
});

/** From now on, also for who was erased before. */
export const saveRetention = staffAction(
  retentionForm,
  async (scope, form) => {
    await setRetention(scope, form);
    return { refresh: true, message: "Saved. It holds from now on." };
  },
  { asksProof: true },
);
