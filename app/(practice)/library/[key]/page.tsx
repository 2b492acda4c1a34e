import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { WhatIs } from "@/components/shell/what-is";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { formatLongDay } from "@/lib/format";
import { whyNotPublishable } from "@/lib/instruments/assignable";
import {
  certaintyWords,
  evidenceWords,
  lengthWords,
  measuresFact,
  ownerTask,
} from "@/lib/instruments/instrument-status";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { can } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../_shell/practice-page";
import { ImportLosses } from "./_components/import-losses";
import { OwnerSteps } from "./_components/owner-steps";
import { ScaleTable } from "./_components/scale-table";

export const metadata: Metadata = { title: "Assessment" };

export default async function InstrumentPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { estimates: true });
  const { page, shown, zone, now } = data;
  const today = localDate(now, zone);
  const day = (instant: Date) => formatLongDay(localDate(instant, zone), today);
  const why = page.current ? null : whyNotPublishable(shown);
  const certainty = certaintyWords(shown);
  const measured = measuresFact(shown);
  const facts: [string, string][] = [
    ["Length", lengthWords(shown)],
    ["Shown to the client", shown.layout === "one-page" ? "All on one page" : "One at a time"],
    ...(measured ? [["Measures", measured] as [string, string]] : []),
    ["Wording", shown.licence.note],
    ...(page.licence
      ? [
          ["This practice’s licence", `${page.licence.note} (${page.licence.by}, ${day(page.licence.at)})`] as [
            string,
            string,
          ],
        ]
      : []),
    ["Evidence", evidenceWords(shown)],
    ...(certainty ? [["Checked", certainty] as [string, string]] : []),
    ["Versions", page.versions.map((one) => versionWords(one, day)).join("; ")],
    ["Answered", page.answered === 0 ? "Not yet" : plural(page.answered, "Once", `${page.answered} times`)],
  ];
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/library">Library</Crumb>
      <PageHead
        title={shown.title}
        sub={shown.purpose}
        action={
          why ? null : <LinkButton href={paths.instrument(page.key).preview}>Preview as a client sees it</LinkButton>
        }
      />
      {why ? (
        <Notice tone="attention" title="It cannot be given to a client yet">
          {why}
        </Notice>
      ) : null}
      {page.current && ownerTask(page.current.instrument) ? (
        <Notice tone="attention" title="For the owner">
          {ownerTask(page.current.instrument)}
        </Notice>
      ) : null}
      <div className="grid gap-x-14 mt-6.5 grid-cols-[minmax(0,876px)_340px] justify-between max-side:grid-cols-1 desk:max-wide:gap-x-9 desk:max-wide:grid-cols-[minmax(0,1fr)_300px] print:block">
        <div className="min-w-0">
          <Section id="scales" title="What it measures">
            <ScaleTable instrument={shown} />
            {shown.keyNote ? <p className="mt-2.5 text-ink-2">{shown.keyNote}</p> : null}
          </Section>
          <ImportLosses origin={shown.origin} />
          {shown.references.length > 0 ? (
            <Section id="sources" title="Sources">
              {shown.references.map((reference) => (
                <p className="text-ink-2 text-small" key={reference}>
                  {reference}
                </p>
              ))}
            </Section>
          ) : null}
        </div>
        <aside className="min-w-0" aria-label="About this assessment">
          <Section id="facts" title="At a glance">
            <dl className="grid gap-2.5">
              {facts.map(([term, value]) => (
                <div key={term}>
                  <dt className="text-ink-3 text-small">{term}</dt>
                  <dd className="min-w-0 wrap-anywhere">{value}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section id="files" title="Take it elsewhere" action={<WhatIs word="take-elsewhere" />}>
            <p>
              <a href={`/api/library/${page.key}/questionnaire`} download>
                FHIR Questionnaire
              </a>
            </p>
          </Section>
          {can(session.actor, "assessments.edit-instrument") ? (
            <OwnerSteps page={page} estimates={data.estimates} />
          ) : null}
        </aside>
      </div>
    </PracticePage>
  );
}

const versionWords = (
  { version, publishedAt }: { version: number; publishedAt: Date | null },
  day: (instant: Date) => string,
): string => (publishedAt ? `${version}, published ${day(publishedAt)}` : `${version}, draft`);
