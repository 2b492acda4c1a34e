import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { limits } from "@/lib/limits";
import { takeBack } from "../../actions";

/** Cancels an open sitting; voids a sent one, which needs a reason. */
export function TakeBack({
  clientId,
  assessmentId,
  isSent,
}: {
  clientId: string;
  assessmentId: string;
  isSent: boolean;
}) {
  return (
    <details>
      <summary>{isSent ? "These answers should not count" : "Take this back"}</summary>
      <ActionForm
        action={takeBack}
        submit={isSent ? "Void these answers" : "Cancel this assessment"}
        busy="Saving…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <input type="hidden" name="clientId" value={clientId} />
        <input type="hidden" name="assessmentId" value={assessmentId} />
        <FormField
          name="reason"
          label={isSent ? "Why" : "Why, if you like"}
          hint={
            isSent
              ? "Such as: the wrong person answered. The answers stay on record and leave every score and chart."
              : "The client no longer sees it. What was answered so far stays on record."
          }
          maxLength={limits.withdrawalReason}
          required={isSent}
        />
      </ActionForm>
    </details>
  );
}
