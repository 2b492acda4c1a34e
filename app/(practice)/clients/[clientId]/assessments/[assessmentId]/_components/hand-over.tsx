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
      className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
    >
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <p className="text-ink-2 text-small">
        You are signed out on this device, and it shows {name} this form alone, for 90 minutes at most. Sign in again
        afterwards.
      </p>
    </ActionForm>
  );
}
