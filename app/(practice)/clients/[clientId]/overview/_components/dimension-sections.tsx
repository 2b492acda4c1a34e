import type { ComponentProps } from "react";
import { DumbbellTable } from "@/components/charts/dumbbell-table";
import type { ChartChoices } from "@/components/ui/chart-choices";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { DimensionReleaseState } from "@/db/queries/assessments/dimension-releases";
import type { ClientOverview } from "@/db/queries/clients/client-overview";
import type { MeasuredElsewhere } from "@/db/queries/clients/measured-elsewhere";
import type { ClientSignals } from "@/db/queries/signals/client-signals";
import { firstNameOf } from "@/lib/first-name";
import { formatLongDay } from "@/lib/format";
import { type GoalLine, goalLineSentence, goalsByDimension } from "@/lib/goals/goal-lines";
import { noGainSentence } from "@/lib/safety/gate-words";
import type { DimensionsView } from "../dimensions-view";
import { DimensionRelease } from "./dimension-release";
import { DimensionsElsewhere } from "./dimensions-elsewhere";
import { GapOverTime } from "./gap-over-time";
import { Told } from "./told";

type Props = {
  data: ClientOverview & {
    releases: DimensionReleaseState[];
    reasons: ClientSignals;
    elsewhere: readonly MeasuredElsewhere[];
  };
  /** Null before the first assessment. */
  dimensions: DimensionsView | null;
  lines: readonly GoalLine[];
  choices: Omit<ComponentProps<typeof ChartChoices>, "children">;
  clock: { now: Date; zone: string; today: string };
};

/** The newest assessment of the five dimensions, and how each gap came to be what it is. */
export function DimensionSections({ data, dimensions, lines, choices, clock: { now, zone, today } }: Props) {
  const latest = data.sittings.at(-1);
  const goals = goalsByDimension(lines);
  const sayDay = (date: string) => formatLongDay(date, today);
  const firstName = firstNameOf(data.header.name);
  return (
    <>
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
            <GoalSentences lines={lines} day={sayDay} />
            <DumbbellTable
              caption={dimensions.plainSentence}
              rows={dimensions.rows}
              goals={goals}
              reliableFrom={dimensions.reliableFrom}
              since={dimensions.since}
              baselineLabel={
                dimensions.baselineDate ? `${dimensions.since}, ${formatLongDay(dimensions.baselineDate, today)}` : null
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
          <Empty title="No assessment yet">The five dimensions appear here when the first assessment is sent.</Empty>
        )}
      </Section>
      <DimensionsElsewhere elsewhere={data.elsewhere} saysGain={data.saysGain} today={today} />
      {dimensions && data.sittings.length > 1 ? (
        <GapOverTime clientId={data.header.id} dimensions={dimensions} goals={goals} choices={choices} />
      ) : null}
    </>
  );
}

/** Where the lines of the dimensions stand. Nothing says whether a score is there. */
function GoalSentences({ lines, day }: { lines: readonly GoalLine[]; day: (date: string) => string }) {
  const told = lines.filter(({ measure }) => measure !== "connection").map((line) => goalLineSentence(line, day));
  return told.length > 0 ? <p className="mb-3 max-w-[96ch] text-pretty">{told.join(" ")}</p> : null;
}
