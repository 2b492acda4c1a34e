import type { Instrument } from "@/lib/assessments/instrument";

/** What staff call them says nothing to whoever answers. A practice's own title is shown as it is. */
const inPlainWords: Readonly<Record<string, string>> = {
  "Five Dimensions": "How close things feel",
  "Five Dimensions, brief": "How close things feel, short",
};

/**
 * The title of a sitting as the person who answers reads it. Questions about safety are never named as such: somebody
 * else may look at the phone (docs/RULES.md, section 5).
 */
export function clientTitle({
  title,
  clientTitle: own,
  sensitivity,
}: Pick<Instrument, "title" | "clientTitle" | "sensitivity">): string {
  return sensitivity === "safety" ? "A few questions" : (own ?? inPlainWords[title] ?? title);
}
