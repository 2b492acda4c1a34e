"use server";

import { mergeRecords, undoMerge } from "@/db/commands/clients/merge-records";
import { lifeStepForm } from "@/lib/clients/course-forms";
import { mergeForm } from "@/lib/clients/merge";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

/** Two records of one person: the one points at the other from then on. */
export const merge = staffAction(mergeForm, async (scope, form) => {
  await mergeRecords(scope, form);
  return { next: paths.client(form.intoId).record };
});

export const takeMergeBack = staffAction(lifeStepForm, async (scope, form) => {
  await undoMerge(scope, form);
  return { refresh: true };
});
