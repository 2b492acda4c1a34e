import { ActionForm } from "@/components/forms/action-form";
import { handDevice } from "../../actions";

/** In-session mode: this device shows the form and nothing else, and asks for sign-in afterwards. */
export function HandOver({ assessmentId, name }: { assessmentId: string; name: string }) {
  return (
    <ActionForm
      action={handDevice}
      submit="Hand this device over"
      busy="Signing you out…"
      look="outline"
      className="account-form"
    >
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <p className="sec sm">
        You are signed out on this device, and it shows {name} this form alone, for 90 minutes at most. Sign in again
        afterwards.
      </p>
    </ActionForm>
  );
}
