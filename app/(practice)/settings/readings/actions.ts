"use server";

import { z } from "zod";
import {
  dropReadingDraft,
  keepReadingDraft,
  publishReading,
  retireReading,
  takeShippedReading,
} from "@/db/commands/learn/edit-reading";
import { readingForm } from "@/lib/learn/reading-form";
import { paths } from "@/lib/paths";
import { keySchema } from "@/lib/stable-key";
import { staffAction } from "@/server/form-action";

const oneReading = z.strictObject({ key: keySchema });

export const keepDraft = staffAction(readingForm, async (scope, form) => {
  const { key } = await keepReadingDraft(scope, form);
  if (form.key === "") return { next: paths.reading(key) };
  return { refresh: true, message: "Kept as a draft. The preview shows it; clients do not see it yet." };
});

export const publish = staffAction(oneReading, async (scope, { key }) => {
  await publishReading(scope, key);
  return { refresh: true, message: "Published. Clients read these words from now on." };
});

export const dropDraft = staffAction(oneReading, async (scope, { key }) => {
  await dropReadingDraft(scope, key);
  return { next: "/settings/readings" };
});

export const takeShipped = staffAction(oneReading, async (scope, { key }) => {
  await takeShippedReading(scope, key);
  return { next: "/settings/readings" };
});

export const retire = staffAction(oneReading, async (scope, { key }) => {
  await retireReading(scope, key);
  return { next: "/settings/readings" };
});
