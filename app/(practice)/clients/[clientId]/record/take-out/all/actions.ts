"use server";

import { testHarm as keepTest, makeWholeFile } from "@/db/commands/exports/whole-record";
import { harmTestForm, wholeFileForm } from "@/lib/exports/harm-test";
import { paths } from "@/lib/paths";
import { env } from "@/server/env";
import { staffAction } from "@/server/form-action";
import { zippedWhole } from "@/server/whole-files";

/** Whether giving the whole record would harm anybody. */
export const testHarm = staffAction(harmTestForm, async (scope, form) => {
  await keepTest(scope, form);
  return { refresh: true };
});

/** The whole record as a file, of what the harm test gave; it stands under Take data out for an hour. */
export const makeWhole = staffAction(wholeFileForm, async (scope, form) => {
  const made = await makeWholeFile(scope, form, { limitSecret: env().NEXTAUTH_SECRET, write: zippedWhole });
  if ("problem" in made) return { refused: { message: "No file was made.", fields: { password: made.problem } } };
  return { next: paths.client(form.clientId).takeOut };
});
