import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ClientSitting } from "@/db/queries/assessments/client-sittings";
import { moveDays, remind } from "../../actions";
import { stateInWords } from "../../sitting-words";
import { HandOver } from "./hand-over";
import { TakeBack } from "./take-back";

type Props = { clientId: string; name: string; sitting: ClientSitting; canChange: boolean; today: string };

/** An assessment that was not sent yet: its days, a reminder, and the way to take it back. */
export function Manage({ clientId, name, sitting, canChange, today }: Props) {
  const id = <input type="hidden" name="assessmentId" value={sitting.id} />;
  if (sitting.withdrawal) {
    return (
      <Section id="state" title={sitting.title}>
        <Notice tone="plain" title={`Cancelled by ${sitting.withdrawal.by}`}>
          {sitting.withdrawal.reason ?? "No reason was written down."}
        </Notice>
      </Section>
    );
  }
  return (
    <div className="cols">
      <div>
        <Section id="state" title={sitting.title} sub={stateInWords(sitting, today)}>
          {canChange ? (
            <ActionForm action={moveDays} submit="Save the days" busy="Saving…" look="outline" className="long-form">
              {id}
              <div className="short-fields">
                <FormField name="opensOn" label="Opens" type="date" defaultValue={sitting.opensOn} required />
                <FormField
                  name="dueOn"
                  label="Due"
                  type="date"
                  defaultValue={sitting.dueOn ?? sitting.opensOn}
                  required
                />
                <FormField
                  name="expiresOn"
                  label="Last day"
                  hint="Empty: it stays open"
                  type="date"
                  defaultValue={sitting.expiresOn ?? ""}
                />
              </div>
            </ActionForm>
          ) : (
            <p className="sec">Only the client’s own therapist or the owner changes it.</p>
          )}
        </Section>
      </div>
      <aside aria-label="What you can do">
        {canChange ? (
          <>
            <Section id="remind" title="Remind">
              <ActionForm
                action={remind}
                submit="Send a reminder"
                busy="Sending…"
                look="outline"
                className="account-form"
              >
                {id}
                <p className="sec sm">The letter tells {name} that something is waiting, and nothing of what.</p>
              </ActionForm>
            </Section>
            <Section id="here" title="Answer here">
              <HandOver assessmentId={sitting.id} name={name} />
            </Section>
            <Section id="take-back" title="Take back">
              <TakeBack clientId={clientId} assessmentId={sitting.id} isSent={false} />
            </Section>
          </>
        ) : null}
      </aside>
    </div>
  );
}
