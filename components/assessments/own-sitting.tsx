import type { ComponentProps } from "react";
import { CrisisPanel } from "@/components/assessments/crisis-panel";
import { Sitting } from "@/components/assessments/sitting";
import { WhereToTurnLine } from "@/components/safety/where-to-turn-line";
import { clientTitle } from "@/lib/assessments/client-title";
import { crisisRules } from "@/lib/assessments/crisis-rule";
import { criticalHits } from "@/lib/assessments/critical";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { questionsOf } from "@/lib/assessments/questions";
import { tellsAtOnce } from "@/lib/assessments/told-at-once";
import { stemsShown } from "@/lib/exercises/said-beside";
import type { Help } from "@/lib/safety/region-contacts";

type SittingProps = ComponentProps<typeof Sitting>;

type Props = Pick<SittingProps, "save" | "submit" | "onDevice" | "stopAt" | "leave"> & {
  id: string;
  instrument: Instrument;
  layout: SittingProps["layout"] | null;
  answers: readonly Answer[];
  help: Help;
};

/** A person's own sitting, on their page or on a device that was handed over. Of an answer the page gets what was said alone. */
export function OwnSitting({ instrument, layout, answers, help, ...rest }: Props) {
  const isCrisis =
    instrument.sensitivity !== "safety" && criticalHits(instrument, answers).some(({ effect }) => effect === "crisis");
  return (
    <Sitting
      {...rest}
      title={clientTitle(instrument)}
      forms={instrument.forms}
      stems={stemsShown(instrument)}
      locale={instrument.locale}
      layout={layout ?? instrument.layout}
      questions={questionsOf(instrument)}
      tellsAtOnce={tellsAtOnce(instrument)}
      answers={answers.map(({ itemId, form, value }) => ({ itemId, form, value }))}
      help={<WhereToTurnLine help={help} />}
      crisis={{ panel: <CrisisPanel help={help} />, isShown: isCrisis, rules: crisisRules(instrument) }}
    />
  );
}
