"use server";

import { askResearch } from "@/db/commands/exports/research";
import { researchForm } from "@/lib/exports/research";
import { env } from "@/server/env";
import { staffAction } from "@/server/form-action";

/** Research data of the practice: a worker makes the file. */
export const ask = staffAction(researchForm, async (scope, form) => {
  const asked = await askResearch(scope, form, { limitSecret: env().NEXTAUTH_SECRET });
  if ("problem" in asked)
    return { refused: { message: "Nothing was asked for.", fields: { password: asked.problem } } };
  return { refresh: true, message: "It is being made, and stands below." };
});
