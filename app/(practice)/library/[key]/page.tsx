import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
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
      <div className="cols">
        <div>
          <Section id="scales" title="What it measures">
            <ScaleTable instrument={shown} />
            {shown.keyNote ? <p className="sec">{shown.keyNote}</p> : null}
          </Section>
          {shown.references.length > 0 ? (
            <Section id="sources" title="Sources">
              {shown.references.map((reference) => (
                <p className="sec sm" key={reference}>
                  {reference}
                </p>
              ))}
            </Section>
          ) : null}
        </div>
        <aside aria-label="About this assessment">
          <Section id="facts" title="At a glance">
            <dl className="facts">
              {facts.map(([term, value]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section id="files" title="Take it elsewhere">
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
