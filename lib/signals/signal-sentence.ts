import { counted, plural } from "@/lib/plural";
import type { EventSource } from "@/lib/safety/events";
import type { SignalKind } from "@/lib/signals/kinds";
import type { SignalData } from "@/lib/signals/signal-facts";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

/** How the reader writes days and moments, in their own locale and zone; `within` is a day inside a sentence. */
export type Say = {
  today: LocalDate;
  dayOf: (at: Date) => LocalDate;
  day: (date: LocalDate) => string;
  within: (date: LocalDate) => string;
  moment: (at: Date) => string;
};

const eventSentences: Record<EventSource, string> = {
  "not-safe-button": "Chose “I don’t feel safe”",
  screen: "Safety screen needs you today",
  "critical-answer": "A critical answer needs you today",
  therapist: "A safety concern is open",
};

type Words = { sentence: string; detail: string };
type Told = (data: SignalData, say: Say) => Words;

const fixed =
  (sentence: string, detail: string): Told =>
  () => ({ sentence, detail });

const at = (data: SignalData, say: Say) => (data.at ? say.moment(new Date(data.at)) : "");
const more = ({ count = 1 }: SignalData) => (count > 1 ? `, and ${count - 1} more` : "");
const within = ({ on }: SignalData, say: Say) => (on ? say.within(on) : "");
const daysSince = ({ on }: SignalData, { today }: Say) => (on ? daysBetween(on, today) : 0);

/** What a colleague would say of each kind: a sentence and a detail. */
const told: Record<SignalKind, Told> = {
  "safety-event": (data, say) => ({
    sentence: eventSentences[data.source ?? "therapist"],
    detail: `${at(data, say)}${data.isTaken ? ", somebody is on it" : ""}${more(data)}`,
  }),
  "safety-words": fixed("Wrote something: read it today", "In the safety questions"),
  "safety-stop": fixed("Safety stop", "Talk to them alone, then decide"),
  "court-demand": (data, say) => ({
    sentence: "A court asks for the record",
    detail: `Noted ${data.on ? say.day(data.on) : ""}`,
  }),
  "erasure-asked": (data, say) => ({
    sentence: "Asks for the record to be erased",
    detail: `${data.on ? say.day(data.on) : ""}, talk to them alone before you answer`,
  }),
  "consent-withdrawn": (data, say) => ({
    sentence: "Took the agreement back",
    detail: `${data.on ? say.day(data.on) : ""}, talk about what happens next`,
  }),
  "safety-concern": fixed("Safety screen raised a concern", "Joint steps do not open until you have decided"),
  "waits-for-you": fixed("Safety screen waits for your decision", "Joint steps do not open until you have decided"),
  "check-unanswered": fixed("Check not answered: talk to them alone", "Joint steps do not open meanwhile"),
  "reliable-decline": (data) => ({
    sentence: `Lower beyond measurement error: ${data.title ?? ""}${more(data)}`,
    detail: data.detail ?? "",
  }),
  "connection-review": ({ detail = "" }) => ({ sentence: "Connection lower for two weeks running", detail }),
  "letter-lost": (data, say) => ({
    sentence: plural(data.count ?? 1, "A letter may not have arrived", `${data.count} letters may not have arrived`),
    detail: at(data, say),
  }),
  message: (data, say) => ({
    sentence: plural(data.count ?? 1, "Wrote you a message", `Wrote you ${data.count} messages`),
    detail: `Not read since ${at(data, say)}`,
  }),
  quiet: (data, say) => ({
    sentence: `Quiet for ${daysSince(data, say)} days`,
    detail: data.at ? `Last activity ${say.within(data.at)}` : "Nothing logged yet",
  }),
  "anxiety-not-falling": ({ detail = "" }) => ({ sentence: "Anxiety does not fall during exercises", detail }),
  skips: (data) => ({
    sentence: `Skipped more than once running: ${data.title}${more(data)}`,
    detail: "A gentler step may help; you decide",
  }),
  "invitation-over": (data, say) => ({ sentence: "Invitation ran out", detail: `Its link ended ${within(data, say)}` }),
  "invitation-waits": (data, say) => ({ sentence: "Invitation not accepted yet", detail: `Made ${within(data, say)}` }),
  "baseline-waits": (data, say) => ({
    sentence: "The weeks wait for the first assessment",
    detail: `Everything else was there ${within(data, say)}`,
  }),
  overdue: (data, say) => ({ sentence: overdueSentence(data, say), detail: `${data.title}, ${reminded(data)}` }),
  "swap-wish": (data, say) => ({
    sentence: `Asks for another exercise than ${data.title}`,
    detail: `${data.on ? say.day(data.on) : ""}, answer on the Protocol tab`,
  }),
  result: (data, say) => ({
    sentence: plural(data.count ?? 1, "Assessment to review", `${data.count} assessments to review`),
    detail: `${data.title}, answered ${within(data, say)}`,
  }),
  "go-gentler": (data) => ({
    sentence: "A gentler step may help",
    detail: data.detail ?? `High anxiety before ${data.title}${more(data)}`,
  }),
  "next-phase": fixed("Ready for the next phase?", "Three observations on the Protocol tab"),
  "gate-expiring": (data, say) => ({
    sentence: "Safety clearance runs out soon",
    detail: data.on ? say.day(data.on) : "",
  }),
  reflection: (data) => ({
    sentence: plural(data.count ?? 1, "A reflection to answer", `${data.count} reflections to answer`),
    detail: "Written after an exercise",
  }),
  gain: (data) => ({
    sentence: `Higher beyond measurement error: ${data.title}${more(data)}`,
    detail: data.detail ?? "",
  }),
  "gap-closed": (data) => ({ sentence: `Now has come up to the wish: ${data.title}${more(data)}`, detail: "" }),
  "phase-finished": (data, say) => ({ sentence: `${data.title} is behind them`, detail: `Since ${within(data, say)}` }),
};

function overdueSentence(data: SignalData, say: Say): string {
  const late = counted(daysSince(data, say), "day");
  return plural(data.count ?? 1, `Assessment ${late} overdue`, `${data.count} assessments overdue, the oldest ${late}`);
}

const reminded = ({ reminders = 0 }: SignalData): string =>
  ["not reminded yet", "reminded once", "reminded twice"][reminders] ?? `reminded ${reminders} times`;

/** What stands on the list for a signal, on the day on which it is read. */
export const signalWords = (kind: SignalKind, data: SignalData, say: Say): Words => told[kind](data, say);
