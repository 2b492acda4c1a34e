import type { Instrument } from "@/lib/assessments/instrument";
import { isCriticalSaid } from "@/lib/instruments/critical-marks";

/**
 * Why an instrument cannot be given to a client yet, in a plain sentence; null when it can. Wording that belongs to
 * somebody else must be entered first, and a key that nobody has checked must be confirmed, question by question.
 */
export function whyNotAssignable(instrument: Instrument): string | null {
  if (instrument.items.every((item) => item.kind === "display"))
    return "It asks nothing: there are only words in it. Without a question nobody could ever send it.";
  const noWords = instrument.items.some((item) => item.text === null);
  const noLabels = Object.values(instrument.optionSets).some((set) => set.some((option) => option.label === null));
  if (noWords || noLabels) {
    return instrument.licence.wording === "needed"
      ? "The wording belongs to its authors and is not included. Enter the wording that your practice may use, then publish it."
      : "The wording is free to use but not included. Enter it once, then publish it.";
  }
  if (instrument.items.some((item) => !item.keyConfirmed)) {
    return "Part of the scoring key has not been confirmed. Check each marked question against your own copy, then publish it.";
  }
  return null;
}

/** Why a draft cannot be published yet. Nobody is watched over by a questionnaire whose answers nobody has looked at. */
export function whyNotPublishable(instrument: Instrument): string | null {
  const why = whyNotAssignable(instrument);
  if (why !== null || isCriticalSaid(instrument)) return why;
  return "Nobody has said yet which answers need somebody today. Look at every answer, mark those, then publish it.";
}
