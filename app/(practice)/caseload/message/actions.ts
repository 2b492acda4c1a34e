"use server";

import { writeToSeveral } from "@/db/commands/messages/write-to-several";
import { writeToSeveralForm } from "@/lib/caseload/several";
import { staffAction } from "@/server/form-action";
import { sayDone } from "../say-done";

export const write = staffAction(writeToSeveralForm, async (scope, form) => ({
  message: sayDone(await writeToSeveral(scope, form), {
    nobody: "Nobody was written to.",
    one: "One client was written to.",
    several: (count) => `${count} clients were written to, each in their own thread.`,
  }),
}));
