import { LineBreaks } from "@/components/assessments/line-breaks";
import { GapMultiples } from "@/components/charts/gap-multiples";
import { sentGaps } from "@/components/charts/gap-series";
import { gapCaption } from "@/components/charts/gap-table";
import { ChartChoices } from "@/components/ui/chart-choices";
import { Section } from "@/components/ui/section";
import type { DimensionGoals } from "@/lib/goals/goal-lines";
import { paths } from "@/lib/paths";
import { counted } from "@/lib/plural";
import type { DimensionsView } from "../dimensions-view";
import { Told } from "./told";

type Props = {
  clientId: string;
  dimensions: DimensionsView;
  /** Lines that were agreed on. */
  goals: DimensionGoals;
  choices: Omit<Parameters<typeof ChartChoices>[0], "children">;
};

/** Now and wished of each dimension along the path, under a sentence that says which side moved. */
export function GapOverTime({ clientId, dimensions, goals, choices }: Props) {
  const { drawn, later, brief, since, gapChanges, breaks, series } = dimensions;
  const along = [
    `${counted(drawn, "assessment")} along the path`,
    ...(later > 0 ? [`${later} later`] : []),
    ...(brief > 0 ? [`${brief} in the brief form, which errs more`] : []),
  ];
  return (
    <Section id="gap" title="Gap over time" sub={`${along.join(", ")}. Solid: now. Dashed: wished.`}>
      {gapChanges.length > 0 ? (
        <>
          <p className="mb-1">{`Since ${since}, by the side that moved:`}</p>
          <div className="max-w-[96ch] text-pretty text-ink-2 text-small *:mb-1">
            {gapChanges.map(({ title, words, plainWords }) => (
              <Told key={title} told={`${title}: ${words}`} plain={`${title}: ${plainWords}`} look="" />
            ))}
          </div>
        </>
      ) : null}
      <LineBreaks sentences={breaks} />
      <ChartChoices {...choices}>
        <GapMultiples
          caption={gapCaption}
          series={sentGaps(series)}
          tableAt={paths.client(clientId).gaps}
          goals={goals}
        />
      </ChartChoices>
    </Section>
  );
}
