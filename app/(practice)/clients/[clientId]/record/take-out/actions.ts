"use server";

import { answerDemand, noteDemand } from "@/db/commands/exports/court-demand";
import { makeExport } from "@/db/commands/exports/make-export";
import { exportForm } from "@/lib/exports/choices";
import { answerDemandForm, demandForm } from "@/lib/exports/court";
import { env } from "@/server/env";
import { fhirBase } from "@/server/fhir-download";
import { staffAction } from "@/server/form-action";
import { zippedRecord } from "@/server/record-files";

/** A file of the client’s record; it then stands below the form, to be taken. */
export const makeFile = staffAction(exportForm, async (scope, form) => {
  const making = { limitSecret: env().NEXTAUTH_SECRET, write: zippedRecord(fhirBase()) };
  const made = await makeExport(scope, form, making);
  if ("problem" in made) return { refused: { message: "No file was made.", fields: { password: made.problem } } };
  return {
    refresh: true,
    message: made.isAsked
      ? "This record is long. It is being read, and the file stands below when it is ready."
      : "The file is made and stands below, for an hour.",
  };
});

/** A court asks for the record: a task until it is answered. */
export const noteCourt = staffAction(demandForm, async (scope, form) => {
  await noteDemand(scope, form);
  return { refresh: true };
});

export const answerCourt = staffAction(answerDemandForm, async (scope, form) => {
  await answerDemand(scope, form);
  return { refresh: true };
});
