import { ActionForm } from "@/components/forms/action-form";
import type { ClientSitting } from "@/db/queries/assessments/client-sittings";
import { mark } from "../../actions";

/** Read, and talked about. The second one the client sees. */
export function Marks({ sitting, name }: { sitting: ClientSitting; name: string }) {
  const id = <input type="hidden" name="assessmentId" value={sitting.id} />;
  return (
    <div className="grid gap-4">
      {sitting.reviewedAt ? (
        <p className="text-ink-2">Reviewed.</p>
      ) : (
        <ActionForm
          action={mark}
          submit="Mark as reviewed"
          busy="Saving…"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          {id}
          <input type="hidden" name="mark" value="reviewed" />
        </ActionForm>
      )}
      <ActionForm
        action={mark}
        submit={sitting.discussedAt ? "Not discussed after all" : "Discussed in session"}
        busy="Saving…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        {id}
        <input type="hidden" name="mark" value={sitting.discussedAt ? "not-discussed" : "discussed"} />
        {sitting.discussedAt ? null : <p className="text-ink-2 text-small">{name} sees that you talked about it.</p>}
      </ActionForm>
    </div>
  );
}
