import type { Instrument } from "@/lib/assessments/instrument";

export type Measures = Instrument["measures"];

/**
 * Whether an instrument's scores tell how close two people are. Closeness grows under intermittent harm too, so
 * these scores, and any change in them, are shown and carried out only while the couple's gate is clear (docs/RULES.md, section 1).
 * What nobody has decided counts as closeness: closed by mistake hides a number (the answers and what is urgent in them
 * stay in view) until somebody says what it measures; open by mistake tells a harmed person's therapist of progress.
 * Now and wished is closeness whatever is said, because the gap between them is.
 */
export const measuresCloseness = ({ measures, forms }: Pick<Instrument, "measures" | "forms">): boolean =>
  forms.length > 1 || measures !== "one-person";

/**
 * What may be said of an instrument that is now said to measure this. Closeness stays closeness, in a copy and in the next
 * version too, so that nobody opens a shipped measure by renaming it; anything else can be said more carefully.
 */
export const measuresChoices = (now: Measures): readonly Measures[] =>
  ({
    closeness: ["closeness"] as const,
    "one-person": ["one-person", "closeness"] as const,
    undecided: ["undecided", "one-person", "closeness"] as const,
  })[now];
