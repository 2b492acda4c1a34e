"use server";

import { importForm, importInstrument } from "@/db/commands/assessments/import-instrument";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

export const importQuestionnaire = staffAction(importForm, async (scope, form) => {
  const { key } = await importInstrument(scope, form);
  return { next: paths.instrument(key).page };
});
