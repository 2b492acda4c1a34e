"use server";

import { keepLook, removeLook, renameLook } from "@/db/commands/caseload/keep-look";
import { keepLookForm, removeLookForm, renameLookForm } from "@/lib/caseload/look-form";
import { staffAction } from "@/server/form-action";

export const keep = staffAction(keepLookForm, async (scope, form) => {
  await keepLook(scope, form);
  return { refresh: true, message: "Saved. It stands above the list." };
});

export const rename = staffAction(renameLookForm, async (scope, form) => {
  await renameLook(scope, form);
  return { refresh: true, message: "It has its new name." };
});

export const remove = staffAction(removeLookForm, async (scope, form) => {
  await removeLook(scope, form);
  return { refresh: true, message: "Removed." };
});
