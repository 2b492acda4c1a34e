"use server";

import { importForm, importInstrument, noteInWords } from "@/db/commands/assessments/import-instrument";
import { staffAction } from "@/server/form-action";

export const importQuestionnaire = staffAction(importForm, async (scope, form) => {
  const { key, notes } = await importInstrument(scope, form);
  return { message: "Imported as a draft.", shown: { key, notes: notes.map(noteInWords) } };
});
