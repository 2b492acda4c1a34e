import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { InstrumentPage } from "@/db/queries/assessments/instruments";
import { whyNotAssignable, whyNotPublishable } from "@/lib/instruments/assignable";
import { whyNotBuildable, whyNotCopyable } from "@/lib/instruments/may-build";
import { limits } from "@/lib/limits";
import { paths, within } from "@/lib/paths";
import { archive, copy, discardNext, startNext, takeBack } from "../actions";
import { type Estimates, OwnData } from "./own-data";

/** What the owner can do next with this instrument. */
export function OwnerSteps({ page, estimates }: { page: InstrumentPage; estimates: Estimates }) {
  const { key, draft, current } = page;
  const id = <input type="hidden" name="key" value={key} />;
  const isOwn = draft !== null && whyNotBuildable(draft.instrument) === null;
  const openKey = draft?.instrument.items.some((item) => !item.keyConfirmed) ?? false;
  return (
    <Section id="steps" title="For the owner">
      <div className="grid gap-4">
        {draft ? (
          <>
            <div className="flex gap-2.5 flex-wrap items-center">
              {isOwn ? (
                <LinkButton href={paths.instrument(key).build} look="filled">
                  Go on building
                </LinkButton>
              ) : (
                <LinkButton href={paths.instrument(key).wording}>
                  {draft.instrument.items.some((item) => item.text === null) ? "Enter the wording" : "Edit the wording"}
                </LinkButton>
              )}
              {openKey ? <LinkButton href={paths.instrument(key).key}>Confirm the key</LinkButton> : null}
              <LinkButton href={paths.instrument(key).critical}>Critical answers</LinkButton>
              {isOwn ? <LinkButton href={paths.instrument(key).scales}>Lay out the scales</LinkButton> : null}
              <LinkButton href={within(paths.instrument(key).preview, "?draft")}>Preview the draft</LinkButton>
            </div>
            {whyNotAssignable(draft.instrument) === null && whyNotPublishable(draft.instrument) ? (
              <p className="font-strong text-ink">{whyNotPublishable(draft.instrument)}</p>
            ) : null}
            {whyNotPublishable(draft.instrument) === null ? (
              <p>
                <LinkButton href={paths.instrument(key).publish}>Look over and publish</LinkButton>
              </p>
            ) : null}
          </>
        ) : (
          <ActionForm action={startNext} submit="Start a new version" busy="Starting…" look="outline">
            {id}
            <p className="text-ink-2 text-small">The version in use stays as it is until you publish the next one.</p>
          </ActionForm>
        )}
        {draft && current ? (
          <details>
            <summary>Discard this draft</summary>
            <ActionForm action={discardNext} submit="Discard the draft" busy="Discarding…" look="outline" small>
              {id}
              <p className="mb-2.5 text-ink-2 text-small">
                Version {current.version} stays in use, and every answer with it. What was changed in the draft can be
                taken back from here, until another version is begun.
              </p>
            </ActionForm>
          </details>
        ) : null}
        {page.discarded ? (
          <ActionForm action={takeBack} submit="Take it back" busy="Taking it back…" look="outline" small>
            {id}
            <p className="mb-2.5 text-small" id="discarded">
              The draft of version {page.discarded.version} was discarded by {page.discarded.by}.
            </p>
          </ActionForm>
        ) : null}
        {current && current.instrument.scales.length > 0 && current.instrument.sensitivity === "ordinary" ? (
          <OwnData formKey={key} isUsed={page.usesOwnData} instrument={current.instrument} estimates={estimates} />
        ) : null}
        <CopyStep page={page} />
        <ActionForm
          action={archive}
          submit={page.isArchived ? "Take it out again" : "Put it away"}
          busy="Saving…"
          look="quiet"
          small
        >
          {id}
          <input type="hidden" name="archive" value={page.isArchived ? "no" : "yes"} />
          <p className="text-ink-2 text-small">
            {page.isArchived
              ? "It is put away: it is not offered when something is assigned."
              : "It is then not offered any more when something is assigned. What is asked already goes on, also by the protocol, and every result stays."}
          </p>
        </ActionForm>
      </div>
    </Section>
  );
}

function CopyStep({ page: { key, draft, current } }: { page: InstrumentPage }) {
  const instrument = current?.instrument ?? draft?.instrument;
  const why = instrument ? whyNotCopyable(instrument) : null;
  if (why) return <p className="text-ink-2 text-small">{why}</p>;
  return (
    <details>
      <summary>Make a copy of your own</summary>
      <ActionForm
        action={copy}
        submit="Copy"
        busy="Copying…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <input type="hidden" name="key" value={key} />
        <FormField
          name="title"
          label="Title of the copy"
          hint={`Questions, answers and scales of it can be changed. Its scores never mix with the original’s${instrument?.validated ? ", and it is not validated" : ""}.`}
          maxLength={limits.instrumentTitle}
          required
        />
      </ActionForm>
    </details>
  );
}
