import { LineBreaks } from "@/components/assessments/line-breaks";
import { ScoreTrend } from "@/components/charts/score-trend";
import { WhatIs } from "@/components/shell/what-is";
import { Flag } from "@/components/ui/flag";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import type { AssessmentResult } from "@/db/queries/assessments/assessment-result";
import type { ClientSitting } from "@/db/queries/assessments/client-sittings";
import { changeWorking } from "@/lib/assessments/change-working";
import { criticalHits } from "@/lib/assessments/critical";
import { chanceWords } from "@/lib/assessments/judged-together";
import { lineBreaks } from "@/lib/assessments/line-break";
import { trends } from "@/lib/assessments/result-trends";
import {
  comparedWith,
  earlier,
  gapRows,
  itemRows,
  judged,
  resultSentences,
  scaleRows,
} from "@/lib/assessments/result-view";
import { formatDay, formatLongDay, formatMoment } from "@/lib/format";
import { bandWords } from "@/lib/instruments/figure-words";
import { counted } from "@/lib/plural";
import { noGainSentence } from "@/lib/safety/gate-words";
import { localDate } from "@/lib/time/zone";
import { ChangeDetails } from "./change-details";
import { CompareWith } from "./compare-with";
import { Marks } from "./marks";
import { ItemTable, ScaleTable } from "./result-tables";
import { SidesTable } from "./sides-table";
import { TakeBack } from "./take-back";

type Props = {
  result: AssessmentResult;
  sitting: ClientSitting;
  canChange: boolean;
  chosen: string | undefined;
  today: string;
  now: Date;
};

/** What one response says, beside an earlier one. */
export function Result({ result, sitting, canChange, chosen, today, now }: Props) {
  const { header, shown, responses } = result;
  const before = comparedWith(result, chosen);
  const isSafety = shown.instrument.sensitivity === "safety";
  const hasForms = shown.instrument.forms.length > 1;
  const beforeLabel = before ? formatDay(before.date, today) : null;
  const critical = criticalHits(shown.instrument, shown.answers);
  const since = before && !isSafety ? formatLongDay(before.date, today) : null;
  const told = since ? resultSentences(result, before, since) : null;
  const headline = [told?.falls, told?.others].filter(Boolean).join(" ");
  const scored = shown.instrument.scales
    .filter(({ role }) => role === "score")
    .map((scale) => ({ scale: judged(scale, result) }));
  const chance = told ? chanceWords(scored) : null;
  const answers = itemRows(result, before);
  const drawn = isSafety ? [] : trends(result, (date) => formatDay(date, today));
  return (
    <>
      {sitting.withdrawal ? (
        <Notice tone="attention" title={`These answers do not count: ${sitting.withdrawal.by} voided them`}>
          <span {...theirWords}>{sitting.withdrawal.reason}</span>
        </Notice>
      ) : null}
      {sitting.broughtIn ? (
        <Notice
          tone="plain"
          title={`Brought in from a file by ${sitting.broughtIn.by}, ${formatMoment(sitting.broughtIn.at, now, header.zone)}`}
        >
          {header.name} did not answer it here. The day is the one that the file gives.
        </Notice>
      ) : null}
      {critical.map((hit) => (
        <Notice key={`${hit.itemId}${hit.scale}${hit.form}`} tone="risk" title={hit.sentence}>
          {hit.effect === "concern" ? "Worth asking about, alone." : "This opened a safety event."} No score grades the
          risk: talk to {header.name}.
        </Notice>
      ))}
      <div className="grid gap-x-14 mt-6.5 grid-cols-[minmax(0,876px)_340px] justify-between max-side:grid-cols-1 desk:max-wide:gap-x-9 desk:max-wide:grid-cols-[minmax(0,1fr)_300px] print:block">
        <div className="min-w-0">
          <Section
            id="headline"
            title={shown.instrument.title}
            sub={`${formatMoment(shown.submittedAt, now, header.zone)}${sitting.weekNumber === null ? "" : `, week ${sitting.weekNumber}`}. Version ${shown.instrument.version}.`}
            action={
              before && earlier(result).length > 1 ? (
                <CompareWith
                  chosen={before.id}
                  options={earlier(result).map(({ id, date }) => ({ value: id, label: formatDay(date, today) }))}
                />
              ) : null
            }
          >
            {isSafety ? (
              <>
                <p>Safety answers are read one by one. They have no score and are never drawn.</p>
                {shown.instrument.scales.map((scale) =>
                  scale.cutoff ? (
                    <p className="mt-2 text-ink-2 text-small" key={scale.key}>
                      {bandWords(shown.instrument, scale)} {scale.cutoff.meaning}
                    </p>
                  ) : null,
                )}
              </>
            ) : (
              <>
                {headline ? <p className="mb-3 max-w-[96ch] text-pretty">{headline}</p> : null}
                {hasForms ? (
                  <SidesTable rows={scaleRows(result, before)} gaps={gapRows(result, before)} before={beforeLabel} />
                ) : (
                  <ScaleTable rows={scaleRows(result, before)} before={beforeLabel} />
                )}
                {chance ? <p className="mt-2.5 text-ink-2 text-small">{chance}</p> : null}
                <ChangeDetails rows={changeWorking(result, before)} hasForms={hasForms} />
                {result.saysGain ? null : (
                  <p className="text-ink-2 text-small print:hidden">
                    {result.measures === "undecided"
                      ? "The library does not say yet what this questionnaire measures, so it is treated as closeness. "
                      : null}
                    {noGainSentence}
                  </p>
                )}
                {shown.flags.map((flag) => (
                  <p key={flag.kind} className="mt-3.5">
                    <Flag tone="attention">{flag.sentence}</Flag>
                  </p>
                ))}
                {[...result.estimates].map(([key, estimate]) => (
                  <p className="text-ink-2 text-small" key={key}>
                    {estimateWords(shown.instrument.scales.find((scale) => scale.key === key)?.title ?? key, estimate)}
                  </p>
                ))}
                {shown.instrument.validated ? null : (
                  <p className="text-ink-2 text-small">
                    Written for practice use and not validated: a starting point for talking.
                  </p>
                )}
              </>
            )}
          </Section>
          <div className="[&>*]:min-w-0 grid gap-x-9 grid-cols-[repeat(auto-fill,minmax(min(100%,380px),1fr))] print:gap-x-8 print:grid-cols-[1fr_1fr]">
            {drawn.map((trend) => (
              <Section
                key={trend.key}
                id={`trend-${trend.key}`}
                title={trend.title}
                sub={`${trend.points.length} responses`}
              >
                {trend.finding ? <p className="mb-2 text-small">{trend.finding}</p> : null}
                <ScoreTrend
                  title={trend.title}
                  range={trend.scale.range}
                  direction={trend.scale.direction}
                  points={trend.points}
                  threshold={trend.threshold}
                  kind={trend.kind}
                />
                <LineBreaks sentences={lineBreaks(result, trend.key, (date) => formatDay(date, today))} />
              </Section>
            ))}
          </div>
          <Section id="answers" title="Answers">
            <details open={isSafety} className="print:[&::details-content]:[content-visibility:visible]">
              <summary className="pb-3 print:hidden">{counted(answers.length, "answer")}, one by one</summary>
              <ItemTable
                rows={answers}
                first={responses[0] && responses[0].id !== shown.id ? formatDay(responses[0].date, today) : null}
                previous={before && before.id !== responses[0]?.id ? beforeLabel : null}
                now={formatDay(shown.date, today)}
                hasForms={hasForms}
                locale={shown.instrument.locale}
              />
            </details>
          </Section>
        </div>
        <aside className="min-w-0" aria-label="What you did with it">
          <Section id="marks" title="With the client">
            {canChange ? (
              <Marks sitting={sitting} name={header.name} />
            ) : (
              <p className="text-ink-2">Only the client’s own therapist or the owner marks it.</p>
            )}
            {sitting.discussedAt ? (
              <p className="text-ink-2 text-small">
                Discussed {formatLongDay(localDate(sitting.discussedAt, header.zone), today)}. {header.name} sees this.
              </p>
            ) : null}
          </Section>
          {isSafety ? null : (
            <Section
              id="files"
              className="print:hidden"
              title="Take it elsewhere"
              action={<WhatIs word="take-elsewhere" />}
            >
              <p>
                <a href={`/api/clients/${header.id}/assessments/${shown.id}/fhir`} download>
                  FHIR response and scores
                </a>
              </p>
            </Section>
          )}
          {canChange && !sitting.withdrawal ? (
            <Section id="void" className="print:hidden" title="Something is wrong">
              <TakeBack clientId={header.id} assessmentId={shown.id} isSent />
            </Section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

type Estimate = AssessmentResult["estimates"] extends Map<string, infer E> ? E : never;

function estimateWords(title: string, estimate: Estimate): string {
  if (estimate.status === "estimated") return `${title}: ${estimate.reliability.source}`;
  if (estimate.status === "too few")
    return `${title}: your own data counts from ${estimate.needed} people on; ${estimate.n} so far. The shipped figure is used.`;
  return `${title}: ${estimate.reason} The shipped figure is used.`;
}
