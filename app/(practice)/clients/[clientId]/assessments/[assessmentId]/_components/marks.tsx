import { ActionForm } from "@/components/forms/action-form";
import type { ClientSitting } from "@/db/queries/assessments/client-sittings";
import { mark } from "../../actions";

/** Read, and talked about. The second one the client sees. */
export function Marks({ sitting, name }: { sitting: ClientSitting; name: string }) {
  const id = <input type="hidden" name="assessmentId" value={sitting.id} />;
  return (
    <div className="stack">
      {sitting.reviewedAt ? (
        <p className="sec">Reviewed.</p>
      ) : (
        <ActionForm action={mark} submit="Mark as reviewed" busy="Saving…" className="account-form">
          {id}
          <input type="hidden" name="mark" value="reviewed" />
        </ActionForm>
      )}
      <ActionForm
        action={mark}
        submit={sitting.discussedAt ? "Not discussed after all" : "Discussed in session"}
        busy="Saving…"
        look="outline"
        className="account-form"
      >
        {id}
        <input type="hidden" name="mark" value={sitting.discussedAt ? "not-discussed" : "discussed"} />
        {sitting.discussedAt ? null : <p className="sec sm">{name} sees that you talked about it.</p>}
      </ActionForm>
    </div>
  );
}
