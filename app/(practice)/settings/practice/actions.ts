"use server";

import { setPracticeLetters } from "@/db/commands/letters/set-practice-letters";
import { practiceLettersForm } from "@/lib/messages/sender-name";
import { staffAction } from "@/server/form-action";

export const saveLetters = staffAction(practiceLettersForm, async (scope, form) => {
  await setPracticeLetters(scope, form);
  return { refresh: true, message: "Saved. Letters look so from now on." };
});
