import { measuresCloseness } from "@/lib/assessments/closeness";
import { figuresState } from "@/lib/assessments/figure-state";
import type { Instrument } from "@/lib/assessments/instrument";
import { whyNotAssignable, whyNotPublishable } from "@/lib/instruments/assignable";
import { isCriticalSaid } from "@/lib/instruments/critical-marks";
import { counted, plural } from "@/lib/plural";
import { aboutMinutes } from "@/lib/time/minutes";

export type InstrumentStatus = "ready" | "draft" | "answers to look at" | "wording needed" | "key to confirm";

/** Where an instrument stands on the way to a client. A draft beside a published version does not take that away. */
export function instrumentStatus(current: Instrument | null, draft: Instrument | null): InstrumentStatus {
  if (current) return "ready";
  const why = draft && whyNotAssignable(draft);
  if (!why) return draft && whyNotPublishable(draft) ? "answers to look at" : "draft";
  const isWorded = draft.items.every((item) => item.text !== null);
  return isWorded ? "key to confirm" : "wording needed";
}

export const stateWords: Record<InstrumentStatus, string> = {
  ready: "Ready to give",
  draft: "Draft, not published",
  "answers to look at": "Critical answers to say",
  "wording needed": "Wording needed",
  "key to confirm": "Key to confirm",
};

const licences: Record<Instrument["licence"]["status"], string> = {
  ours: "Written for Nearer",
  practice: "Written by this practice",
  public: "Public domain",
  free: "Free to use",
  conditions: "Free, with conditions",
  ask: "Ask the authors",
  permission: "Permission needed",
};

/** Who owns the wording, in two or three words. */
export const licenceWords = (instrument: Instrument): string => licences[instrument.licence.status];

/** Whether its scores have been studied, and whether anything about the key is still second-hand. */
export function evidenceWords(instrument: Instrument): string {
  const studied = instrument.validated ? "Validated" : "Not validated";
  const open = Object.values(instrument.certainty).includes("unconfirmed");
  return instrument.validated && open ? `${studied}, details unconfirmed` : studied;
}

const parts = [
  ["reversals", "reversed questions"],
  ["scales", "which question counts where"],
  ["scoring", "how it is counted"],
  ["figures", "cut-offs and figures"],
  ["references", "volume and pages of the sources"],
] as const;

/**
 * What of an instrument was read in its source or checked by the practice, and what was not; null for our own, which have none.
 * Figures are confirmed only where all of them are: none rests on a count, and no cut-off on a source, that was not read.
 */
export function certaintyWords({ licence, certainty, scales }: Instrument): string | null {
  if (licence.status === "ours" || licence.status === "practice") return null;
  const isOpen = scales.some(({ cutoff }) => cutoff?.certainty === "unconfirmed");
  const states = { ...certainty, figures: isOpen ? "unconfirmed" : figuresState({ certainty }) };
  const named = (as: "confirmed" | "unconfirmed") =>
    parts.flatMap(([part, words]) => (states[part] === as ? [words] : [])).join(", ");
  const [read, open] = [named("confirmed"), named("unconfirmed")];
  return [read && `Confirmed: ${read}.`, open && `Unconfirmed: ${open}.`].filter(Boolean).join(" ");
}

/** What can be said of the thing that an instrument measures, as the owner chooses it. */
export const measuresWords: Record<Instrument["measures"], string> = {
  undecided: "Not said yet",
  "one-person": "Something in one person, such as mood, sleep or worry",
  closeness: "How close or content two people are",
};

const measuresColumn: Record<Instrument["measures"], string> = {
  undecided: "Not said yet",
  "one-person": "One person",
  closeness: "Closeness",
};

/** What it measures, in a word or two, for a column. */
export const measuresShort = ({ measures, sensitivity }: Pick<Instrument, "measures" | "sensitivity">): string =>
  sensitivity === "safety" ? "Safety" : measuresColumn[measures];

/** The same as a fact, with what follows from it; null for safety questions, which have no scores to close. */
export function measuresFact(instrument: Instrument): string | null {
  if (instrument.sensitivity === "safety") return null;
  const said = measuresWords[instrument.measures];
  if (!measuresCloseness(instrument)) return `${said}. Scores are always open`;
  return `${said}. Scores are closed until the safety gate is clear`;
}

/** "36 statements, each twice, about 12 minutes". */
export function lengthWords(instrument: Instrument): string {
  const count = instrument.items.filter((item) => item.kind !== "display").length;
  const asked = plural(count, "One question", `${count} statements`);
  const twice = instrument.forms.length > 1 ? ", each twice" : "";
  return `${asked}${twice}, ${aboutMinutes(instrument.minutes)}`;
}

/** How a scale is worked out and in what range, in words. */
export function scaleWords(scale: Instrument["scales"][number]): string {
  const items = counted(scale.items.length, "question");
  const times = scale.multiplier !== 1 ? ` × ${scale.multiplier}` : "";
  const range = `${scale.range.min} to ${scale.range.max}`;
  if (scale.method === "algorithm") return `Rule of its authors over ${items}, ${range}`;
  return `${scale.method === "sum" ? "Sum" : "Mean"} of ${items}${times}, ${range}`;
}

/** What the owner still has to say about a published instrument; null when nothing is left. */
export function ownerTask(instrument: Instrument): string | null {
  const open = [
    ...(isCriticalSaid(instrument) ? [] : ["which answers are critical"]),
    ...(instrument.measures === "undecided" && instrument.sensitivity !== "safety" ? ["what it measures"] : []),
  ];
  return open.length > 0 ? `Nobody has said ${open.join(", nor ")}. Start a new version and say so.` : null;
}
