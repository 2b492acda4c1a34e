import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { WhatIs } from "@/components/shell/what-is";
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
  const isOpen = sitting.opensOn <= today && (sitting.expiresOn === null || sitting.expiresOn >= today);
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
    <div className="grid gap-x-14 mt-6.5 grid-cols-[minmax(0,876px)_340px] justify-between max-side:grid-cols-1 desk:max-wide:gap-x-9 desk:max-wide:grid-cols-[minmax(0,1fr)_300px] print:block">
      <div className="min-w-0">
        <Section id="state" title={sitting.title} sub={stateInWords(sitting, today)}>
          {canChange ? (
            <ActionForm
              action={moveDays}
              submit="Save the days"
              busy="Saving…"
              look="outline"
              className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
            >
              {id}
              <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
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
            <p className="text-ink-2">Only the client’s own therapist or the owner changes it.</p>
          )}
        </Section>
      </div>
      <aside className="min-w-0" aria-label="What you can do">
        {canChange ? (
          <>
            {isOpen ? (
              <Section id="remind" title="Remind">
                <ActionForm
                  action={remind}
                  submit="Send a reminder"
                  busy="Sending…"
                  look="outline"
                  className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
                >
                  {id}
                  <p className="text-ink-2 text-small">
                    The letter tells {name} that something is waiting, and nothing of what.
                  </p>
                </ActionForm>
              </Section>
            ) : null}
            <Section id="here" title="Answer here">
              <HandOver assessmentId={sitting.id} name={name} />
            </Section>
            <Section id="take-back" title="Take back" action={<WhatIs word="take-back" />}>
              <TakeBack clientId={clientId} assessmentId={sitting.id} isSent={false} />
            </Section>
          </>
        ) : null}
      </aside>
    </div>
  );
}
