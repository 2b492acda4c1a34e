"use server";

import { remindSeveral } from "@/db/commands/assessments/remind-several";
import { remindSeveralForm } from "@/lib/caseload/several";
import { staffAction } from "@/server/form-action";
import { sayDone } from "../say-done";

export const remind = staffAction(remindSeveralForm, async (scope, form) => ({
  message: sayDone(await remindSeveral(scope, form), {
    nobody: "No letter goes out.",
    one: "A letter goes to one client.",
    several: (count) => `A letter goes to ${count} clients.`,
  }),
}));
