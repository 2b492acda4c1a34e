import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import type { SafetyPanel } from "@/db/queries/safety/safety";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { choose } from "../../safety/actions";

type Props = { safety: SafetyPanel; clientId: string; firstName: string };

/** The same-day task after a stop outside a check: what follows for joint steps, and whose pages change by it. */
export function StopChoice({ safety, clientId, firstName }: Props) {
  const partner = safety.partner?.name ?? null;
  const both = partner ? `${firstName} and ${partner}` : firstName;
  return (
    <section
      aria-labelledby="stop-choice"
      className="[&_details]:mt-1 [&_details]:flex-[1_1_100%] flex gap-y-2 gap-x-3 mt-5 py-2.25 pl-4 pr-2.5 border-l-4 border-amber-mark flex-wrap items-center bg-amber-tint print:border print:border-[#999] print:bg-transparent forced-colors:border-y forced-colors:border-l-4 forced-colors:border-r forced-colors:border-[CanvasText]"
    >
      <h3 id="stop-choice">What follows for joint steps?</h3>
      <p className="text-ink-2 text-small">
        Talk to {firstName} alone first, if {firstName} can be reached safely. Chosen by nobody within 24 hours, it is
        own steps from the next practice week.
      </p>
      <ActionForm action={choose} submit="Keep this choice" busy="Saving…" look="outline" small>
        <input type="hidden" name="clientId" value={clientId} />
        <FormChoices
          name="choice"
          legend="Joint steps"
          choices={[
            {
              value: "now",
              label: "Own steps for both now",
              sub: partner ? `${partner}’s pages change when you do this.` : undefined,
            },
            {
              value: "next-week",
              label: "Own steps from the next practice week",
              sub: `The pages of ${both} change then, as they may in any week.`,
            },
            {
              value: "unchanged",
              label: "Joint tasks unchanged until a named day",
              sub: "Touch and disclosure never run beyond this practice week.",
            },
          ]}
        />
        <FormField name="unchangedUntil" label="Last day, where unchanged" type="date" />
        <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.safetyNote} />
        <FormTextarea name="wish" label={`What ${firstName} wishes`} rows={2} maxLength={limits.safetyNote} />
        <KeptWords place={notePlace(clientId, "stop-choice")} />
      </ActionForm>
    </section>
  );
}
