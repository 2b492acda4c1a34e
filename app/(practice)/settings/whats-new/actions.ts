"use server";

import { takeShipped } from "@/db/commands/shipped/take-shipped";
import { paths, within } from "@/lib/paths";
import { takingForm } from "@/lib/shipped/taking-form";
import { staffAction } from "@/server/form-action";

/** Takes a new version, puts its changes into a draft of the practice's own, or keeps what the practice has. */
export const take = staffAction(takingForm, async (scope, form) => {
  const { protocolVersionId } = await takeShipped(scope, form);
  if (form.way === "merge" && protocolVersionId) return { next: paths.protocolVersion(protocolVersionId).page };
  // Another address than the one that is open: a mark in the page alone would read nothing anew.
  return { next: within("/settings/whats-new", `?done=${form.kind}.${form.key}#done`) };
});
