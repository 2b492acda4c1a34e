"use server";

import { beginForm, beginInstrument } from "@/db/commands/assessments/begin-instrument";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

export const begin = staffAction(beginForm, async (scope, form) => {
  const { key } = await beginInstrument(scope, form);
  return { next: paths.instrument(key).build };
});
