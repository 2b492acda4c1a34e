import type { ComponentProps } from "react";
import { sentAnxiety } from "@/components/charts/anxiety-geometry";
import { AnxietySlopes } from "@/components/charts/anxiety-slopes";
import { RatedWeeks } from "@/components/charts/rated-weeks";
import { StrategiesChart } from "@/components/charts/strategies-chart";
import { WhatIs } from "@/components/shell/what-is";
import { ChartChoices } from "@/components/ui/chart-choices";
import { Section } from "@/components/ui/section";
import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";
import type { anxietyView, movesView, ratingsView } from "../practice-view";

type Props = {
  moves: ReturnType<typeof movesView>;
  anxiety: ReturnType<typeof anxietyView>;
  ratings: ReturnType<typeof ratingsView>;
  firstName: string;
  choices: Omit<ComponentProps<typeof ChartChoices>, "children">;
};

/** What a client noticed, how anxious exercises were, and how they went: each only where there is something to draw. */
export function PracticeCharts({ moves, anxiety, ratings, firstName, choices }: Props) {
  if (!moves && !anxiety && !ratings) return null;
  return (
    <div className="[&>*]:min-w-0 grid gap-x-4 grid-cols-[repeat(auto-fit,minmax(min(414px,100%),1fr))] print:gap-x-8 print:grid-cols-[1fr_1fr] print:break-inside-avoid">
      {moves ? (
        <Section
          id="moves"
          title="Deactivating strategies"
          action={<WhatIs word="distance-moves" />}
          sub={`Times ${firstName} noticed one, per week. ${NOT_A_DISTANCE_MOVE}`}
        >
          <p className="mb-3 max-w-[96ch] text-pretty print:break-after-avoid">{moves.sentence}</p>
          <ChartChoices {...choices}>
            <StrategiesChart id="moves-chart" label={moves.sentence} names={moves.names} weeks={moves.weeks} />
          </ChartChoices>
        </Section>
      ) : null}
      {anxiety ? (
        <Section id="anxiety" title="Anxiety, before and after" sub="0 to 10, per exercise. Bold: median.">
          <p className="mb-3 max-w-[96ch] text-pretty print:break-after-avoid">{anxiety.sentence}</p>
          <ChartChoices {...choices}>
            <AnxietySlopes label={anxiety.sentence} series={sentAnxiety(anxiety.series)} />
          </ChartChoices>
        </Section>
      ) : null}
      {ratings ? (
        <Section
          id="ratings"
          title="How it went, and how it was rated"
          sub="0 to 4. Two questions: something may be hard and done as meant."
        >
          <p className="mb-3 max-w-[96ch] text-pretty print:break-after-avoid">{ratings.sentence}</p>
          <ChartChoices {...choices}>
            <RatedWeeks label={ratings.sentence} name={firstName} weeks={ratings.weeks} />
          </ChartChoices>
        </Section>
      ) : null}
    </div>
  );
}
