import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { limits } from "@/lib/limits";
import { revoke } from "../actions";

/** An invitation that nobody has used stops working, with a reason. */
export function TakeInvitationBack({ clientId, name }: { clientId: string; name: string }) {
  return (
    <ActionForm
      action={revoke}
      fold="Take the invitation back"
      submit="Take it back"
      busy="Taking it back…"
      look="outline"
      small
    >
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="clientId" value={clientId} />
      <p className="text-ink-2 text-small">
        The link stops working at once. {name} is not written to, and can be invited again.
      </p>
      <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.accountReason} required />
    </ActionForm>
  );
}
