import { scoreOf } from "@/lib/assessments/option-score";

/**
 * Questions by their LOINC code that bring a proposal along: about dying, the ninth of the PHQ-9 and those of the Columbia
 * screener; about violence, those of the HARK and of the social needs screeners. The owner still looks at every answer.
 */
const GRAVE = new Set([
  ...["44260-8", "93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3"],
  ...["76500-8", "76501-6", "76502-4", "76503-2", "95615-1", "95616-9", "95617-7", "95618-5"],
]);
const LOINC = "http://loinc.org";
const MEANS_NO = /^(no|none|never|not at all)\b/i;

/** Other codings, and no coding at all: what such questions say in English. It proposes, and never says that nothing is there. */
const GRAVE_WORDS = [
  /\bsuicid/i,
  /\bself[- ]?harm/i,
  /\bbetter off dead\b/i,
  /\b(wish(ed)?|want(ed)?|rather)\b.{0,40}\b(dead|die|not wake up)\b/i,
  /\b(kill|hurt|harm|injur|cut)\w*\b.{0,20}\b(yourself|myself|oneself|themsel(f|ves))\b/i,
  /\b(end|take|taking|ending)\b.{0,12}\b(your|my|own) life\b/i,
  /\b(afraid|frightened|scared)\b.{0,30}\b(partner|husband|wife|spouse|anyone at home|somebody at home)\b/i,
  /\b(hit|kick|slap|punch|strangl|chok|rape|threaten|physically hurt)\w*\b/i,
  /\bforced?\b.{0,40}\bsex/i,
  /\b(gun|knife|weapon)s?\b/i,
] as const;

type Asked = {
  text?: string | null | undefined;
  codes?: readonly { system?: string | undefined; code: string }[] | undefined;
};
type Offered = { value: number; score?: number | null | undefined; label: string | null };

/**
 * The values of a question that are proposed as critical: all but the answer that says no, or all but the lowest. Where no
 * answer counts anything, the first says nothing of being the least: all are proposed.
 */
export function proposedValues({ text, codes = [] }: Asked, options: readonly Offered[]): number[] {
  const isGrave =
    codes.some(({ system, code }) => system === LOINC && GRAVE.has(code)) ||
    GRAVE_WORDS.some((words) => words.test(text ?? ""));
  if (!isGrave) return [];
  const says = options.filter(({ label }) => !MEANS_NO.test(label ?? ""));
  if (says.length < options.length) return says.map(({ value }) => value);
  const lowest = Math.min(...options.flatMap((option) => scoreOf(option) ?? []));
  return options.filter((option) => scoreOf(option) !== lowest).map(({ value }) => value);
}

const criticalSentence = (text: string | null, id: string): string =>
  `“${(text ?? `Question ${id}`).slice(0, 1500)}”: an answer that needs somebody today.`;

export const criticalRuleOf = (item: { id: string; text?: string | null }, values: readonly number[]) => ({
  when: { values: [...values] },
  effect: "crisis" as const,
  sentence: criticalSentence(item.text ?? null, item.id),
});
