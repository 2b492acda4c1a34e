import type { Answer, Form, Instrument } from "@/lib/assessments/instrument";
import { scoreResponse } from "@/lib/assessments/score";

/** Ours: three quarters of the idealised scale. */
const IDEALISED_SHARE = 0.75;
/** Ours: this many equal answers in a row, across statements that point both ways. */
const STRAIGHT_RUN = 12;
const FASTEST_MS_PER_ITEM = 1500;

export type ResponseFlag = {
  kind: "idealised" | "straight-lining" | "fast" | "worth asking";
  form: Form | null;
  sentence: string;
};

/** The answers that an instrument marks as worth asking about, in its own sentences; one flag for all of them. */
function worthAsking({ items }: Instrument, answers: readonly Answer[]): ResponseFlag[] {
  const met = items.flatMap(({ id, flag }) => {
    const given = answers.find((answer) => answer.itemId === id && answer.form === "now")?.value;
    return flag && typeof given === "number" && given >= flag.atLeast ? [flag.sentence] : [];
  });
  return met.length > 0 ? [{ kind: "worth asking", form: "now", sentence: met.join(" ") }] : [];
}

function straightLined(instrument: Instrument, answers: readonly Answer[], form: Form): boolean {
  const given = instrument.items.flatMap((item) => {
    const value = answers.find((answer) => answer.itemId === item.id && answer.form === form)?.value;
    return item.kind === "choice" && typeof value === "number" ? [{ value, reversed: item.reversed }] : [];
  });
  let run: typeof given = [];
  for (const answer of given) {
    run = run[0]?.value === answer.value ? [...run, answer] : [answer];
    const bothWays = new Set(run.map((entry) => entry.reversed)).size === 2;
    if (bothWays && run.length >= STRAIGHT_RUN) return true;
  }
  return false;
}

/**
 * Reasons to read a response with care; nothing is ever subtracted for them. Idealised: the idealised scale of *now* in its top
 * quarter. Straight-lining: twelve equal answers in a row over statements that point both ways. Fast: under 1.5 s per answer,
 * `durationMs` being the time spent answering, or null when it is not known. Worth asking: an answer that the instrument marks. Each kind once; `form` is null when it is about
 * the whole response. Thresholds are ours.
 */
export function responseFlags(
  instrument: Instrument,
  answers: readonly Answer[],
  durationMs: number | null,
): ResponseFlag[] {
  const flags = worthAsking(instrument, answers);
  for (const { scale: key, form, score } of scoreResponse(instrument, answers)) {
    const scale = instrument.scales.find((candidate) => candidate.key === key);
    if (scale?.role !== "idealised" || form !== "now" || score === null) continue;
    if ((score - scale.range.min) / (scale.range.max - scale.range.min) >= IDEALISED_SHARE) {
      flags.push({
        kind: "idealised",
        form,
        sentence: "The picture given is almost without flaws. Hard things may be missing from it.",
      });
    }
  }
  const straight = instrument.forms.filter((form) => straightLined(instrument, answers, form));
  if (straight.length > 0) {
    const form = straight.length === 1 ? (straight[0] ?? null) : null;
    const sentence = "Many answers in a row are the same, although the statements point in opposite directions.";
    flags.push({ kind: "straight-lining", form, sentence });
  }
  const answered = answers.filter((answer) => answer.value !== null).length;
  if (durationMs !== null && answered > 0 && durationMs / answered < FASTEST_MS_PER_ITEM) {
    const seconds = (durationMs / answered / 1000).toFixed(1);
    flags.push({
      kind: "fast",
      form: null,
      sentence: `Answered at ${seconds} seconds a statement, faster than most people read.`,
    });
  }
  return flags;
}
