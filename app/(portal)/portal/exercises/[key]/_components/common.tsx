import type { Values } from "@/components/portal/guide-values";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { howItWentLabels } from "@/lib/domain/exercises/attempt";
import type { Exercise } from "@/lib/domain/protocol/definition";
import type { GuideFrame } from "./guide";
import { Scale } from "./scale";

/** What every guide of an exercise is given. */
export type GuideProps = {
  frame: GuideFrame;
  exercise: Exercise;
  instructions: string;
  partner: string;
  therapist: string;
};

const calm = { low: "Calm", high: "As anxious as can be" };

/** What to do, in the practice's words, and how it feels beforehand. */
export function Before({ instructions, draft }: { instructions: string; draft: Values }) {
  return (
    <>
      <p className="read">{instructions}</p>
      <AnxietyBefore draft={draft} />
    </>
  );
}

export function AnxietyBefore({ draft }: { draft: Values }) {
  return (
    <Scale
      name="anxietyBefore"
      legend="How anxious are you right now?"
      from={0}
      to={10}
      ends={calm}
      value={draft.anxietyBefore}
    />
  );
}

/** How it feels afterwards, how it went, and a few words for the therapist. All of it may be left open. */
export function After({ draft, therapist }: { draft: Values; therapist: string }) {
  return (
    <>
      <Scale
        name="anxietyAfter"
        legend="How anxious are you now?"
        from={0}
        to={10}
        ends={calm}
        value={draft.anxietyAfter}
      />
      <RadioGroup
        name="howItWent"
        legend="How did it go?"
        cards
        defaultValue={draft.howItWent}
        choices={howItWentLabels.map((label, index) => ({ value: String(index), label }))}
      />
      <Textarea
        id="reflection"
        label="Something to keep, if you like"
        hint={`What you noticed, in your own words. ${therapist} can read it and write back.`}
        rows={4}
        maxLength={4000}
        defaultValue={draft.reflection}
      />
    </>
  );
}

/** Small or medium: a first step is never a large one. */
export function Size({
  legend,
  small,
  medium,
  draft,
}: {
  legend: string;
  small: string;
  medium: string;
  draft: Values;
}) {
  return (
    <RadioGroup
      name="size"
      legend={legend}
      cards
      defaultValue={draft.size}
      choices={[
        { value: "small", label: "Small", sub: small },
        { value: "medium", label: "Medium", sub: medium },
      ]}
    />
  );
}

export function Told({ draft, partner, legend }: { draft: Values; partner: string; legend: string }) {
  return (
    <RadioGroup
      name="told"
      legend={legend}
      cards
      defaultValue={draft.told}
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
