"use server";

import { z } from "zod";
import { archiveVersion, archiveVersionForm } from "@/db/commands/protocol/archive-version";
import { copyVersion, discardDraft, editDraft, publishVersion } from "@/db/commands/protocol/edit-version";
import { paths, within } from "@/lib/paths";
import { editStepSchema } from "@/lib/protocol/edit-step";
import { staffAction } from "@/server/form-action";

const oneVersion = z.strictObject({ versionId: z.uuid() });
const revision = z.string().max(32);
const draftForm = z
  .object({ versionId: z.uuid(), revision, do: editStepSchema.default({ kind: "save" }) })
  .catchall(z.string().max(1200, "Use fewer words."));

const versions = "/settings/protocol";

/** A draft of one's own, opened for editing. */
export const copy = staffAction(oneVersion, async (scope, form) => {
  const { versionId } = await copyVersion(scope, form.versionId);
  return { next: paths.protocolVersion(versionId).page };
});

/** Keeps what is typed, does what the button says, and goes on from the same place. */
export const edit = staffAction(draftForm, async (scope, { versionId, revision: seen, do: step, ...fields }) => {
  const { place } = await editDraft(scope, { versionId, revision: seen, step, fields });
  const { page, publish } = paths.protocolVersion(versionId);
  if (step.kind === "publish") return { next: publish };
  return { next: within(page, `?at=${place || "kept"}#${place || "draft"}`) };
});

export const publish = staffAction(oneVersion.extend({ revision }), async (scope, form) => {
  await publishVersion(scope, form);
  return { next: versions };
});

/** Puts a version of the practice's own away, or takes it out again. */
export const archive = staffAction(archiveVersionForm, async (scope, form) => {
  await archiveVersion(scope, form);
  return { refresh: true };
});

export const discard = staffAction(oneVersion, async (scope, { versionId }) => {
  await discardDraft(scope, versionId);
  return { next: versions };
});
