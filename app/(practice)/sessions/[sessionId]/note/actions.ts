"use server";

import { amendNote, cosignNote } from "@/db/commands/notes/amend-note";
import { signNote } from "@/db/commands/notes/sign-note";
import { writeApart } from "@/db/commands/notes/write-apart";
import { amendForm, apartForm, cosignForm, signForm } from "@/lib/notes/note-forms";
import { staffAction } from "@/server/form-action";

export const sign = staffAction(signForm, async (scope, form) => {
  await signNote(scope, form);
  return { refresh: true, message: "Signed" };
});

export const amend = staffAction(amendForm, async (scope, form) => {
  await amendNote(scope, form);
  return { refresh: true, message: "Amended" };
});

export const cosign = staffAction(cosignForm, async (scope, form) => {
  await cosignNote(scope, form);
  return { refresh: true, message: "Co-signed" };
});

export const keepApart = staffAction(apartForm, async (scope, form) => {
  await writeApart(scope, form);
  return { refresh: true, message: "Kept" };
});
