import { normalQuantile, twoSidedP } from "@/lib/statistics/normal";

type Improvement = "increase" | "decrease";
type Interval = { low: number; high: number };

export type PhaseOverlap = {
  /** Non-overlap of all pairs, 0..1; 0.5 is no difference. */
  nap: number;
  /** Unbiased standard error of NAP; null with fewer than two points in a phase. */
  napSe: number | null;
  napInterval: Interval;
  /** Tau for A versus B, −1..1; 0 is no difference. */
  tau: number;
  tauSe: number | null;
  tauInterval: Interval;
  /** Kendall's S: improving minus worsening pairs. */
  s: number;
  /** S over its tie-corrected standard error; 0 when every value is the same. */
  z: number;
  /** Two-sided p of z. */
  p: number;
  /** Observations in phase A and in phase B. */
  n: { a: number; b: number };
};

/** Sen's (1967) unbiased standard error in Mee's (1990) form; rounding below zero is held at zero. */
function unbiasedSe(wins: readonly (readonly number[])[], nap: number, m: number, n: number): number | null {
  if (m < 2 || n < 2) return null;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const byBaseline = wins.map((row) => sum(row));
  const byTreatment = Array.from({ length: n }, (_, j) => sum(wins.map((row) => row[j] ?? 0)));
  const q1 = sum(byBaseline.map((value) => value ** 2)) / (m * n * n);
  const q2 = sum(byTreatment.map((value) => value ** 2)) / (m * m * n);
  const squares = sum(wins.map((row) => sum(row.map((value) => value ** 2)))) / (m * n);
  const variance = (nap - (m + n - 1) * nap * nap + n * q1 + m * q2 - 2 * squares) / ((m - 1) * (n - 1));
  return Math.sqrt(Math.max(0, variance));
}

/** Root of a function that changes sign between `low` and `high`, by bisection. */
function rootBetween(low: number, high: number, of: (x: number) => number): number {
  let [a, b] = [low, high];
  const startsPositive = of(a) > 0;
  for (let step = 0; step < 80; step++) {
    const middle = (a + b) / 2;
    if (of(middle) > 0 === startsPositive) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** Newcombe's (2006) method 5 interval, as SingleCaseES computes it. */
function newcombeInterval(nap: number, m: number, n: number, confidence: number): Interval {
  const z2 = normalQuantile(1 - (1 - confidence) / 2) ** 2;
  const h = (m + n) / 2 - 1;
  const distance = (x: number) =>
    m * n * (nap - x) ** 2 * (2 - x) * (1 + x) - z2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
  return {
    low: nap > 0 ? rootBetween(0, nap, distance) : 0,
    high: nap < 1 ? rootBetween(nap, 1, distance) : 1,
  };
}

function tieCorrectedSe(values: readonly number[], m: number, n: number): number {
  const total = values.length;
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ties = [...counts.values()].reduce((sum, t) => sum + t ** 3 - t, 0);
  return Math.sqrt(((m * n) / 3) * Math.max(0, total + 1 - ties / (total * (total - 1))));
}

/**
 * NAP and Tau between a baseline (A) and a treatment phase (B), with standard errors and confidence intervals.
 * `improvement` says which way is better; `confidence` is a proportion, 0.95 unless told. Null when a phase is empty.
 * Throws a RangeError for a confidence outside 0..1. Sources: Parker & Vannest (2009), Behav Ther 40, 357–367; Parker, Vannest,
 * Davis & Sauber (2011), Behav Ther 42, 284–299; interval Newcombe (2006), Stat Med 25, 559–573.
 */
export function phaseOverlap(
  a: readonly number[],
  b: readonly number[],
  improvement: Improvement,
  confidence = 0.95,
): PhaseOverlap | null {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError("A confidence lies between 0 and 1.");
  const [m, n] = [a.length, b.length];
  if (m === 0 || n === 0) return null;
  const direction = improvement === "increase" ? 1 : -1;
  const wins = a.map((before) => b.map((after) => (1 + direction * Math.sign(after - before)) / 2));
  const total = wins.flat().reduce((sum, win) => sum + win, 0);
  const nap = total / (m * n);
  const s = 2 * total - m * n;
  const se = tieCorrectedSe([...a, ...b], m, n);
  const z = se > 0 ? s / se : 0;
  const napSe = unbiasedSe(wins, nap, m, n);
  const napInterval = newcombeInterval(nap, m, n, confidence);
  return {
    nap,
    napSe,
    napInterval,
    tau: 2 * nap - 1,
    tauSe: napSe === null ? null : 2 * napSe,
    tauInterval: { low: 2 * napInterval.low - 1, high: 2 * napInterval.high - 1 },
    s,
    z,
    p: twoSidedP(z),
    n: { a: m, b: n },
  };
}
