import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { InstrumentPage } from "@/db/queries/assessments/instruments";
import { whyNotAssignable, whyNotPublishable } from "@/lib/instruments/assignable";
import { whyNotPlanScales } from "@/lib/instruments/scale-permission";
import { limits } from "@/lib/limits";
import { paths, within } from "@/lib/paths";
import { copy, publish, startNext } from "../actions";
import { type Estimates, OwnData } from "./own-data";

/** What the owner can do next with this instrument. */
export function OwnerSteps({ page, estimates }: { page: InstrumentPage; estimates: Estimates }) {
  const { key, draft, current } = page;
  const id = <input type="hidden" name="key" value={key} />;
  const openKey = draft?.instrument.items.some((item) => !item.keyConfirmed) ?? false;
  return (
    <Section id="steps" title="For the owner">
      <div className="grid gap-4">
        {draft ? (
          <>
            <div className="flex gap-2.5 flex-wrap items-center">
              <LinkButton href={paths.instrument(key).wording}>
                {draft.instrument.items.some((item) => item.text === null) ? "Enter the wording" : "Edit the wording"}
              </LinkButton>
              {openKey ? <LinkButton href={paths.instrument(key).key}>Confirm the key</LinkButton> : null}
              <LinkButton href={paths.instrument(key).critical}>Critical answers</LinkButton>
              {whyNotPlanScales(draft.instrument) === null ? (
                <LinkButton href={paths.instrument(key).scales}>Lay out the scales</LinkButton>
              ) : null}
              <LinkButton href={within(paths.instrument(key).preview, "?draft")}>Preview the draft</LinkButton>
            </div>
            {whyNotAssignable(draft.instrument) === null && whyNotPublishable(draft.instrument) ? (
              <p className="font-strong text-ink">{whyNotPublishable(draft.instrument)}</p>
            ) : null}
            {whyNotPublishable(draft.instrument) === null ? (
              <ActionForm action={publish} submit={`Publish version ${draft.version}`} busy="Publishing…">
                {id}
                <p className="text-ink-2 text-small">
                  A published version never changes. What clients answered keeps its own wording.
                </p>
              </ActionForm>
            ) : null}
          </>
        ) : (
          <ActionForm action={startNext} submit="Start a new version" busy="Starting…" look="outline">
            {id}
            <p className="text-ink-2 text-small">The version in use stays as it is until you publish the next one.</p>
          </ActionForm>
        )}
        {current && current.instrument.scales.length > 0 && current.instrument.sensitivity === "ordinary" ? (
          <OwnData formKey={key} isUsed={page.usesOwnData} instrument={current.instrument} estimates={estimates} />
        ) : null}
        <details>
          <summary>Make a copy of your own</summary>
          <ActionForm
            action={copy}
            submit="Copy"
            busy="Copying…"
            look="outline"
            className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
          >
            {id}
            <FormField
              name="title"
              label="Title of the copy"
              hint="Its scores never mix with the original’s."
              maxLength={limits.instrumentTitle}
              required
            />
          </ActionForm>
        </details>
      </div>
    </Section>
  );
}
