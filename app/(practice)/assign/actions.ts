"use server";

import { assignInstruments } from "@/db/commands/assessments/assign";
import { assignForm } from "@/lib/assessments/assign-form";
import { plural } from "@/lib/plural";
import { staffAction } from "@/server/form-action";

export const assign = staffAction(assignForm, async (scope, form) => {
  const { sittings } = await assignInstruments(scope, form);
  const message =
    sittings === 0
      ? "This was assigned already."
      : plural(sittings, "Assigned.", `Assigned: ${sittings} sittings over all dates and people.`);
  return { message };
});
