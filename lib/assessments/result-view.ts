import { isOfForm } from "@/lib/assessments/asked-forms";
import { compareGaps, compareScores, type FullSides, type ScoreChange, withoutGain } from "@/lib/assessments/change";
import { type ChangeSentences, changeSentences, type Move } from "@/lib/assessments/change-sentence";
import { countsAlike } from "@/lib/assessments/counts-alike";
import { isEnabled } from "@/lib/assessments/enabled";
import type { ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import { withOwnState } from "@/lib/assessments/figure-state";
import type { Answer, Form, Instrument, Scale } from "@/lib/assessments/instrument";
import { scoreOf } from "@/lib/assessments/option-score";
import { type ScoreRecord, scoreIn, shownPoints, shownScore } from "@/lib/assessments/score-set";
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
export const toldIn = ({ saysGain = true }: Pick<ResponseSet, "saysGain">, change: ScoreChange): ScoreChange =>
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
export function judged(
  scale: Scale,
  { estimates, shown }: Pick<ResponseSet, "estimates"> & { shown?: Pick<SentResponse, "instrument"> },
): Scale {
  const estimate = estimates.get(scale.key);
  if (estimate?.status === "estimated") return { ...scale, reliability: estimate.reliability };
  return shown ? withOwnState(shown.instrument, scale) : scale;
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
      const was = earlierScore(result, before, shipped.key, form);
      const earlier = was?.score;
      const exact = changeOf(result, before, scale, form);
      const change = exact && toldIn(result, exact);
      return {
        key: `${scale.key}/${form}`,
        title: scale.title,
        form,
        score: kept.score === null ? null : shownScore(kept.score, scale),
        range: `${scale.range.min} to ${scale.range.max}`,
        band: kept.score === null ? null : bandOf(scale, kept.score, kept.status === "prorated"),
        note: noteOf(kept),
        before: earlier == null ? null : shownScore(earlier, scale),
        change: change && `${signed(shownScore(change.difference, scale))}, ${change.words}`,
      };
    }),
  );
}

/** What the difference of one scale of one form is worth, untold; null without two scores that can be compared. */
function changeOf(result: ResponseSet, before: SentResponse | null, scale: Scale, form: Form): ScoreChange | null {
  const kept = scoreIn(result.shown.scores, scale.key, form);
  const was = earlierScore(result, before, scale.key, form);
  if (kept?.score == null || was?.score == null) return null;
  const direction = form === "wished" ? "neither" : scale.direction;
  const isProrated = [kept.status, was.status].includes("prorated");
  return compareScores({ ...scale, direction }, was.score, kept.score, { isProrated });
}

const earlierScore = ({ shown }: ResponseSet, before: SentResponse | null, key: string, form: Form) =>
  isComparable(before, shown, key) ? scoreIn(before.scores, key, form) : undefined;

/** What moved beyond measurement error since `before`, in the sentences that stand above the table; falls first. */
export function resultSentences(result: ResponseSet, before: SentResponse | null, since: string): ChangeSentences {
  const { instrument } = result.shown;
  const scales = instrument.scales.filter(({ role }) => role === "score").map((scale) => judged(scale, result));
  const moves = scales.flatMap((scale) =>
    instrument.forms.flatMap((form): Move[] => {
      const change = changeOf(result, before, scale, form);
      if (!change) return [];
      const isWish = form === "wished";
      const name = isWish ? `${scale.title}, wished,` : scale.title;
      return [{ name, isWish, change, size: Math.abs(shownScore(change.difference, scale)), isConfirmed: false }];
    }),
  );
  const named = new Set(moves.filter(({ change }) => change.threshold).map(({ name }) => name));
  return changeSentences(moves, { since, judged: named.size, saysGain: result.saysGain ?? true });
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
    const sides = fullSides(shown, scale.key);
    if (!sides) return [];
    const earlier = isComparable(before, shown, scale.key) ? fullSides(before, scale.key) : null;
    const isProrated = sides.isProrated || (earlier?.isProrated ?? false);
    const change = earlier && compareGaps(scale, earlier, sides, { isProrated, saysGain: result.saysGain ?? true });
    return {
      title: scale.title,
      gap: minus(shownPoints(sides.wished - sides.now, scale)),
      change: change ? `${signed(shownPoints(change.difference, scale))}. ${change.words}` : "No earlier gap",
    };
  });
}

function fullSides({ scores }: SentResponse, key: string): (FullSides & { isProrated: boolean }) | null {
  const [now, wished] = [scoreIn(scores, key, "now"), scoreIn(scores, key, "wished")];
  if (now?.score == null || wished?.score == null) return null;
  return { now: now.score, wished: wished.score, isProrated: [now.status, wished.status].includes("prorated") };
}

/** Two versions can be compared on a scale that counts the same questions in the same way. */
export function isComparable(before: SentResponse | null, shown: SentResponse, key: string): before is SentResponse {
  return before !== null && countsAlike(before.instrument, shown.instrument, key);
}

/** The published band and cut-off that a score reaches, never without the word where the score was filled in. */
function bandOf(scale: Scale, score: number, isProrated: boolean): string | null {
  const band = scale.bands.findLast(({ min }) => score >= min)?.label;
  const whose = scale.figuresSource ? [scale.figuresSource] : [];
  const notes = isProrated ? [...whose, "from a prorated score"] : whose;
  const parts = band ? [withNotes(band, notes)] : [];
  const { cutoff } = scale;
  if (cutoff && (cutoff.side === "below" ? score < cutoff.value : score >= cutoff.value)) {
    const unconfirmed = cutoff.certainty === "unconfirmed" ? ["cut-off unconfirmed"] : [];
    const studied = cutoff.population ? [`studied with ${cutoff.population}`] : [];
    parts.push(withNotes(cutoff.meaning, [...notes, ...unconfirmed, ...studied]));
  }
  return parts.join(". ") || null;
}

const withNotes = (words: string, notes: readonly string[]) =>
  notes.length > 0 ? `${words.replace(/\.$/, "")} (${notes.join("; ")})` : words;

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
      : shown.instrument.forms
          .filter((form) => isOfForm(item, form))
          .map((form) => ({
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
