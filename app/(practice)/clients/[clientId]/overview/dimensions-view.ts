import { type Dimension, dimensions } from "@/components/charts/dimension";
import type { DumbbellRow } from "@/components/charts/dumbbell-geometry";
import type { GapSeries } from "@/components/charts/gap-multiples";
import type { DimensionSitting } from "@/db/queries/client-overview";
import { changeThreshold, compareScores } from "@/lib/domain/assessments/change";
import type { ReliabilityEstimate } from "@/lib/domain/assessments/estimate-reliability";
import { parseInstrument, type Scale } from "@/lib/domain/assessments/instrument";
import { judged } from "@/lib/domain/assessments/result-view";

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

const labels: Record<Dimension, string> = {
  emotional: "emotional",
  intellectual: "intellectual",
  recreational: "recreational",
  social: "social",
  sexual: "sexual",
};

const flagWords: Record<string, string> = {
  idealised: "The picture given is almost without flaws; hard things may be missing from it.",
  "straight-lining": "Many answers in a row are the same, although the statements point in opposite directions.",
  fast: "Answered faster than most people read.",
};

/** Five dimensions from the sittings, oldest first; null before the first. Nothing is subtracted for a flag. */
export function dimensionsView(
  sittings: readonly DimensionSitting[],
  estimates: ReadonlyMap<string, ReliabilityEstimate>,
): DimensionsView | null {
  const latest = sittings.at(-1);
  const first = sittings[0];
  if (!latest || !first) return null;
  const instrument = parseInstrument(latest.definition);
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
    series: dimensions.map((dimension) => ({ dimension, points: pointsOf(sittings, dimension) })),
    drawn: sittings.filter(({ week }) => week !== null).length,
    later: sittings.filter(({ week }) => week === null).length,
    sentence: sentenceFor(rows),
    widest: widestOf(rows),
    cautions: [
      ...latest.flags.flatMap((kind) => flagWords[kind] ?? []),
      ...latest.scores
        .filter(({ status }) => status !== "scored")
        .map(({ scaleKey, form, status, answered, items }) =>
          status === "prorated"
            ? `${capital(scaleKey)}, ${form}: prorated, ${answered} of ${items} answered.`
            : `${capital(scaleKey)}, ${form}: no score, only ${answered} of ${items} answered.`,
        ),
    ],
  };
}

const scoreOf = (sitting: DimensionSitting | null, dimension: Dimension, form: "now" | "wished"): number | null =>
  sitting?.scores.find((one) => one.scaleKey === dimension && one.form === form)?.score ?? null;

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
  const now = scoreOf(latest, dimension, "now");
  const wished = scoreOf(latest, dimension, "wished");
  if (now === null || wished === null || !scale) return [];
  const before = scoreOf(baseline, dimension, "now");
  const change = before === null ? null : compareScores(scale, before, now);
  return [
    {
      dimension,
      now: Math.round(now),
      wished: Math.round(wished),
      baseline: before === null ? null : Math.round(before),
      change: change && {
        points: Math.round(change.difference),
        reliable: change.verdict.startsWith("reliable"),
        basis: change.kind ?? "assumed",
      },
    },
  ];
}

function pointsOf(sittings: readonly DimensionSitting[], dimension: Dimension) {
  return sittings.flatMap((sitting) => {
    const now = scoreOf(sitting, dimension, "now");
    const wished = scoreOf(sitting, dimension, "wished");
    return sitting.week === null ? [] : [{ week: sitting.week, now: whole(now), wished: whole(wished) }];
  });
}

const whole = (score: number | null) => (score === null ? null : Math.round(score));

const byGap = (rows: readonly DumbbellRow[]) => [...rows].sort((a, b) => b.wished - b.now - (a.wished - a.now));

function widestOf(rows: readonly DumbbellRow[]): DimensionsView["widest"] {
  const [widest] = byGap(rows);
  return widest ? { title: labels[widest.dimension], gap: widest.wished - widest.now } : null;
}

function sentenceFor(rows: readonly DumbbellRow[]): string {
  const [widest] = byGap(rows);
  if (!widest) return "There are too few answers for a score.";
  const gap = widest.wished - widest.now;
  if (gap <= 0) return "Every part is as close as it is wished, or closer.";
  const moved = rows.filter(({ change }) => change?.reliable);
  const changes =
    moved.length === 0
      ? ""
      : ` Changed beyond measurement error since baseline: ${moved.map(({ dimension }) => labels[dimension]).join(", ")}.`;
  return `The widest distance is ${labels[widest.dimension]}: ${widest.now} now, ${widest.wished} wished.${changes}`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
