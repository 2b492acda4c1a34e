import { compareGaps, compareScores, type ScoreChange, withoutGain } from "@/lib/assessments/change";
import { isEnabled } from "@/lib/assessments/enabled";
import type { ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Answer, Form, Instrument, Scale } from "@/lib/assessments/instrument";
import { scoreOf } from "@/lib/assessments/option-score";
import { exactGap, type ScoreRecord, scoreIn, shownScore, sidesIn, wholePoints } from "@/lib/assessments/score-set";
import { minus, signed } from "@/lib/signed";

/** One sent response. Its own version's wording and scales belong to it for ever. */
export type SentResponse = {
  id: string;
  /** Local date of the client. */
  date: string;
  submittedAt: Date;
  instrument: Instrument;
  answers: Answer[];
  scores: ScoreRecord[];
};

/** A response among all that a person sent of one instrument, oldest first. */
export type ResponseSet<R extends SentResponse = SentResponse> = {
  responses: R[];
  shown: R;
  /** By scale, when the practice judges change by its own data. */
  estimates: ReadonlyMap<string, ReliabilityEstimate>;
  /** Whether words of gain may be said; a fall is always told. */
  saysGain?: boolean;
};

/** What a change is called here: without praise while words of gain wait. */
const toldIn = ({ saysGain = true }: Pick<ResponseSet, "saysGain">, change: ScoreChange): ScoreChange =>
  saysGain ? change : withoutGain(change);

export type ScaleRow = {
  key: string;
  title: string;
  form: Form;
  score: number | null;
  range: string;
  band: string | null;
  /** Prorated or unscored, said in words; null when every answer was there. */
  note: string | null;
  before: number | null;
  change: string | null;
};

export type ItemRow = { id: string; form: Form; text: string; first: string; previous: string; now: string };

/** Those sent before the shown one, oldest first: change is read forwards, so a later one is opened and this one set beside it. */
export const earlier = <R extends SentResponse>({ responses, shown }: ResponseSet<R>): R[] =>
  responses.filter(({ id, submittedAt }) => id !== shown.id && submittedAt < shown.submittedAt);

/** The earlier response to compare with: the one that was chosen, else the one just before. Null for a first response. */
export function comparedWith<R extends SentResponse>(set: ResponseSet<R>, chosen: string | undefined): R | null {
  const before = earlier(set);
  return before.find(({ id }) => id === chosen) ?? before.at(-1) ?? null;
}

/** The scale as change on it is judged: with the practice's own figures where the owner chose them and there are enough. */
export function judged(scale: Scale, { estimates }: Pick<ResponseSet, "estimates">): Scale {
  const estimate = estimates.get(scale.key);
  return estimate?.status === "estimated" ? { ...scale, reliability: estimate.reliability } : scale;
}

/**
 * One line per scale and form: the score in the unit of the scale, its published band, and what the difference to `before`
 * is worth (Jacobson & Truax 1991, see `compareScores`). Scales that the two versions count differently have no difference.
 * A wish has no better or worse way to move.
 */
export function scaleRows(result: ResponseSet, before: SentResponse | null): ScaleRow[] {
  const { instrument } = result.shown;
  return instrument.scales.flatMap((shipped) =>
    instrument.forms.flatMap((form) => {
      const kept = scoreIn(result.shown.scores, shipped.key, form);
      if (!kept) return [];
      const scale = judged(shipped, result);
      const earlier = isComparable(before, result.shown, shipped.key)
        ? scoreIn(before.scores, scale.key, form)?.score
        : null;
      const direction = form === "wished" ? "neither" : scale.direction;
      const change =
        kept.score === null || earlier == null
          ? null
          : toldIn(result, compareScores({ ...scale, direction }, earlier, kept.score));
      return {
        key: `${scale.key}/${form}`,
        title: scale.title,
        form,
        score: kept.score === null ? null : shownScore(kept.score, scale),
        range: `${scale.range.min} to ${scale.range.max}`,
        band: kept.score === null ? null : bandOf(scale, kept.score),
        note: noteOf(kept),
        before: earlier == null ? null : shownScore(earlier, scale),
        change: change && `${signed(shownScore(change.difference, scale))}, ${change.words}`,
      };
    }),
  );
}

/** The gap (wished minus now) per scale with its change since `before`; empty for instruments that are answered once. */
export function gapRows(
  result: ResponseSet,
  before: SentResponse | null,
): { title: string; gap: string; change: string }[] {
  const { shown } = result;
  if (shown.instrument.forms.length < 2) return [];
  return shown.instrument.scales.flatMap((shipped) => {
    if (shipped.role !== "score") return [];
    const scale = judged(shipped, result);
    const gap = exactGap(sidesIn(shown.scores, scale.key));
    if (gap === null) return [];
    const earlier = isComparable(before, shown, scale.key) ? exactGap(sidesIn(before.scores, scale.key)) : null;
    const change = earlier === null ? null : toldIn(result, compareGaps(scale, earlier, gap));
    return {
      title: scale.title,
      gap: minus(wholePoints(gap)),
      change: change ? `${signed(wholePoints(change.difference))}, ${change.words}` : "No earlier gap",
    };
  });
}

/** Two versions can be compared on a scale that counts the same questions in the same way. */
export function isComparable(before: SentResponse | null, shown: SentResponse, key: string): before is SentResponse {
  const shape = (response: SentResponse | null) => {
    const scale = response?.instrument.scales.find((one) => one.key === key);
    if (!scale) return null;
    const reversed = response?.instrument.items.filter((item) => item.reversed && scale.items.includes(item.id));
    const { items, method, multiplier, range } = scale;
    return JSON.stringify([
      [...items].sort(),
      method,
      multiplier,
      range.min,
      range.max,
      reversed?.map(({ id }) => id).sort(),
    ]);
  };
  return shape(before) !== null && shape(before) === shape(shown);
}

function bandOf(scale: Scale, score: number): string | null {
  const parts = [scale.bands.findLast(({ min }) => score >= min)?.label];
  const { cutoff } = scale;
  if (cutoff && (cutoff.side === "below" ? score < cutoff.value : score >= cutoff.value)) {
    parts.push(`${cutoff.meaning}${cutoff.certainty === "unconfirmed" ? " (cut-off unconfirmed)" : ""}`);
  }
  return parts.filter(Boolean).join(". ") || null;
}

function noteOf({ status, answered, items }: ScoreRecord): string | null {
  if (status === "scored") return null;
  return status === "prorated"
    ? `Prorated: ${answered} of ${items} answered`
    : `No score: ${answered} of ${items} answered`;
}

/** Each question's answers: the first time, the time compared with, and this time, each in its own version's words. */
export function itemRows({ responses, shown }: ResponseSet, before: SentResponse | null): ItemRow[] {
  const first = responses[0] && responses[0].id !== shown.id ? responses[0] : null;
  return shown.instrument.items.flatMap((item) =>
    item.kind === "display"
      ? []
      : shown.instrument.forms.map((form) => ({
          id: item.id,
          form,
          text: item.text ?? `Question ${item.id}`,
          first: answerIn(first, item.id, form),
          previous: answerIn(before, item.id, form),
          now: answerIn(shown, item.id, form),
        })),
  );
}

function answerIn(response: SentResponse | null, itemId: string, form: Form): string {
  if (!response) return "";
  const item = response.instrument.items.find(({ id }) => id === itemId);
  if (item && !isEnabled(response.instrument, item, response.answers, form)) return "Not asked";
  const given = response.answers.find((answer) => answer.itemId === itemId && answer.form === form);
  if (!given) return "Not answered";
  if (given.value === null) return item?.mayDecline ? "Preferred not to answer" : "Not answered";
  return labelOf(response.instrument, itemId, given.value);
}

function labelOf(instrument: Instrument, itemId: string, value: number | string): string {
  const item = instrument.items.find(({ id }) => id === itemId);
  const options = item?.options === undefined ? [] : (instrument.optionSets[item.options] ?? []);
  const chosen = options.find((option) => option.value === value);
  if (!chosen?.label) return [String(value), item?.unit].filter(Boolean).join(" ");
  const counted = scoreOf(chosen);
  return counted === null ? chosen.label : `${chosen.label} (${counted})`;
}
