import type { Scale } from "@/lib/assessments/instrument";
import { reliableChange } from "@/lib/statistics/reliable-change";

type ReliabilityKind = NonNullable<Scale["reliability"]>["kind"];

export type ScoreChange = {
  /** After minus before, in the unit of the scale. */
  difference: number;
  /** A change must be larger than this to be reliable; null when nobody has a figure for it. */
  threshold: number | null;
  verdict: "reliable better" | "reliable worse" | "reliable change" | "within error" | "no figure";
  kind: ReliabilityKind | null;
  /** Plain words that always name where the figure comes from. */
  words: string;
};

/** The reliable-change threshold of a scale, in its unit: as printed by its source, else from SD and reliability; null without. */
export function changeThreshold(scale: Pick<Scale, "reliability">): number | null {
  const { reliability } = scale;
  if (reliability === null) return null;
  if (reliability.threshold !== null) return reliability.threshold;
  if (reliability.value === null || reliability.sd === null) return null;
  return reliableChange(reliability.sd, reliability.value).threshold;
}

function judge(difference: number, threshold: number | null, better: Scale["direction"]): ScoreChange["verdict"] {
  if (threshold === null) return "no figure";
  if (Math.abs(difference) <= threshold) return "within error";
  if (better === "neither") return "reliable change";
  return difference > 0 === (better === "higher") ? "reliable better" : "reliable worse";
}

function inWords(verdict: ScoreChange["verdict"], kind: ReliabilityKind | null): string {
  if (verdict === "no figure") return "no figure for measurement error, so read the difference with care";
  const words = {
    "reliable better": "better, beyond measurement error",
    "reliable worse": "worse, beyond measurement error",
    "reliable change": "changed, beyond measurement error",
    "within error": "within measurement error",
  }[verdict];
  return `${words} (${kind ?? "assumed"})`;
}

function changeOf(
  difference: number,
  threshold: number | null,
  better: Scale["direction"],
  from: ReliabilityKind | null,
): ScoreChange {
  const verdict = judge(difference, threshold, better);
  const kind = threshold === null ? null : from;
  return { difference, threshold, verdict, kind, words: inWords(verdict, kind) };
}

/**
 * What the difference between two scores of one scale is worth. Scores are in the unit of the scale. Beyond 1.96 standard
 * errors of a difference it is reliable, and better or worse as the scale's direction says (Jacobson & Truax 1991).
 */
export function compareScores(
  scale: Pick<Scale, "direction" | "reliability">,
  before: number,
  after: number,
): ScoreChange {
  return changeOf(after - before, changeThreshold(scale), scale.direction, scale.reliability?.kind ?? null);
}

/**
 * The same for two gaps (wished minus now). A gap holds the error of two scores, so the threshold is √2 times as wide, on the
 * assumption that the two errors are independent; its kind is therefore at best `assumed`. A smaller gap is better.
 */
export function compareGaps(scale: Pick<Scale, "reliability">, before: number, after: number): ScoreChange {
  const single = changeThreshold(scale);
  return changeOf(after - before, single === null ? null : single * Math.SQRT2, "lower", "assumed");
}

/** The same change without praise: what would be told as better is told as a change. A fall stays a fall. */
export function withoutGain(change: ScoreChange): ScoreChange {
  if (change.verdict !== "reliable better") return change;
  return { ...change, verdict: "reliable change", words: inWords("reliable change", change.kind) };
}
