import { howHardLabels, howItWentLabels } from "@/lib/exercises/attempt";
import type { Exercise } from "@/lib/exercises/exercise";
import { limits } from "@/lib/limits";
import type { GuideFrame } from "./guide";
import { GuideChoices, GuideScale, GuideTextarea } from "./guide-fields";
import { noAnswer } from "./scale";

/** What every guide of an exercise is given. */
export type GuideProps = {
  frame: GuideFrame;
  exercise: Exercise;
  instructions: string;
  partner: string;
  therapist: string;
  /** Who can read what is written here. */
  reader: string;
};

const calm = { low: "Calm", high: "As anxious as can be" };

/** What to do, in the practice's words, and how it feels beforehand. */
export function Before({ instructions }: { instructions: string }) {
  return (
    <>
      <p className="reading">{instructions}</p>
      <AnxietyBefore />
    </>
  );
}

export function AnxietyBefore() {
  return (
    <GuideScale name="anxietyBefore" legend="How anxious are you right now?" from={0} to={10} ends={calm} isOptional />
  );
}

/** How it feels afterwards, whether it was hard, how it went, and a few words for the therapist. All of it may be left open. */
export function After({ reader }: { reader: string }) {
  return (
    <>
      <GuideScale name="anxietyAfter" legend="How anxious are you now?" from={0} to={10} ends={calm} isOptional />
      <GuideChoices name="wasHard" legend="Was it hard?" cards choices={numbered(howHardLabels)} />
      <GuideChoices name="went" legend="How did it go?" cards choices={numbered(howItWentLabels)} />
      <GuideTextarea
        id="reflection"
        label="A few words about it, if you like"
        hint={`What you noticed, in your own words. ${reader} can read it and write back.`}
        rows={4}
        maxLength={limits.reflection}
      />
    </>
  );
}

const numbered = (labels: readonly string[]) => [
  ...labels.map((label, index) => ({ value: String(index), label })),
  noAnswer,
];

/** Small or medium: a first step is never a large one. */
export function Size({ legend, small, medium }: { legend: string; small: string; medium: string }) {
  return (
    <GuideChoices
      name="size"
      legend={legend}
      cards
      choices={[
        { value: "small", label: "Small", sub: small },
        { value: "medium", label: "Medium", sub: medium },
      ]}
    />
  );
}

/** The ways of own steps: one of them, or none. */
export function Ways({ legend, ways }: { legend: string; ways: Record<string, { label: string; sub: string }> }) {
  return (
    <GuideChoices
      name="way"
      legend={legend}
      cards
      choices={[...Object.entries(ways).map(([value, words]) => ({ value, ...words })), noAnswer]}
    />
  );
}

export function Told({ partner, legend }: { partner: string; legend: string }) {
  return (
    <GuideChoices
      name="told"
      legend={legend}
      cards
      choices={[
        { value: "told", label: `Yes, I told ${partner}` },
        { value: "not-yet", label: "Not yet", sub: "Finding the words is part of it. That counts." },
      ]}
    />
  );
}

export const eitherWay = [
  { label: "Save, I did it", outcome: "done" },
  { label: "Save, I tried and stopped", outcome: "tried" },
] as const;
