"use server";

import type { Route } from "next";
import { z } from "zod";
import { copyVersion, publishVersion, saveDraft } from "@/db/commands/protocol/edit-version";
import { editFields } from "@/lib/domain/protocol/edit-form";
import { staffAction } from "@/lib/server/form-action";

const oneVersion = z.strictObject({ versionId: z.uuid() });

/** A draft of one's own, opened for editing. */
export const copy = staffAction(oneVersion, async (scope, form) => {
  const { versionId } = await copyVersion(scope, form.versionId);
  return { next: `/settings/protocol/${versionId}` as Route };
});

export const save = staffAction(editFields, async (scope, { versionId, ...fields }) => {
  await saveDraft(scope, z.uuid().parse(versionId), fields);
  return { refresh: true, message: "Kept as a draft. The preview below shows it." };
});

export const publish = staffAction(oneVersion, async (scope, { versionId }) => {
  await publishVersion(scope, versionId);
  return { next: "/settings/protocol" as Route };
});
