import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { scaleOutlooks } from "@/lib/assessments/build/comparable";
import type { Instrument } from "@/lib/assessments/instrument";
import { whyNotPublishable } from "@/lib/instruments/assignable";
import { draftLook } from "@/lib/instruments/draft-look";
import { whyNotBuildable } from "@/lib/instruments/may-build";
import { paths, within } from "@/lib/paths";
import { instrumentLines } from "@/lib/shipped/instrument-lines";
import { differences } from "@/lib/shipped/lines";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftChecks } from "../_components/draft-checks";
import { DraftHead } from "../_components/draft-head";
import { publish } from "../actions";

export const metadata: Metadata = { title: "Publish an assessment" };

/** Publishing asks once more, and says what differs, what that does to charts, and what stays. */
export default async function PublishPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  if (!page.draft) redirect(paths.instrument(page.key).page);
  const why = whyNotPublishable(shown);
  const before = page.current?.instrument ?? null;
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="publish" />
      <div className="mt-6 grid max-w-219 gap-10">
        {why ? (
          <Notice tone="attention" title="It cannot be published yet">
            {why}
          </Notice>
        ) : null}
        {whyNotBuildable(shown) === null ? <DraftChecks instrument={shown} /> : null}
        {before ? <Differs from={before} to={shown} /> : null}
        {before && shown.scales.length > 0 ? <Lines from={before} to={shown} /> : null}
        <Section id="happens" title="What happens">
          <ul className="mt-2 grid gap-1">
            <li>From now on it can be given to clients. This version never changes again.</li>
            {before ? (
              <>
                <li>What was answered in version {before.version} keeps its words and its scores.</li>
                <li>Sittings that are asked for already stay with the version that they were asked in.</li>
              </>
            ) : null}
          </ul>
        </Section>
        {why ? (
          <p>
            <LinkButton href={within(paths.instrument(page.key).preview, "?draft")}>Preview the draft</LinkButton>
          </p>
        ) : (
          <ActionForm
            action={publish}
            submit={`Publish version ${page.draft.version}`}
            busy="Publishing…"
            look="filled"
          >
            <input type="hidden" name="key" value={page.key} />
            <input type="hidden" name="seen" value={draftLook(shown)} />
          </ActionForm>
        )}
      </div>
    </PracticePage>
  );
}

function Differs({ from, to }: { from: Instrument; to: Instrument }) {
  const lines = differences(instrumentLines(from), instrumentLines(to)).filter(({ id }) => id !== "rest");
  return (
    <Section id="differs" title="What differs" sub={`From version ${from.version}, which is in use.`}>
      {lines.length === 0 ? <p>Nothing that anybody reads.</p> : null}
      <dl className="grid gap-4">
        {lines.map(({ id, place, before, after }) => (
          <div key={id} className="border-b border-line pb-3">
            <dt className="font-semibold">{place}</dt>
            <dd className="grid gap-1">
              {before === null ? null : (
                <p className="whitespace-pre-line text-ink-2 wrap-anywhere">
                  <span className="text-small text-ink-3">Was: </span>
                  {before}
                </p>
              )}
              <p className="whitespace-pre-line wrap-anywhere">
                <span className="text-small text-ink-3">{after === null ? "Gone" : "Is: "}</span>
                {after}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Lines({ from, to }: { from: Instrument; to: Instrument }) {
  return (
    <Section
      id="lines"
      title="What that does to charts"
      sub="A chart shows answers of both versions on one line only where they count alike."
    >
      <dl className="grid gap-3">
        {scaleOutlooks(from, to).map(({ title, kind, sentence }) => (
          <div key={`${title} ${kind}`}>
            <dt className="font-semibold">{title}</dt>
            <dd className={kind === "breaks" ? "text-amber" : "text-ink-2"}>{sentence}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
