import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import { limits } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { type Arrival, type ArrivalStep, missingSteps } from "@/lib/protocol/arrival";
import { begin } from "../actions";

type Props = { clientId: string; name: string; arrival: Arrival; planned: string; mayChange: boolean };

const words: Record<ArrivalStep, (name: string) => string> = {
  accept: (name) => `${name} accepts the invitation.`,
  agree: (name) => `${name} reads how this works, and agrees.`,
  decision: () => "The first safety questions are decided about, whatever the decision is.",
  baseline: (name) => `${name} answers the first assessment.`,
};

/** What the weeks wait for. Until then no day of them passes, and nothing is late. */
export function WeeksWait({ clientId, name, arrival, planned, mayChange }: Props) {
  const missing = missingSteps(arrival);
  const place = paths.client(clientId);
  return (
    <Section id="waiting" title="The weeks wait" sub={`They may begin from ${planned}`}>
      <p>Week 1 begins as soon as this has happened. Until then nothing is late, and no week passes.</p>
      <ul className="mt-2 list-disc pl-5">
        {missing.map((step) => (
          <li key={step}>{words[step](name)}</li>
        ))}
      </ul>
      <p className="mt-2 text-small print:hidden">
        {missing.includes("accept") ? <Link href={place.record}>To the invitation</Link> : null}
        {missing[0] === "decision" ? <Link href={place.safety}>To the first questions</Link> : null}
        {missing[0] === "baseline" ? <Link href={place.assessments}>To the first assessment</Link> : null}
      </p>
      {mayChange && arrival.baseline === "waits" ? (
        <details className="mt-2 print:hidden">
          <summary className="w-max cursor-pointer py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:min-h-11 max-desk:py-2.75">
            Begin without the first assessment
          </summary>
          <ActionForm
            action={begin}
            submit="Do not wait for it"
            busy="Saving…"
            look="outline"
            className="mt-2 grid gap-4 practice:[&>[data-look]]:justify-self-start"
          >
            <input type="hidden" name="clientId" value={clientId} />
            <p className="text-small text-ink-2">
              Whatever is counted from the start is counted from the first answers that come, and says so.
            </p>
            <FormTextarea
              name="reason"
              label="Why the weeks go on without it"
              rows={2}
              maxLength={limits.pathReason}
              required
            />
          </ActionForm>
        </details>
      ) : null}
    </Section>
  );
}
