"use server";

import { assignInstruments } from "@/db/commands/assessments/assign";
import { assignForm } from "@/lib/domain/assessments/assign-form";
import { staffAction } from "@/lib/server/form-action";
import { sendWaiting } from "@/lib/server/waiting-mail";

/** Asks, and lets each person who has something to answer today know that something is waiting. */
export const assign = staffAction(assignForm, async (scope, form) => {
  const { sittings, waiting } = await assignInstruments(scope, form);
  const message =
    sittings === 0
      ? "This was assigned already."
      : sittings === 1
        ? "Assigned."
        : `Assigned: ${sittings} sittings over all dates and people.`;
  return {
    message,
    after: async () => {
      for (const { email } of waiting) await sendWaiting(email);
    },
  };
});
