import { type DumbbellRow, widestFirst } from "@/components/charts/dumbbell-geometry";
import type { GapSeries } from "@/components/charts/gap-multiples";
import type { DimensionSitting } from "@/db/queries/clients/client-overview";
import { changeThreshold, compareScores } from "@/lib/assessments/change";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import type { ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Scale } from "@/lib/assessments/instrument";
import { judged } from "@/lib/assessments/result-view";
import { isFull, pointsOf, sidesIn, wholePoints } from "@/lib/assessments/score-set";

export type DimensionsView = {
  date: string;
  week: number | null;
  baselineDate: string | null;
  rows: DumbbellRow[];
  /** "28 points or more (assumed)", or the span of it where dimensions differ. */
  reliableFrom: string;
  series: GapSeries[];
  /** Assessments of the ten weeks, which are drawn, and follow-ups, which come after them. */
  drawn: number;
  later: number;
  sentence: string;
  /** The dimension whose wished lies furthest above its now. */
  widest: { title: string; gap: number } | null;
  cautions: string[];
};

const gapCaution =
  "Scores were prorated: a gap is worked out before rounding, so it can differ by one from the figures beside it.";

/** Five dimensions from the sittings, oldest first; null before the first. Nothing is subtracted for a flag. */
export function dimensionsView(
  sittings: readonly DimensionSitting[],
  estimates: ReadonlyMap<string, ReliabilityEstimate>,
): DimensionsView | null {
  const latest = sittings.at(-1);
  const first = sittings[0];
  if (!latest || !first) return null;
  const { instrument } = latest;
  const baseline = first === latest ? null : first;
  const scales = new Map(
    instrument.scales
      .filter(({ key }) => dimensions.some((one) => one === key))
      .map((scale) => [scale.key, judged(scale, { estimates })]),
  );
  const rows = dimensions.flatMap((dimension) => rowOf(scales.get(dimension), dimension, latest, baseline));
  return {
    date: latest.date,
    week: latest.week,
    baselineDate: baseline?.date ?? null,
    rows,
    reliableFrom: reliableFrom([...scales.values()]),
    series: dimensions.map((dimension) => ({ dimension, points: seriesOf(sittings, dimension) })),
    drawn: sittings.filter(({ week }) => week !== null).length,
    later: sittings.filter(({ week }) => week === null).length,
    sentence: sentenceFor(rows),
    widest: widestOf(rows),
    cautions: [
      ...(rows.some(({ now, wished, gap }) => wished - now !== gap) ? [gapCaution] : []),
      ...latest.flags,
      ...latest.scores
        .filter(({ status }) => status !== "scored")
        .map(({ scale, form, status, answered, items }) =>
          status === "prorated"
            ? `${labelOf(scale)}, ${form}: prorated, ${answered} of ${items} answered.`
            : `${labelOf(scale)}, ${form}: no score, only ${answered} of ${items} answered.`,
        ),
    ],
  };
}

/** From which change on it is reliable, by the same figures as on the page of an assessment. */
function reliableFrom(scales: readonly Scale[]): string {
  const least = scales.map((scale) => Math.ceil(changeThreshold(scale) ?? 96)).sort((a, b) => a - b);
  const kinds = [...new Set(scales.map(({ reliability }) => reliability?.kind ?? "assumed"))].join(", ");
  const [from = 96, to = from] = [least[0], least.at(-1)];
  return from === to ? `${from} points or more (${kinds})` : `from ${from} to ${to} points by dimension (${kinds})`;
}

function rowOf(
  scale: Scale | undefined,
  dimension: Dimension,
  latest: DimensionSitting,
  baseline: DimensionSitting | null,
): DumbbellRow[] {
  const sides = sidesIn(latest.scores, dimension);
  const points = pointsOf(sides);
  if (sides.now === null || !isFull(points) || !scale) return [];
  const before = sidesIn(baseline?.scores ?? [], dimension).now;
  const change = before === null ? null : compareScores(scale, before, sides.now);
  return [
    {
      dimension,
      ...points,
      baseline: before === null ? null : wholePoints(before),
      change: change && {
        points: wholePoints(change.difference),
        reliable: change.verdict.startsWith("reliable"),
        basis: change.kind ?? "assumed",
      },
    },
  ];
}

function seriesOf(sittings: readonly DimensionSitting[], dimension: Dimension) {
  return sittings.flatMap(({ week, scores }) =>
    week === null ? [] : [{ week, ...pointsOf(sidesIn(scores, dimension)) }],
  );
}

function widestOf(rows: readonly DumbbellRow[]): DimensionsView["widest"] {
  const [widest] = widestFirst(rows);
  return widest ? { title: widest.dimension, gap: widest.gap } : null;
}

function sentenceFor(rows: readonly DumbbellRow[]): string {
  const [widest] = widestFirst(rows);
  if (!widest) return "There are too few answers for a score.";
  const gap = widest.gap;
  if (gap <= 0) return "Every part is as close as it is wished, or closer.";
  const moved = rows.filter(({ change }) => change?.reliable);
  const changes =
    moved.length === 0
      ? ""
      : ` Changed beyond measurement error since baseline: ${moved.map(({ dimension }) => dimension).join(", ")}.`;
  return `The widest distance is ${widest.dimension}: ${widest.now} now, ${widest.wished} wished.${changes}`;
}

/** The idealised scale has cautions too and is no dimension. */
const labelOf = (scale: string) => scale.charAt(0).toUpperCase() + scale.slice(1);
