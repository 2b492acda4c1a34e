import { compareScores, type ScoreChange } from "@/lib/assessments/change";
import { countsAlike } from "@/lib/assessments/counts-alike";
import type { Form, Instrument, Scale } from "@/lib/assessments/instrument";
import { oneInByChance } from "@/lib/assessments/judged-together";
import { exactGap, type ScoreRecord, type Sides, sidesIn } from "@/lib/assessments/score-set";
import type { ScaleMove } from "@/lib/signals/signal-facts";

/** A sitting with what it came to, and the instrument in the version that was answered. */
export type ComparedSitting = {
  id: string;
  at: string;
  instrument: Instrument;
  scores: readonly Pick<ScoreRecord, "scale" | "form" | "score" | "status">[];
};

/** From where on a distance counts as wide, and up to where as closed, in points of 96 (ours). */
export const WIDE_GAP = 28;
export const CLOSED_GAP = 10;

/**
 * What of one assessment moved beyond measurement error since its first sitting, by the figures that come with it. `sittings`
 * are the first of each version and the last two, oldest first; with one alone nothing is compared. Where another version
 * counts otherwise, a scale begins with the first sitting that counted it as the last does.
 */
export function scaleMoves(sittings: readonly ComparedSitting[]): ScaleMove[] {
  const last = sittings.at(-1);
  if (!last) return [];
  const isOneOfFive = oneInByChance(last.instrument.scales.map((scale) => ({ scale }))) !== null;
  return last.instrument.scales.flatMap((scale): ScaleMove[] => {
    const { first, before } = placed(sittings, last, scale);
    if (!first) return [];
    const verdict = wayOf(changeOf(scale, first, last));
    if (!verdict) return [];
    return [
      {
        ...{
          assessmentId: last.id,
          answeredAt: last.at,
          instrument: last.instrument.key,
          title: last.instrument.title,
          scale: scale.title,
        },
        ...{ verdict, isOneOfFive, isSecondTime: before !== null && wayOf(changeOf(scale, first, before)) === verdict },
      },
    ];
  });
}

/** Distances that were wide and are closed because now rose beyond measurement error, and the wish did not fall so. */
export function gapsClosed(
  sittings: readonly ComparedSitting[],
): { assessmentId: string; answeredAt: string; title: string }[] {
  const last = sittings.at(-1);
  if (!last || last.instrument.forms.length < 2) return [];
  return last.instrument.scales.flatMap((scale) => {
    const { first } = placed(sittings, last, scale);
    if (!first) return [];
    const [was, is] = [sidesOf(first, scale), sidesOf(last, scale)];
    const [wide, closed] = [exactGap(was), exactGap(is)];
    if (wide === null || closed === null || wide < WIDE_GAP || closed > CLOSED_GAP) return [];
    const now = changeOf(scale, first, last);
    const wish = changeOf({ ...scale, direction: "neither" }, first, last, "wished");
    const wishFell = wish !== null && wish.verdict === "reliable change" && wish.difference < 0;
    if (now?.verdict !== "reliable better" || wishFell) return [];
    return [{ assessmentId: last.id, answeredAt: last.at, title: scale.title }];
  });
}

/** The first sitting that counts a scale as the last does, and the one before the last where that is another one. */
function placed(sittings: readonly ComparedSitting[], last: ComparedSitting, { key }: Pick<Scale, "key">) {
  const alike = sittings.filter((one) => one !== last && countsAlike(one.instrument, last.instrument, key));
  const [first = null, ...later] = alike;
  return { first, before: later.at(-1) ?? null };
}

const sidesOf = ({ scores }: ComparedSitting, { key }: Pick<Scale, "key">): Sides => sidesIn(scores, key);

function changeOf(scale: Scale, from: ComparedSitting, to: ComparedSitting, form: Form = "now"): ScoreChange | null {
  const earlier = from.instrument.scales.find(({ key }) => key === scale.key);
  const [before, after] = [sidesOf(from, scale)[form], sidesOf(to, scale)[form]];
  if (!earlier || before === null || after === null) return null;
  const isProrated = [from, to].some(({ scores }) =>
    scores.some((one) => one.scale === scale.key && one.form === form && one.status === "prorated"),
  );
  return compareScores(scale, before, after, { earlier: { ...earlier, direction: scale.direction }, isProrated });
}

function wayOf(change: ScoreChange | null): ScaleMove["verdict"] | null {
  if (change?.verdict === "reliable better") return "better";
  return change?.verdict === "reliable worse" ? "worse" : null;
}
