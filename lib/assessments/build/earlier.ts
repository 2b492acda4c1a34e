import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";

/** A draft as it was before a step, and the step in words: "Removed question 3". */
export type EarlierDraft = { did: string; definition: unknown };

/** The draft as it was before a step. */
export const draftBefore = ({ definition }: EarlierDraft): Instrument => parseInstrument(definition);

/** So many steps can be taken back, and no more than this many characters are kept for them. */
const MOST_STEPS = 30;
const MOST_KEPT = 2_000_000;

/** The steps that can be taken back, newest last, with one more. The oldest go first. */
export function withEarlier(steps: readonly EarlierDraft[], did: string, before: Instrument): EarlierDraft[] {
  const kept = [...steps, { did, definition: before }].slice(-MOST_STEPS);
  let size = 0;
  return kept.filter((step, i) => {
    size = kept.slice(i).reduce((sum, one) => sum + JSON.stringify(one.definition).length, 0);
    return size <= MOST_KEPT || step === kept.at(-1);
  });
}
