"use server";

import { answerErasure, beginHold, endHold, noteErasureAsked } from "@/db/commands/clients/answer-erasure";
import { answerErasureForm, endHoldForm, erasureNoteForm } from "@/lib/clients/erasure-forms";
import { staffAction } from "@/server/form-action";

/** Asked in a talk or by letter. */
export const noteAsked = staffAction(erasureNoteForm, async (scope, form) => {
  await noteErasureAsked(scope, form);
  return { refresh: true };
});

/** What cannot be undone is answered by who shows once more that it is them. */
export const answer = staffAction(
  answerErasureForm,
  async (scope, form) => {
    await answerErasure(scope, form);
    return { refresh: true };
  },
  { asksProof: true },
);

export const hold = staffAction(erasureNoteForm, async (scope, form) => {
  await beginHold(scope, form);
  return { refresh: true, message: "Held. Nothing of this record is erased while this stands." };
});

export const letGo = staffAction(
  endHoldForm,
  async (scope, form) => {
    await endHold(scope, form);
    return { refresh: true };
  },
  { asksProof: true },
);
