"use server";

import { retireNoteTemplate, setNoteTemplate } from "@/db/commands/notes/set-note-template";
import { retireTemplateForm, templateForm } from "@/lib/notes/note-forms";
import { staffAction } from "@/server/form-action";

export const save = staffAction(templateForm, async (scope, form) => {
  await setNoteTemplate(scope, form);
  return { refresh: true, message: "Saved" };
});

export const retire = staffAction(retireTemplateForm, async (scope, form) => {
  await retireNoteTemplate(scope, form);
  return { refresh: true, message: "Put away" };
});
