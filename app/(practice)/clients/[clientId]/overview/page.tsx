import type { Metadata } from "next";
import { ConnectionFigure } from "@/components/charts/connection-figure";
import { DumbbellTable } from "@/components/charts/dumbbell-table";
import { Columns } from "@/components/shell/columns";
import { ChartChoices } from "@/components/ui/chart-choices";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { getDimensionReleases } from "@/db/queries/assessments/dimension-releases";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientPractice } from "@/db/queries/clients/client-practice";
import { getLinkFollowUp } from "@/db/queries/couples/link-follow-up";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { atOnce } from "@/lib/at-once";
import { firstNameOf } from "@/lib/first-name";
import { formatDay, formatLongDay, formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { noGainSentence } from "@/lib/safety/gate-words";
import type { SummaryFacts } from "@/lib/signals/client-summary";
import { clientSummary } from "@/lib/signals/client-summary";
import { rememberChartChoice } from "@/server/chart-action";
import { loadClient } from "@/server/load-client";
import { sentRow } from "../../../_protocol/sent-path";
import { sayFor } from "../../../_signals/say-for";
import { ClientPage } from "../_shell/client-page";
import { AfterLink } from "./_components/after-link";
import { BesideOverview } from "./_components/beside-overview";
import { DimensionRelease } from "./_components/dimension-release";
import { GapOverTime } from "./_components/gap-over-time";
import { LatestReflections } from "./_components/latest-reflections";
import { OpenEvents } from "./_components/open-event";
import { OverlapDetails } from "./_components/overlap-details";
import { PracticeCharts } from "./_components/practice-charts";
import { SafetySection } from "./_components/safety-section";
import { SignalNotice } from "./_components/signal-notice";
import { SignalPanel } from "./_components/signal-panel";
import { ThisWeek } from "./_components/this-week";
import { Summary, Told } from "./_components/told";
import { connectionView } from "./connection-view";
import { dimensionsView } from "./dimensions-view";
import { followedView } from "./followed-view";
import { openReason, opensClearing, opensWorking, type SearchParams } from "./opened-here";
import { anxietyView, firstTimeEvents, movesView, ratingsView, thisWeekView } from "./practice-view";

export const metadata: Metadata = { title: "Overview" };

type Props = { params: Promise<{ clientId: string }>; searchParams: Promise<SearchParams> };

export default async function OverviewPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const { overview, ...beside } = await atOnce({
      overview: getClientOverview(scope, id),
      releases: getDimensionReleases(scope, id),
      practice: getClientPractice(scope, id),
      tables: ownChartTables(scope),
      followUp: getLinkFollowUp(scope, id),
      reasons: getClientSignals(scope, id),
    });
    return { ...overview, ...beside };
  });
  const latest = data.sittings.at(-1);
  const { safety, practice, header, now } = data;
  const version = header.enrolment?.version ?? null;
  const connection = connectionView(data, standing, today, now, (from) => firstTimeEvents(practice, version, from));
  const dimensions = dimensionsView(data.sittings, data.estimates, data.saysGain, (date) => formatDay(date, today));
  const startsOn = header.enrolment?.countsFrom ?? today;
  const moves = movesView(practice, startsOn, today, connection.data.weeks);
  const anxiety = anxietyView(practice, version);
  const firstName = firstNameOf(header.name);
  const ratings = ratingsView(practice, startsOn, firstName);
  const week = thisWeekView(practice, version, standing, today);
  const zone = session.actor.zone;
  const isRunning = standing?.status === "active" || standing?.status === "held";
  const signal = isRunning ? connection.signal : null;
  const choices = { tables: data.tables, remember: rememberChartChoice };
  const facts: SummaryFacts = {
    firstName,
    practice: header.hasAccepted ? week : null,
    connection: connection.status,
    falls: dimensions?.falls ?? "",
    widest: dimensions?.widest ?? null,
    gateClear: data.saysGain,
    safetyOpen: safety.openEvents.length > 0,
    waiting: header.unread,
  };
  const summary = clientSummary(facts);
  // On paper nothing stands or is missing because of what safety holds.
  const onPaper = clientSummary({ ...facts, connection: null, safetyOpen: false });
  const whenEmpty = header.hasAccepted
    ? "The first check appears here as soon as it is saved."
    : "Checks appear here once the invitation is accepted.";
  return (
    <ClientPage
      session={session}
      header={header}
      standing={standing}
      today={today}
      current="overview"
      beside={<BesideOverview data={data} standing={standing} dimensions={dimensions} today={today} />}
    >
      <OpenEvents safety={safety} firstName={firstName} clientId={header.id} now={now} zone={zone} />
      {signal?.kind === "watch" ? (
        <SignalNotice
          signal={signal}
          answer={practice.signalAnswer}
          clientId={header.id}
          mayAnswer={safety.mayChange}
          now={now}
          zone={zone}
        />
      ) : null}
      <SignalPanel
        found={data.reasons}
        followed={followedView(data.reasons, connection.status, data.saysGain, now)}
        clientId={header.id}
        firstName={firstName}
        now={now}
        today={today}
        say={sayFor(header.zone, today, now)}
        open={openReason(asked)}
      />
      <Summary told={summary} plain={onPaper} />
      <Columns
        sideLabel="Safety, this week, reflections"
        sideFirst={safety.openEvents.length > 0}
        side={
          <>
            <SafetySection
              safety={safety}
              name={header.name}
              clientId={header.id}
              now={now}
              zone={zone}
              today={today}
              isClearing={opensClearing(asked)}
            />
            <AfterLink
              asked={data.followUp}
              clientId={header.id}
              firstName={firstName}
              day={(date) => formatLongDay(date, today)}
              moment={(at) => inSentence(formatMoment(at, now, zone))}
            />
            {week ? <ThisWeek rows={week.rows.map(sentRow)} clientId={header.id} /> : null}
            <LatestReflections
              practice={practice}
              version={version}
              clientId={header.id}
              firstName={firstName}
              today={today}
              now={now}
              zone={zone}
            />
          </>
        }
        main={
          <div className="print:block">
            <Section id="connection" title="Connection" sub={"How connected do you feel right now? 1\u00a0to\u00a010."}>
              <ChartChoices {...choices}>
                <ConnectionFigure data={connection.data} sentence={connection.sentence} whenEmpty={whenEmpty} />
              </ChartChoices>
              {connection.overlap ? (
                <OverlapDetails
                  found={connection.overlap}
                  here={paths.client(header.id).overview}
                  isOpen={opensWorking(asked)}
                />
              ) : null}
              {!data.saysGain && data.checks.length > 0 ? (
                <p className="mt-2 text-ink-2 text-small print:hidden">{noGainSentence}</p>
              ) : null}
            </Section>
            <Section
              id="dimensions"
              title="Five dimensions, now and wished"
              sub={
                dimensions
                  ? `${dimensions.week === null ? "Assessment" : `Week ${dimensions.week} assessment`}, ${dimensions.form === "brief" ? "brief form, " : ""}${formatLongDay(dimensions.date, today)}. Widest gap first. Scale 0 to 96.`
                  : undefined
              }
            >
              {dimensions ? (
                <>
                  <Told told={dimensions.sentence} plain={dimensions.plainSentence} />
                  <DumbbellTable
                    caption={dimensions.plainSentence}
                    rows={dimensions.rows}
                    reliableFrom={dimensions.reliableFrom}
                    since={dimensions.since}
                    baselineLabel={
                      dimensions.baselineDate
                        ? `${dimensions.since}, ${formatLongDay(dimensions.baselineDate, today)}`
                        : null
                    }
                  />
                  {dimensions.chance ? <p className="mt-2.5 text-ink-2 text-small">{dimensions.chance}</p> : null}
                  {dimensions.cautions.map((caution) => (
                    <p className="mt-2.5 text-ink-2 text-small" key={caution}>
                      {caution}
                    </p>
                  ))}
                  {data.saysGain ? null : <p className="mt-1.5 text-ink-2 text-small print:hidden">{noGainSentence}</p>}
                  <p className="mt-2.5 text-ink-2 text-small">
                    Five topics to talk about, not independent factors. Written for Nearer and not validated.
                  </p>
                  {latest && data.reasons.mayChange ? (
                    <DimensionRelease
                      assessmentId={latest.assessmentId}
                      name={firstName}
                      release={data.releases.find(({ assessmentId }) => assessmentId === latest.assessmentId)}
                      now={now}
                      zone={zone}
                    />
                  ) : null}
                </>
              ) : (
                <Empty title="No assessment yet">
                  The five dimensions appear here when the first assessment is sent.
                </Empty>
              )}
            </Section>
            {dimensions && data.sittings.length > 1 ? (
              <GapOverTime clientId={header.id} dimensions={dimensions} choices={choices} />
            ) : null}
          </div>
        }
      />
      <PracticeCharts moves={moves} anxiety={anxiety} ratings={ratings} firstName={firstName} choices={choices} />
    </ClientPage>
  );
}
