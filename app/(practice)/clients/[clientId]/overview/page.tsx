import type { Metadata } from "next";
import Link from "next/link";
import { ConnectionFigure } from "@/components/charts/connection-figure";
import { Columns } from "@/components/shell/columns";
import { ChartChoices } from "@/components/ui/chart-choices";
import { Section } from "@/components/ui/section";
import { getDimensionReleases } from "@/db/queries/assessments/dimension-releases";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientPractice } from "@/db/queries/clients/client-practice";
import { measuredElsewhere } from "@/db/queries/clients/measured-elsewhere";
import { chartNotesOf } from "@/db/queries/connection/chart-notes";
import { getLinkFollowUp } from "@/db/queries/couples/link-follow-up";
import { goalsOf } from "@/db/queries/goals/goals";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { atOnce } from "@/lib/at-once";
import { firstNameOf } from "@/lib/first-name";
import { formatDay, formatLongDay, formatMoment, inSentence } from "@/lib/format";
import { goalLines, lineOn } from "@/lib/goals/goal-lines";
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
import { DimensionSections } from "./_components/dimension-sections";
import { LatestReflections } from "./_components/latest-reflections";
import { OpenEvents } from "./_components/open-event";
import { OverlapDetails } from "./_components/overlap-details";
import { PracticeCharts } from "./_components/practice-charts";
import { SafetySection } from "./_components/safety-section";
import { SignalNotice } from "./_components/signal-notice";
import { SignalPanel } from "./_components/signal-panel";
import { ThisWeek } from "./_components/this-week";
import { Summary } from "./_components/told";
import { connectionView } from "./connection-view";
import { dimensionsView } from "./dimensions-view";
import { followedView } from "./followed-view";
import { openReason, opensClearing, opensWorking, type SearchParams } from "./opened-here";
import { anxietyView, firstTimeEvents, movesView, ratingsView, thisWeekView, withChartNotes } from "./practice-view";

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
      goals: goalsOf(scope, id),
      notes: chartNotesOf(scope, id),
      elsewhere: measuredElsewhere(scope, id),
    });
    return { ...overview, ...beside };
  });
  const { safety, practice, header, now } = data;
  const version = header.enrolment?.version ?? null;
  const lines = goalLines(data.goals);
  const sayDay = (date: string) => formatLongDay(date, today);
  const connection = connectionView(
    data,
    standing,
    today,
    now,
    (from) => withChartNotes(firstTimeEvents(practice, version, from), data.notes, from, sayDay),
    { line: lineOn(lines, "connection"), day: sayDay },
    data.elsewhere,
  );
  const dimensions = dimensionsView(data.sittings, data.estimates, data.saysGain, (date) => formatDay(date, today));
  const startsOn = header.countsFrom;
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
        hasWeeks={header.enrolment !== null}
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
                <ConnectionFigure
                  data={connection.data}
                  sentence={[connection.sentence, connection.goalSentence].filter(Boolean).join(" ")}
                  whenEmpty={whenEmpty}
                />
              </ChartChoices>
              <p className="mt-2 text-small print:hidden">
                <Link href={paths.client(header.id).goals} prefetch={false}>
                  Goals, and notes on the chart
                </Link>
              </p>
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
            <DimensionSections
              data={data}
              dimensions={dimensions}
              lines={lines}
              choices={choices}
              clock={{ now, zone, today }}
            />
          </div>
        }
      />
      <PracticeCharts moves={moves} anxiety={anxiety} ratings={ratings} firstName={firstName} choices={choices} />
    </ClientPage>
  );
}
