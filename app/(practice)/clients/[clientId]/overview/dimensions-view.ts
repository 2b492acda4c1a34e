import type { DumbbellRow } from "@/components/charts/dumbbell-geometry";
import type { GapSeries } from "@/components/charts/gap-series";
import type { DimensionSitting } from "@/db/queries/clients/client-overview";
import { changeThreshold, compareGaps, compareScores, leastReliable } from "@/lib/assessments/change";
import { type ChangeSentences, changeSentences, type Move } from "@/lib/assessments/change-sentence";
import { type Dimension, dimensions, formOf } from "@/lib/assessments/dimension";
import { distanceSentence, widest } from "@/lib/assessments/distance-sentence";
import type { ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Form, Scale } from "@/lib/assessments/instrument";
import { type Compared, chanceWords } from "@/lib/assessments/judged-together";
import { judged } from "@/lib/assessments/result-view";
import { isSameDimension } from "@/lib/assessments/same-dimension";
import { isFull, pointsOf, scoreIn, sidesIn, wholePoints } from "@/lib/assessments/score-set";
import { breakSentences } from "./dimension-breaks";

export type DimensionsView = {
  date: string;
  week: number | null;
  /** Which form was answered last: its scores have an error of their own. */
  form: "full" | "brief";
  baselineDate: string | null;
  /** What changes are counted from: "baseline", or that there is none. */
  since: string;
  rows: DumbbellRow[];
  /** "28 points or more (assumed)", or the span of it where dimensions differ. */
  reliableFrom: string;
  series: GapSeries[];
  /** Assessments of the ten weeks, which are drawn, and follow-ups, which come after them. */
  drawn: number;
  later: number;
  /** How many of all were answered in the brief form. */
  brief: number;
  sentence: string;
  /** The same without a word of gain, whatever safety holds: for paper, and for whoever reads a caption. */
  plainSentence: string;
  /** Falls beyond measurement error since baseline; empty without. */
  falls: string;
  /** How each gap came to be another one since baseline: which side moved. Empty before a second assessment. */
  gapChanges: { title: string; words: string; plainWords: string }[];
  /** What it means that several scales are judged at once; null before a second assessment. */
  chance: string | null;
  /** Where lines break or ask in other words, in sentences; empty where every assessment asked the same. */
  breaks: string[];
  /** The dimensions whose wished lies furthest above now: several where they are equally far. */
  widest: { titles: string[]; gap: number } | null;
  cautions: string[];
};

const gapCaution =
  "Scores were prorated: a gap is worked out before rounding, so it can differ by one from the figures beside it.";

/** The practice's own figures hold for the form that they were made from. */
type Estimates = { key: string; byScale: ReadonlyMap<string, ReliabilityEstimate> };

/** Five dimensions from the sittings, oldest first; null before the first. Nothing is subtracted for a flag. */
export function dimensionsView(
  sittings: readonly DimensionSitting[],
  ownFigures: ReadonlyMap<string, ReliabilityEstimate>,
  saysGain = true,
  dayWords: (date: string) => string = (date) => date,
): DimensionsView | null {
  const latest = sittings.at(-1);
  const first = sittings[0];
  if (!latest || !first) return null;
  const estimates = { key: latest.instrument.key, byScale: ownFigures };
  const baseline = first === latest ? null : first;
  const rows = dimensions.flatMap((dimension) => rowOf(dimension, latest, baseline, estimates));
  const scales = dimensions.flatMap((dimension): Compared[] => {
    const [scale, earlier] = [latest, baseline ?? latest].map((one) => scaleOf(one, dimension, estimates));
    return scale && earlier && (!baseline || isSameDimension(baseline.instrument, latest.instrument, dimension))
      ? [{ scale, earlier }]
      : [];
  });
  const distance = distanceSentence(rows);
  const told = changesOf(sittings, estimates, saysGain);
  const plain = changesOf(sittings, estimates, false);
  const far = widest(rows);
  return {
    date: latest.date,
    week: latest.week,
    form: formOf(latest.instrument.key),
    baselineDate: baseline?.date ?? null,
    since: sinceOf(first),
    rows,
    reliableFrom: reliableFrom(scales),
    series: dimensions.map((dimension) => ({ dimension, points: seriesOf(sittings, dimension) })),
    drawn: sittings.filter(({ week }) => week !== null).length,
    later: sittings.filter(({ week }) => week === null).length,
    brief: sittings.filter(({ instrument }) => formOf(instrument.key) === "brief").length,
    sentence: [told.falls, distance, told.others].filter(Boolean).join(" "),
    plainSentence: [plain.falls, distance, plain.others].filter(Boolean).join(" "),
    falls: told.falls,
    gapChanges: baseline ? gapChanges(latest, baseline, estimates, saysGain) : [],
    chance: baseline ? chanceWords(scales) : null,
    breaks: breakSentences(sittings, dayWords),
    widest: far[0] ? { titles: far.map(({ dimension }) => dimension), gap: far[0].gap } : null,
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

/** The scale of a sitting's own form, as change on it is judged. */
function scaleOf({ instrument }: DimensionSitting, dimension: Dimension, estimates: Estimates): Scale | null {
  const scale = instrument.scales.find(({ key }) => key === dimension);
  if (!scale) return null;
  return instrument.key === estimates.key ? judged(scale, { estimates: estimates.byScale }) : scale;
}

/** From which change on it is reliable, by the same figures as on the page of an assessment. */
function reliableFrom(scales: readonly Compared[]): string {
  const known = scales.flatMap(({ scale, earlier }) => {
    const threshold = changeThreshold(scale, earlier);
    return threshold ? [{ least: leastReliable(threshold), kind: scale.reliability?.kind ?? "assumed" }] : [];
  });
  const least = known.map((one) => one.least).sort((a, b) => a - b);
  const [from, to] = [least[0], least.at(-1)];
  if (from === undefined || to === undefined) return "no figure for it";
  const kinds = [...new Set(known.map(({ kind }) => kind))].join(", ");
  return from === to ? `${from} points or more (${kinds})` : `from ${from} to ${to} points by dimension (${kinds})`;
}

/** What one side of a dimension moved between two sittings, whichever forms they were. */
function moveOf(
  [from, to]: readonly [DimensionSitting, DimensionSitting],
  dimension: Dimension,
  form: Form,
  estimates: Estimates,
) {
  const [scale, earlier] = [scaleOf(to, dimension, estimates), scaleOf(from, dimension, estimates)];
  const [was, is] = [scoreIn(from.scores, dimension, form), scoreIn(to.scores, dimension, form)];
  if (
    !scale ||
    !earlier ||
    was?.score == null ||
    is?.score == null ||
    !isSameDimension(from.instrument, to.instrument, dimension)
  )
    return null;
  const isProrated = [was.status, is.status].includes("prorated");
  const direction = form === "wished" ? "neither" : scale.direction;
  return compareScores({ ...scale, direction }, was.score, is.score, { earlier, isProrated });
}

function rowOf(
  dimension: Dimension,
  latest: DimensionSitting,
  baseline: DimensionSitting | null,
  estimates: Estimates,
): DumbbellRow[] {
  const points = pointsOf(sidesIn(latest.scores, dimension));
  if (!isFull(points)) return [];
  const before = sidesIn(baseline?.scores ?? [], dimension).now;
  const change = baseline && moveOf([baseline, latest], dimension, "now", estimates);
  return [
    {
      dimension,
      ...points,
      baseline: before === null ? null : wholePoints(before),
      change: change && {
        points: wholePoints(change.difference),
        reliable: change.verdict.startsWith("reliable"),
        basis: change.kind,
        ...(change.isProrated ? { isProrated: true } : {}),
      },
    },
  ];
}

/** Where the weeks were begun without the first assessment, whatever is counted from a later one says so. */
const sinceOf = ({ week }: DimensionSitting): string =>
  week === null || week === 0 ? "baseline" : `week ${week} (there is no baseline)`;

/** What moved beyond measurement error since baseline; confirmed where the sitting before the newest had moved so too. */
function changesOf(sittings: readonly DimensionSitting[], estimates: Estimates, saysGain: boolean): ChangeSentences {
  const [first, latest, middle] = [sittings[0], sittings.at(-1), sittings.length > 2 ? sittings.at(-2) : undefined];
  if (!first || !latest || first === latest) return { falls: "", others: "" };
  const sides: Form[] = ["now", "wished"];
  const moves = dimensions.flatMap((dimension) =>
    sides.flatMap((form): Move[] => {
      const change = moveOf([first, latest], dimension, form, estimates);
      if (!change) return [];
      const sooner = middle && moveOf([first, middle], dimension, form, estimates);
      const isConfirmed =
        sooner?.verdict === change.verdict && Math.sign(sooner.difference) === Math.sign(change.difference);
      const isWish = form === "wished";
      const size = Math.abs(wholePoints(change.difference));
      return [{ name: isWish ? `the wish for ${dimension}` : dimension, isWish, change, size, isConfirmed }];
    }),
  );
  const judgedScales = new Set(
    moves.flatMap(({ name, isWish, change }) => (change.threshold && !isWish ? [name] : [])),
  );
  return changeSentences(moves, { since: sinceOf(first), judged: judgedScales.size, saysGain });
}

function gapChanges(latest: DimensionSitting, baseline: DimensionSitting, estimates: Estimates, saysGain: boolean) {
  return dimensions.flatMap((dimension) => {
    const [scale, earlier] = [scaleOf(latest, dimension, estimates), scaleOf(baseline, dimension, estimates)];
    const [before, after] = [sidesIn(baseline.scores, dimension), sidesIn(latest.scores, dimension)];
    if (
      !scale ||
      !earlier ||
      !hasBoth(before) ||
      !hasBoth(after) ||
      !isSameDimension(baseline.instrument, latest.instrument, dimension)
    )
      return [];
    const isProrated = [...baseline.scores, ...latest.scores].some(
      (one) => one.scale === dimension && one.status === "prorated",
    );
    const words = (isTold: boolean) =>
      compareGaps(scale, before, after, { earlier, isProrated, saysGain: isTold }).words;
    return [{ title: labelOf(dimension), words: words(saysGain), plainWords: words(false) }];
  });
}

const hasBoth = (sides: { now: number | null; wished: number | null }): sides is { now: number; wished: number } =>
  sides.now !== null && sides.wished !== null;

function seriesOf(sittings: readonly DimensionSitting[], dimension: Dimension) {
  const drawn = sittings.flatMap((sitting) => (sitting.week === null ? [] : [{ ...sitting, week: sitting.week }]));
  return drawn.map((sitting, i) => {
    const before = drawn[i - 1];
    return {
      week: sitting.week,
      form: formOf(sitting.instrument.key),
      ...pointsOf(sidesIn(sitting.scores, dimension)),
      ...(before !== undefined && !isSameDimension(before.instrument, sitting.instrument, dimension)
        ? { isBreak: true }
        : {}),
    };
  });
}

/** The idealised scale has cautions too and is no dimension. */
const labelOf = (scale: string) => scale.charAt(0).toUpperCase() + scale.slice(1);
