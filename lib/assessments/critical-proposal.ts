/**
 * Questions about dying, by their LOINC code: the ninth of the PHQ-9 and those of the Columbia screener. A file that
 * names one brings a proposal along; the owner still looks at every answer.
 */
const AboutDying = new Set(["44260-8", "93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3"]);
const LOINC = "http://loinc.org";
const MEANS_NO = /^(no|none|never|not at all)\b/i;

type Coded = { codes?: readonly { system: string; code: string }[] | undefined };
type Offered = { value: number; label: string | null };

/** The values of a question that are proposed as critical: all but the answer that says no, or all but the lowest. */
export function proposedValues({ codes = [] }: Coded, options: readonly Offered[]): number[] {
  if (!codes.some(({ system, code }) => system === LOINC && AboutDying.has(code))) return [];
  const says = options.filter(({ label }) => !MEANS_NO.test(label ?? ""));
  if (says.length < options.length) return says.map(({ value }) => value);
  const lowest = Math.min(...options.map(({ value }) => value));
  return options.map(({ value }) => value).filter((value) => value > lowest);
}

const criticalSentence = (text: string | null, id: string): string =>
  `“${(text ?? `Question ${id}`).slice(0, 1500)}”: an answer that needs somebody today.`;

export const criticalRuleOf = (item: { id: string; text?: string | null }, values: readonly number[]) => ({
  when: { values: [...values] },
  effect: "crisis" as const,
  sentence: criticalSentence(item.text ?? null, item.id),
});
