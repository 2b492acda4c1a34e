import { exact } from "@/lib/assessments/exact";
import type { Form, Scale } from "@/lib/assessments/instrument";
import { type Sides, shownPoints } from "@/lib/assessments/score-set";
import { RELIABLE_Z, reliableChange } from "@/lib/statistics/reliable-change";

export type ReliabilityKind = NonNullable<Scale["reliability"]>["kind"];

/** Where a change begins to be reliable, in score units. What a source prints is reached; what is computed is passed. */
export type Threshold = { points: number; reached: "at least" | "more than" };

type Judged = Pick<Scale, "direction" | "reliability"> & Partial<Pick<Scale, "method">>;

export type ScoreChange = {
  /** After minus before, in the unit of the scale. */
  difference: number;
  /** Null when nobody has a figure for it. */
  threshold: Threshold | null;
  verdict: "reliable better" | "reliable worse" | "reliable change" | "within error" | "no figure";
  kind: ReliabilityKind | null;
  isProrated: boolean;
  /** True where a published figure was not read at its source, or rests on a count that was not. */
  isUnconfirmed?: boolean | undefined;
  /** Plain words that say which way it went, and always where the figure comes from. */
  words: string;
};

/** What else a comparison rests on: the scale of the earlier form where that is another one, and filled-in answers. */
type Beside = { earlier?: Judged; isProrated?: boolean };

/** Weakest first: a claim is as sure as the weaker of its two figures. */
const kinds: readonly ReliabilityKind[] = ["assumed", "estimated", "published"];

/**
 * Where a change of a scale becomes reliable: as printed by its source, else 1.96 × √(SEM² + SEM²) of the two forms that were
 * answered, which for one form is its own 1.96 × √2 × SEM (Jacobson & Truax 1991). Null without figures.
 */
export function changeThreshold(
  scale: Pick<Scale, "reliability">,
  earlier: Pick<Scale, "reliability"> = scale,
): Threshold | null {
  const [from, to] = [earlier.reliability, scale.reliability];
  if (from === null || to === null) return null;
  if (from.threshold !== null && from.threshold === to.threshold)
    return { points: from.threshold, reached: "at least" };
  if (from.value === null || from.sd === null || to.value === null || to.sd === null) return null;
  const [one, other] = [reliableChange(from.sd, from.value), reliableChange(to.sd, to.value)];
  return { points: exact(RELIABLE_Z * Math.hypot(one.sem, other.sem)), reached: "more than" };
}

const weaker = (one: ReliabilityKind, other: ReliabilityKind): ReliabilityKind =>
  kinds.find((kind) => kind === one || kind === other) ?? "assumed";

/** The smallest whole number of points that is reliable. */
export const leastReliable = ({ points, reached }: Threshold): number =>
  reached === "at least" ? Math.ceil(points) : Math.floor(points) + 1;

function isBeyond(difference: number, { points, reached }: Threshold): boolean {
  return reached === "at least" ? Math.abs(difference) >= points : Math.abs(difference) > points;
}

function judge(difference: number, threshold: Threshold | null, better: Scale["direction"]): ScoreChange["verdict"] {
  if (threshold === null) return "no figure";
  if (!isBeyond(difference, threshold)) return "within error";
  if (better === "neither") return "reliable change";
  return difference > 0 === (better === "higher") ? "reliable better" : "reliable worse";
}

/** "(assumed)", "(published, unconfirmed)" or "(assumed, prorated)": stands beside every claim. */
export const basisWords = ({
  kind,
  isProrated,
  isUnconfirmed = false,
}: Pick<ScoreChange, "kind" | "isProrated" | "isUnconfirmed">): string =>
  `(${[kind ?? "no figure", ...(isUnconfirmed ? ["unconfirmed"] : []), ...(isProrated ? ["prorated"] : [])].join(", ")})`;

function inWords({ difference, verdict, kind, isProrated, isUnconfirmed }: Omit<ScoreChange, "words">): string {
  const way = difference > 0 ? "higher" : difference < 0 ? "lower" : "no difference";
  if (verdict === "no figure") {
    const prorated = isProrated ? " Prorated." : "";
    return `${way}; no figure for measurement error is included, so read it with care.${prorated}`;
  }
  const told = {
    "reliable better": `${way} and better, beyond measurement error`,
    "reliable worse": `${way} and worse, beyond measurement error`,
    "reliable change": `${way}, beyond measurement error`,
    "within error": `${way}, within measurement error`,
  }[verdict];
  return `${told} ${basisWords({ kind, isProrated, isUnconfirmed })}`;
}

const withWords = (change: Omit<ScoreChange, "words">): ScoreChange => ({ ...change, words: inWords(change) });

/**
 * What the difference between two scores of one scale is worth. Scores are in the unit of the scale. Beyond 1.96 standard
 * errors of a difference it is reliable, and better or worse as the scale's direction says (Jacobson & Truax 1991).
 */
export function compareScores(
  scale: Judged,
  before: number,
  after: number,
  { earlier = scale, isProrated = false }: Beside = {},
): ScoreChange {
  const difference = exact(after - before);
  const threshold = changeThreshold(scale, earlier);
  const [from, to] = [earlier.reliability, scale.reliability];
  const kind = threshold === null || from === null || to === null ? null : weaker(from.kind, to.kind);
  const isUnconfirmed = kind === "published" && [from, to].some((one) => one?.certainty === "unconfirmed");
  const verdict = judge(difference, threshold, scale.direction);
  return withWords({ difference, threshold, verdict, kind, isProrated, isUnconfirmed });
}

/** The same change without praise: what would be told as better is told as a change. A fall stays a fall. */
export function withoutGain({ words: _, ...change }: ScoreChange): ScoreChange {
  return withWords(change.verdict === "reliable better" ? { ...change, verdict: "reliable change" } : change);
}

/** Both sides of a dimension, each with a score. */
export type FullSides = { [side in keyof Sides]: number };

export type GapChange = { difference: number; sides: Record<Form, ScoreChange>; words: string };

type Told = Beside & { saysGain?: boolean };

/**
 * How a gap (wished minus now) came to be another one: which side moved, and by how much. A gap is never better or worse, for
 * lowering the wish is the way of avoiding and raising it can be growth. Each side is judged by itself; a reliable fall stands first.
 */
export function compareGaps(scale: Judged, before: FullSides, after: FullSides, told: Told = {}): GapChange {
  const sides = {
    now: compareScores(scale, before.now, after.now, told),
    wished: compareScores({ ...scale, direction: "neither" }, before.wished, after.wished, told),
  };
  const shown = (score: number) => shownPoints(score, scale);
  const isFall = ({ difference, verdict }: ScoreChange) =>
    verdict === "reliable worse" || (verdict === "reliable change" && difference < 0);
  const rank = (change: ScoreChange) => (isFall(change) ? 0 : change.verdict.startsWith("reliable") ? 1 : 2);
  const parts = (["now", "wished"] as const)
    .toSorted((a, b) => rank(sides[a]) - rank(sides[b]))
    .map((form) => sideWords(form, shown(before[form]), shown(after[form]), sides[form], told.saysGain ?? true));
  const difference = exact(after.wished - after.now - (before.wished - before.now));
  const words = parts.join("; ");
  return { difference, sides, words: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` };
}

const names = { now: "now", wished: "the wish" } as const;

/** `from` and `to` as they are shown. */
function sideWords(form: Form, from: number, to: number, change: ScoreChange, saysGain: boolean): string {
  const isGain = form === "now" && change.verdict === "reliable better";
  const moved =
    from === to
      ? `${names[form]} stayed at ${to}`
      : isGain && !saysGain
        ? `${names[form]} is ${to}, and was ${from}`
        : `${names[form]} ${change.difference > 0 ? "rose" : "fell"} from ${from} to ${to}`;
  if (from === to) return moved;
  const where = {
    "within error": "within measurement error",
    "no figure": "no figure for measurement error is included",
    "reliable better": "beyond measurement error",
    "reliable worse": "beyond measurement error",
    "reliable change": "beyond measurement error",
  }[change.verdict];
  return change.kind === null ? `${moved}, ${where}` : `${moved}, ${where} ${basisWords(change)}`;
}
