import type { EventSource } from "@/lib/safety/events";
import type { Gate, ScreenResult } from "@/lib/safety/gate";
import type { SharedClass } from "@/lib/safety/shared-class";

/** How the reader writes a day. */
type Day = (at: Date) => string;

/** The gate of one person as its therapist reads it: a state, and what it rests on. */
export function gateWords(gate: Gate, day: Day): { title: string; detail: string } {
  const since = gate.since ? ` Since ${day(gate.since)}.` : "";
  if (gate.state === "clear")
    return {
      title: "Clear",
      detail: gate.expiresAt ? `Until ${day(gate.expiresAt)}; after that it asks again.` : "",
    };
  if (gate.state === "concern") return { title: "Concern", detail: `Joint steps do not open.${since}` };
  if (gate.state === "stop")
    return {
      title: "Stop",
      detail: `Joint steps do not open until a clinician has talked to the person alone.${since}`,
    };
  if (gate.awaits === "clinician")
    return { title: "Waits for your decision", detail: "Answers, or their lack, open nothing by themselves." };
  return { title: "Not screened", detail: `The questions wait to be answered.${since}` };
}

/** What a screen amounts to. A screen that raised nothing is an aid, and the words say so. */
export const screenWords: Record<ScreenResult["outcome"], string> = {
  clear: "Raised nothing. That is an aid, not a clearance.",
  unfinished: "Left partly open, which is not a no.",
  concern: "Raised a concern.",
  stop: "Asks for a stop.",
};

/** Said beside measures of closeness while words of gain wait. */
export const noGainSentence =
  "A score that rises is no sign of safety while the gate is not clear or joint steps are closed: closeness can grow under harm.";

/**
 * Joint steps on one person's own side: for who reads no partner, whether there is none or they may not. Each sentence is
 * true whatever the other's gate is, so that none tells of it.
 */
export function ownSideWords(
  shared: SharedClass,
  { firstName, nextOn }: { firstName: string; nextOn: string },
): string {
  if (shared.open)
    return `Joint steps are open on ${firstName}’s side. They close only by asking, or by a clinician’s decision.`;
  const what = shared.jointTasks
    ? "Touch and disclosure are closed."
    : "Joint steps are closed. Everything goes on in own steps.";
  return `${what} They open, if they may, when a practice week begins; ${firstName}’s next one begins ${nextOn}.`;
}

/** Joint steps of two, as whoever reads both is told. */
export function jointStepsWords(
  shared: SharedClass,
  { nextOn, ownDays, chosen = null }: { nextOn: string; ownDays: boolean; chosen?: { endsOn: string | null } | null },
): string {
  if (shared.open) return "Joint steps are open. They close only by asking, or by a clinician’s decision.";
  if (chosen)
    return `Joint steps are closed: own steps were chosen on the path. Everything goes on in own steps${
      chosen.endsOn === null
        ? " until that is undone."
        : `. They open, if they may, when the practice week of ${chosen.endsOn} begins.`
    }`;
  const next = `They open, if they may, when the next practice week begins: ${nextOn}.`;
  if (shared.jointTasks) return `Touch and disclosure are closed; joint tasks go on as you chose. ${next}`;
  return `Joint steps are closed${ownDays ? ": these are own days" : ""}. Everything goes on in own steps. ${next}`;
}

/** How an event began, as the end of a sentence that starts with the client's first name. */
export const eventWords: Record<EventSource, string> = {
  "not-safe-button": "chose “I don’t feel safe”",
  screen: "gave answers that ask for a stop",
  "critical-answer": "gave an answer that needs you today",
  therapist: "is the subject of a safety concern",
};
