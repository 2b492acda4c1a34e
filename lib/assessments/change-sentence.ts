import { basisWords, type ScoreChange } from "@/lib/assessments/change";
import { plural } from "@/lib/plural";

/** One scale that was judged, as a sentence calls it: "emotional", "the wish for emotional". */
export type Move = {
  name: string;
  isWish: boolean;
  change: ScoreChange;
  /** How far it moved, as it is shown. */
  size: number;
  /** The sitting before the newest had moved the same way already. */
  isConfirmed: boolean;
};

export type ChangeSentences = {
  /** Falls beyond measurement error: said first, whatever else is true. Empty when there is none. */
  falls: string;
  /** Whatever else moved beyond measurement error. */
  others: string;
};

type Given = {
  /** "baseline", "3 March": what the sentence compares with. */
  since: string;
  /** Scales that were judged at once: of one among several that moved alone, a second sitting is asked for first. */
  judged: number;
  saysGain: boolean;
};

const isReliable = ({ change }: Move) => change.verdict.startsWith("reliable");
/** Worse by the direction of its scale, or, where neither way is better, lower. */
const isFall = ({ change: { verdict, difference } }: Move) =>
  verdict === "reliable worse" || (verdict === "reliable change" && difference < 0);

/**
 * What moved beyond measurement error, in sentences. A worsening comes before a wish that fell. A gain is told only where
 * words of gain may be said; one dimension that rose alone is not named before a second sitting confirms it.
 */
export function changeSentences(moves: readonly Move[], { since, judged, saysGain }: Given): ChangeSentences {
  const reliable = moves.filter(isReliable);
  const isLone = judged > 1 && reliable.length === 1 && reliable.every(({ isConfirmed }) => !isConfirmed);
  const falls = reliable
    .filter(isFall)
    .toSorted((a, b) => Number(b.change.verdict === "reliable worse") - Number(a.change.verdict === "reliable worse"));
  const others = reliable.filter((move) => !isFall(move) && (saysGain || move.change.verdict !== "reliable better"));
  const lone = isLone ? " A second sitting would tell whether that is chance." : "";
  const start = `Since ${since}, beyond measurement error: `;
  const [one] = others;
  return {
    falls: falls.length > 0 ? `${start}${list(falls)}.${lone}` : "",
    others: !one
      ? ""
      : isLone
        ? `Since ${since}, ${one.isWish ? "the wish for " : ""}one of ${judged} scales alone ${wayOf(one)} beyond measurement error ${basisWords(one.change)}: ask for a second sitting before you speak of it.`
        : `${falls.length > 0 ? "Beyond measurement error as well: " : start}${list(others)}.`,
  };
}

const list = (moves: readonly Move[]) => moves.map(inWords).join("; ");

const wayOf = ({ change }: Move) => (change.difference > 0 ? "rose" : "fell");

function inWords(move: Move): string {
  const { name, change, size } = move;
  const { difference, verdict } = change;
  const against = (verdict === "reliable worse" && difference > 0) || (verdict === "reliable better" && difference < 0);
  const judged = against ? `, which is ${verdict === "reliable worse" ? "worse" : "better"}` : "";
  return `${name} ${wayOf(move)} by ${size} ${plural(size, "point", "points")}${judged} ${basisWords(change)}`;
}
