"use server";

import { z } from "zod";
import { archiveForm, archiveInstrument } from "@/db/commands/assessments/archive-instrument";
import { copyInstrument } from "@/db/commands/assessments/copy-instrument";
import { describeForm, describeInstrument } from "@/db/commands/assessments/describe-instrument";
import { discardNextVersion, takeDraftBack } from "@/db/commands/assessments/discard-version";
import {
  chooseReliability,
  confirmKey,
  criticalForm,
  enterWording,
  keyCheckForm,
  keyForm,
  markCritical,
  planScales,
  publishForm,
  publishInstrument,
  scalesForm,
  startVersion,
  wordingForm,
} from "@/db/commands/assessments/edit-instrument";
import { licenceForm, sayLicence } from "@/db/commands/assessments/record-licence";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { wordsUpTo } from "@/lib/written-words";
import { staffAction } from "@/server/form-action";

const pageOf = (key: string) => paths.instrument(key).page;

export const publish = staffAction(publishForm, async (scope, form) => {
  await publishInstrument(scope, form.key, form.seen);
  return { next: pageOf(form.key) };
});

export const archive = staffAction(archiveForm, async (scope, form) => {
  await archiveInstrument(scope, form);
  return { next: form.archive === "yes" ? "/library" : pageOf(form.key) };
});

export const sayLicenceOf = staffAction(licenceForm, async (scope, form) => {
  await sayLicence(scope, form);
  return { message: "Saved", refresh: true };
});

export const startNext = staffAction(keyForm, async (scope, { key }) => {
  await startVersion(scope, key);
  return { next: pageOf(key) };
});

/** The draft of a next version given up; its page says so, and offers to take it back. */
export const discardNext = staffAction(keyForm, async (scope, { key }) => {
  await discardNextVersion(scope, key);
  return { next: pageOf(key) };
});

export const takeBack = staffAction(keyForm, async (scope, { key }) => {
  await takeDraftBack(scope, key);
  return { next: pageOf(key) };
});

export const copy = staffAction(
  keyForm.extend({ title: wordsUpTo("instrumentTitle", "Write a title.") }),
  async (scope, form) => ({ next: pageOf((await copyInstrument(scope, form)).key) }),
);

/** Looked at, it comes back as it was sent, and nothing is kept. */
export const saveWording = staffAction(
  wordingForm.extend({ do: z.literal("look").optional() }),
  async (scope, { do: looks, ...form }) => {
    if (looks) return { shown: form };
    await enterWording(scope, form);
    return { next: pageOf(form.key) };
  },
);

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
