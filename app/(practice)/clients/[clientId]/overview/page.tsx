import type { Metadata } from "next";
import { ConnectionFigure } from "@/components/charts/connection-figure";
import { DumbbellTable } from "@/components/charts/dumbbell-table";
import { GapMultiples } from "@/components/charts/gap-multiples";
import { Columns } from "@/components/shell/columns";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { getClientOverview } from "@/db/queries/client-overview";
import { getDimensionReleases } from "@/db/queries/dimension-releases";
import { whyClosed } from "@/lib/domain/safety/gate-words";
import { formatLongDay } from "@/lib/format";
import { loadClient } from "@/lib/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { DimensionRelease } from "./_components/dimension-release";
import { SafetySection } from "./_components/safety-section";
import { connectionView } from "./connection-view";
import { dimensionsView } from "./dimensions-view";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => ({
    ...(await getClientOverview(scope, id)),
    releases: await getDimensionReleases(scope, id),
  }));
  const latest = data.sittings.at(-1);
  const connection = connectionView(data, standing, today, data.now);
  const dimensions = dimensionsView(data.sittings);
  const { safety } = data;
  const closed = whyClosed(safety.gate, safety.coupleGate);
  const whenEmpty = data.header.hasAccepted
    ? "The first check appears here as soon as it is saved."
    : "Checks appear here once the invitation is accepted.";
  return (
    <ClientPage session={session} header={data.header} standing={standing} today={today} current="overview">
      <Columns
        sideLabel="Safety"
        side={
          <SafetySection
            safety={safety}
            name={data.header.name}
            clientId={data.header.id}
            now={data.now}
            zone={session.actor.zone}
            today={today}
          />
        }
        main={
          <div className="overview">
            <Section id="connection" title="Connection" sub="How connected do you feel right now? 1 to 10.">
              <ConnectionFigure {...connection} whenEmpty={whenEmpty} />
              {closed && data.checks.length > 0 ? (
                <p className="sec sm">A score that rises is not a sign of safety while the safety gate is not clear.</p>
              ) : null}
            </Section>
            <Section
              id="dimensions"
              title="Five dimensions, now and wished"
              sub={
                dimensions
                  ? `${dimensions.week === null ? "Assessment" : `Week ${dimensions.week} assessment`}, ${formatLongDay(dimensions.date, today)}. Widest gap first. Scale 0 to 96.`
                  : undefined
              }
            >
              {dimensions ? (
                <>
                  <p className="finding">{dimensions.sentence}</p>
                  <DumbbellTable
                    caption={dimensions.sentence}
                    rows={dimensions.rows}
                    threshold={dimensions.threshold}
                    basis={dimensions.basis}
                    baselineLabel={
                      dimensions.baselineDate ? `baseline, ${formatLongDay(dimensions.baselineDate, today)}` : null
                    }
                  />
                  {dimensions.cautions.map((caution) => (
                    <p className="sec sm" key={caution}>
                      {caution}
                    </p>
                  ))}
                  <p className="sec sm">
                    Five topics to talk about, not independent factors. Written for Nearer and not validated.
                  </p>
                  {latest ? (
                    <DimensionRelease
                      assessmentId={latest.assessmentId}
                      name={data.header.name.split(" ")[0] ?? data.header.name}
                      release={data.releases.find(({ assessmentId }) => assessmentId === latest.assessmentId)}
                      now={data.now}
                      zone={session.actor.zone}
                    />
                  ) : null}
                </>
              ) : closed ? (
                <Empty title="Closed for now" action={<a href="#safety">Go to Safety</a>}>
                  {closed}
                </Empty>
              ) : (
                <Empty title="No assessment yet">
                  The five dimensions appear here when the first assessment is sent.
                </Empty>
              )}
            </Section>
            {dimensions && data.sittings.length > 1 ? (
              <Section
                id="gap"
                title="Gap over time"
                sub={`${dimensions.drawn} assessments in the ten weeks${dimensions.later > 0 ? `, ${dimensions.later} later` : ""}. Solid: now. Dashed: wished.`}
              >
                <GapMultiples caption="Now and wished over time, by dimension" series={dimensions.series} />
              </Section>
            ) : null}
          </div>
        }
      />
    </ClientPage>
  );
}
