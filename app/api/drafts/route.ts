import { keepDraft } from "@/db/commands/drafts/keep-draft";
import { draftForm } from "@/lib/drafts/draft-form";
import { NotFound } from "@/lib/errors";
import { idle } from "@/lib/form-state";
import { formatTime } from "@/lib/format";
import { consentText } from "@/lib/identity/consent-text";
import { accountAction } from "@/server/form-action";

/** The same door as every form's: origin, session, whose page, shape, transaction. */
const keep = accountAction(draftForm, async (scope, form, { stage }) => {
  const { actor } = scope;
  const mayWrite = actor.kind === "client" ? actor.consentVersion === consentText.version : stage === "full";
  if (!mayWrite) throw new NotFound();
  const kept = await keepDraft(scope, form);
  return { shown: { kept: JSON.stringify({ ...kept, at: formatTime(scope.now, actor.zone) }) } };
});

/** Where pages send what is being written. An address and no action: a page that goes away can still send to it. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const answer = form ? await keep(idle, form) : { status: "refused" };
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
