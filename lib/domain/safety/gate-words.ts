import type { EventSource } from "@/lib/domain/safety/events";
import { CLEARANCE_WEEKS, type Gate, type GateState, type ScreenResult } from "@/lib/domain/safety/gate";

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
  if (gate.state === "concern") return { title: "Concern", detail: `Touch and disclosure are closed.${since}` };
  if (gate.state === "stop")
    return { title: "Stop", detail: `Touch and disclosure are closed, and no new week begins.${since}` };
  if (gate.awaits === "clinician")
    return { title: "Waits for your decision", detail: "The questions are answered. That alone opens nothing." };
  return gate.since
    ? { title: "Not screened", detail: `The clearance of ${CLEARANCE_WEEKS} weeks ran out on ${day(gate.since)}.` }
    : { title: "Not screened", detail: "The safety questions have not been answered yet." };
}

/** What a screen amounts to. A screen that raised nothing is an aid, and the words say so. */
export const screenWords: Record<ScreenResult["outcome"], string> = {
  clear: "Raised nothing. That is an aid, not a clearance.",
  unfinished: "Left partly open, which is not a no.",
  concern: "Raised a concern.",
  stop: "Asks for a stop.",
};

/** Why gap charts are closed, and what opens them, for the therapist; null when they are open. */
export function whyClosed(gate: Gate, coupleGate: GateState): string | null {
  if (coupleGate === "clear") return null;
  if (gate.state === "clear")
    return "Closed for both, because the gate of the two together is not clear. A clearance on the partner’s side opens it.";
  if (gate.awaits === "screen")
    return "Closed until the safety questions are answered and you have cleared them with a written reason.";
  if (gate.state === "stop")
    return "Closed until you have talked to the person alone and released the stop with a written reason.";
  return "Closed until you have looked at the answers and cleared them with a written reason.";
}

/** How an event began, as the end of a sentence that starts with the client's first name. */
export const eventWords: Record<EventSource, string> = {
  "not-safe-button": "chose “I don’t feel safe”",
  screen: "gave answers that ask for a stop",
  "critical-answer": "gave an answer that needs you today",
  therapist: "is the subject of a safety concern",
};
