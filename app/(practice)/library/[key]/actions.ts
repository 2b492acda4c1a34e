"use server";

import { z } from "zod";
import { describeForm, describeInstrument } from "@/db/commands/assessments/describe-instrument";
import {
  chooseReliability,
  confirmKey,
  copyInstrument,
  criticalForm,
  enterWording,
  keyCheckForm,
  keyForm,
  markCritical,
  planScales,
  publishInstrument,
  scalesForm,
  startVersion,
  wordingForm,
} from "@/db/commands/assessments/edit-instrument";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { wordsUpTo } from "@/lib/written-words";
import { staffAction } from "@/server/form-action";

const pageOf = (key: string) => paths.instrument(key).page;

export const publish = staffAction(keyForm, async (scope, { key }) => {
  await publishInstrument(scope, key);
  return { next: pageOf(key) };
});

export const startNext = staffAction(keyForm, async (scope, { key }) => {
  await startVersion(scope, key);
  return { next: pageOf(key) };
});

export const copy = staffAction(
  keyForm.extend({ title: wordsUpTo("instrumentTitle", "Write a title.") }),
  async (scope, form) => ({ next: pageOf((await copyInstrument(scope, form)).key) }),
);

export const saveWording = staffAction(wordingForm, async (scope, form) => {
  await enterWording(scope, form);
  return { next: pageOf(form.key) };
});

export const saveDescription = staffAction(describeForm, async (scope, form) => {
  await describeInstrument(scope, form);
  return { message: "Saved", refresh: true };
});

export const saveKey = staffAction(keyCheckForm, async (scope, form) => {
  const { open } = await confirmKey(scope, form);
  if (open === 0) return { next: pageOf(form.key) };
  return {
    message: `Saved. ${plural(open, "One question is", `${open} questions are`)} still to confirm.`,
    refresh: true,
  };
});

export const saveCritical = staffAction(criticalForm, async (scope, form) => {
  await markCritical(scope, form);
  return { next: pageOf(form.key) };
});

export const chooseOwnData = staffAction(
  keyForm.extend({ usesOwnData: z.enum(["yes", "no"]) }),
  async (scope, form) => {
    await chooseReliability(scope, { key: form.key, usesOwnData: form.usesOwnData === "yes" });
    return { message: "Saved", refresh: true };
  },
);

export const saveScales = staffAction(scalesForm, async (scope, form) => {
  await planScales(scope, form);
  return { next: pageOf(form.key) };
});
