"use server";

import { decideSharing } from "@/db/commands/couples/decide-sharing";
import { sharingForm } from "@/lib/couples/couple-forms";
import { paths } from "@/lib/paths";
import { clientAction } from "@/server/form-action";

/** Shares or stops sharing one's own items. Nobody is written to about either. */
export const decide = clientAction(sharingForm, async (scope, form) => {
  await decideSharing(scope, form);
  return form.decision === "shared" ? { next: paths.portal.sharing } : { refresh: true };
});
