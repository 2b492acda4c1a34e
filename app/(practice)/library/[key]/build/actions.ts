"use server";

import { answersForm, dropAnswers, saveAnswers, setForm } from "@/db/commands/assessments/build-answers";
import { arrangeForm, arrangeItem, saveItem, tableForm, takeTable } from "@/db/commands/assessments/build-draft";
import { dropScale, oneScaleForm, saveScale } from "@/db/commands/assessments/build-scales";
import { undoForm, undoStep } from "@/db/commands/assessments/undo-step";
import { itemForm } from "@/lib/assessments/build/item-form";
import { scaleForm } from "@/lib/assessments/build/scale-form";
import { paths, within } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

const at = (key: string, place: string) =>
  within(paths.instrument(key).build, place ? `?at=${place}#row-${place}` : "#questions");

export const saveQuestion = staffAction(itemForm, async (scope, form) => {
  const { id } = await saveItem(scope, form);
  const { build } = paths.instrument(form.key);
  return { next: form.goOn === "next" ? within(build, `?after=${id}#edit`) : at(form.key, id) };
});

export const arrange = staffAction(arrangeForm, async (scope, form) => {
  const { place } = await arrangeItem(scope, form);
  return { next: at(form.key, place) };
});

/** Looks at a pasted table, which keeps nothing, or takes it. */
export const paste = staffAction(tableForm, async (scope, form) => {
  if (form.do === "look")
    return { shown: { text: form.text, otherwise: form.otherwise, after: form.after }, isLook: true };
  const { first } = await takeTable(scope, form);
  return { next: at(form.key, first) };
});

export const undo = staffAction(undoForm, async (scope, form) => {
  await undoStep(scope, form);
  return { refresh: true };
});

export const saveSet = staffAction(answersForm, async (scope, form) => {
  const { set } = await saveAnswers(scope, form);
  return { next: within(paths.instrument(form.key).answers, `?at=${set}#set-${set}`) };
});

export const dropSet = staffAction(setForm, async (scope, form) => {
  await dropAnswers(scope, form);
  return { next: paths.instrument(form.key).answers };
});

export const saveOneScale = staffAction(scaleForm, async (scope, form) => {
  const { scale } = await saveScale(scope, form);
  return { next: within(paths.instrument(form.key).scales, `?at=${scale}#scale-${scale}`) };
});

export const dropOneScale = staffAction(oneScaleForm, async (scope, form) => {
  await dropScale(scope, form);
  return { next: paths.instrument(form.key).scales };
});
