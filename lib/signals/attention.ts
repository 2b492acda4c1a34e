import { type ConnectionStatus, signalOf } from "@/lib/connection/connection-status";
import { weekWords } from "@/lib/connection/status-sentence";
import { counted, plural } from "@/lib/plural";
import type { PathStatus } from "@/lib/protocol/path";
import type { EventSource } from "@/lib/safety/events";
import type { GateState } from "@/lib/safety/gate";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

/** How a flag is drawn, in the order of the ledger. */
export const attentionLevels = ["risk", "attention", "review", "calm", "starting"] as const;
export type AttentionLevel = (typeof attentionLevels)[number];

/** One reason to look at a client: a sentence that a colleague would say, and one detail. Lower rank comes first. */
export type Reason = { level: AttentionLevel; rank: number; sentence: string; detail: string };

/** Days without any activity after which an active client counts as quiet (ours). */
export const QUIET_DAYS = 5;
const CLEARANCE_NOTICE_DAYS = 7;

/** What is known about one client today. Nothing here holds a text that the client wrote. */
export type ClientFacts = {
  today: LocalDate;
  status: PathStatus | "invited";
  startsOn: LocalDate | null;
  baselineAnswered: boolean;
  statusSince: LocalDate | null;
  /** The day on which the newest pause ended; null without one behind them. */
  resumedOn: LocalDate | null;
  /** Something written in safety questions that nobody has marked as read. */
  hasUnreadWords: boolean;
  openEvents: readonly { source: EventSource; openedAt: Date; acknowledged: boolean }[];
  gate: { state: GateState; awaits: "screen" | "clinician" | null; expiresOn: LocalDate | null };
  connection: ConnectionStatus;
  lastActivityOn: LocalDate | null;
  /** The day on which the client took the agreement back; null while it stands. */
  consentWithdrawnOn: LocalDate | null;
  overdue: readonly { title: string; dueOn: LocalDate; reminders: number }[];
  toReview: readonly { title: string; answeredOn: LocalDate }[];
  reflectionsToAnswer: number;
  /** What the client wrote to the therapist directly and nobody has read: how much, and since when. */
  unreadMessages: { count: number; since: Date } | null;
  proposals: readonly ("go-gentler" | "next-phase")[];
  /** Wishes for another exercise that wait, oldest first; `title` is the exercise that it would stand in for. */
  swapRequests: readonly { title: string; askedOn: LocalDate }[];
};

/** How the reader writes days and moments, in their own locale and zone; `within` is a day inside a sentence. */
export type Say = {
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

/**
 * The reasons to look at a client, most pressing first: safety, a message, confirmed decline, quiet, overdue, to
 * review, then calm or starting (docs/RULES.md, section 4.3). There is always at least one.
 */
export function attentionReasons(facts: ClientFacts, say: Say): Reason[] {
  const reasons = [
    ...safetyReasons(facts, say),
    ...consentReasons(facts, say),
    ...messageReasons(facts, say),
    ...declineReasons(facts),
    ...quietReasons(facts, say),
    ...overdueReasons(facts),
    ...reviewReasons(facts, say),
  ];
  const ofStatus = statusReason(facts, say);
  const all = ofStatus.level === "starting" || reasons.length === 0 ? [...reasons, ofStatus] : reasons;
  return all.sort((a, b) => a.rank - b.rank);
}

function safetyReasons({ openEvents, hasUnreadWords, gate, status, today }: ClientFacts, say: Say): Reason[] {
  const reasons = [...openEvents]
    .sort((a, b) => Number(a.acknowledged) - Number(b.acknowledged) || a.openedAt.getTime() - b.openedAt.getTime())
    .map(
      (event): Reason => ({
        level: "risk",
        rank: event.acknowledged ? 1 : 0,
        sentence: eventSentences[event.source],
        detail: event.acknowledged ? `${say.moment(event.openedAt)}, somebody is on it` : say.moment(event.openedAt),
      }),
    );
  if (hasUnreadWords)
    reasons.push({
      level: "risk",
      rank: 1.5,
      sentence: "Wrote something: read it today",
      detail: "In the safety questions",
    });
  const over = status === "ended" || status === "finished";
  if (gate.state === "stop" && openEvents.length === 0)
    reasons.push({ level: "risk", rank: 2, sentence: "Safety stop", detail: "Talk to them alone, then decide" });
  if (over) return reasons;
  if (gate.state === "concern")
    reasons.push({
      level: "attention",
      rank: 10,
      sentence: "Safety screen raised a concern",
      detail: "Joint steps do not open until you have decided",
    });
  if (gate.state === "not-screened" && gate.awaits === "clinician")
    reasons.push({
      level: "attention",
      rank: 11,
      sentence: "Safety screen waits for your decision",
      detail: "Joint steps do not open until you have decided",
    });
  if (gate.state === "not-screened" && gate.awaits === "screen" && status !== "invited" && status !== "starting")
    reasons.push({
      level: "attention",
      rank: 12,
      sentence: "Check not answered: talk to them alone",
      detail: "Joint steps do not open meanwhile",
    });
  if (gate.state === "clear" && gate.expiresOn && daysBetween(today, gate.expiresOn) <= CLEARANCE_NOTICE_DAYS)
    reasons.push({
      level: "review",
      rank: 43,
      sentence: "Safety clearance runs out soon",
      detail: say.day(gate.expiresOn),
    });
  return reasons;
}

function consentReasons({ consentWithdrawnOn }: ClientFacts, say: Say): Reason[] {
  if (!consentWithdrawnOn) return [];
  const detail = `${say.day(consentWithdrawnOn)}, talk about what happens next`;
  return [{ level: "attention", rank: 9, sentence: "Took the agreement back", detail }];
}

function messageReasons({ unreadMessages }: ClientFacts, say: Say): Reason[] {
  if (!unreadMessages) return [];
  const { count, since } = unreadMessages;
  const sentence = plural(count, "Wrote you a message", `Wrote you ${count} messages`);
  return [{ level: "attention", rank: 15, sentence, detail: `Not read since ${say.moment(since)}` }];
}

function declineReasons({ connection }: ClientFacts): Reason[] {
  if (connection.kind !== "judged" || connection.signal !== "review") return [];
  const { latest, baseline } = connection;
  const detail = `Last week ${weekWords(latest)}; ${baseline.median} at the start`;
  return [{ level: "attention", rank: 20, sentence: "Connection lower for two weeks running", detail }];
}

function quietReasons({ status, lastActivityOn, startsOn, resumedOn, today }: ClientFacts, say: Say): Reason[] {
  if (status !== "active" && status !== "held") return [];
  // Nobody was asked for anything before the start or during a pause.
  const since = [lastActivityOn, startsOn, resumedOn]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  if (since === undefined || daysBetween(since, today) < QUIET_DAYS) return [];
  const sentence = `Quiet for ${daysBetween(since, today)} days`;
  const detail = lastActivityOn ? `Last activity ${say.within(lastActivityOn)}` : "Nothing logged yet";
  return [{ level: "attention", rank: 21, sentence, detail }];
}

function overdueReasons({ overdue, today }: ClientFacts): Reason[] {
  const oldest = [...overdue].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (!oldest) return [];
  const days = daysBetween(oldest.dueOn, today);
  const late = counted(days, "day");
  const sentence = plural(
    overdue.length,
    `Assessment ${late} overdue`,
    `${overdue.length} assessments overdue, the oldest ${late}`,
  );
  const reminded =
    ["not reminded yet", "reminded once", "reminded twice"][oldest.reminders] ?? `reminded ${oldest.reminders} times`;
  return [{ level: "attention", rank: 22, sentence, detail: `${oldest.title}, ${reminded}` }];
}

function reviewReasons({ toReview, reflectionsToAnswer, proposals, swapRequests }: ClientFacts, say: Say): Reason[] {
  const reasons: Reason[] = [];
  const [asked] = swapRequests;
  if (asked)
    reasons.push({
      level: "review",
      rank: 39,
      sentence: `Asks for another exercise than ${asked.title}`,
      detail: `${say.day(asked.askedOn)}, answer on the Protocol tab`,
    });
  const oldest = [...toReview].sort((a, b) => (a.answeredOn < b.answeredOn ? -1 : 1))[0];
  if (oldest)
    reasons.push({
      level: "review",
      rank: 40,
      sentence: plural(toReview.length, "Assessment to review", `${toReview.length} assessments to review`),
      detail: `${oldest.title}, answered ${say.within(oldest.answeredOn)}`,
    });
  if (proposals.includes("go-gentler"))
    reasons.push({
      level: "review",
      rank: 41,
      sentence: "A gentler step may help",
      detail: "You decide; see the Protocol tab",
    });
  if (proposals.includes("next-phase"))
    reasons.push({
      level: "review",
      rank: 42,
      sentence: "Ready for the next phase?",
      detail: "Three observations on the Protocol tab",
    });
  if (reflectionsToAnswer > 0)
    reasons.push({
      level: "review",
      rank: 44,
      sentence: plural(reflectionsToAnswer, "A reflection to answer", `${reflectionsToAnswer} reflections to answer`),
      detail: "Written after an exercise",
    });
  return reasons;
}

function statusReason(facts: ClientFacts, say: Say): Reason {
  const { status, startsOn, today, statusSince, baselineAnswered } = facts;
  const calm = (sentence: string, detail: string): Reason => ({ level: "calm", rank: 60, sentence, detail });
  const since = statusSince ? `Since ${say.within(statusSince)}` : "";
  if (status === "invited")
    return { level: "starting", rank: 81, sentence: "Invited", detail: since || "Not accepted yet" };
  const inDays = startsOn ? daysBetween(today, startsOn) : null;
  if (inDays !== null && inDays >= 0 && (status === "starting" || (inDays === 0 && status === "active"))) {
    const when = ["today", "tomorrow"][inDays] ?? `on ${say.within(startsOn ?? today)}`;
    const detail = baselineAnswered ? "Baseline assessment done" : "Baseline not answered yet";
    return { level: "starting", rank: 80, sentence: `Starts ${when}`, detail };
  }
  if (status === "held") return calm("On hold", since);
  if (status === "paused") return calm("Paused", since);
  if (status === "follow-up") return calm("Finished, follow-up to come", since);
  if (status === "finished" || status === "ended") return calm("Finished", since);
  return calm("On track", signalOf(facts.connection) === "watch" ? "Connection lower last week, worth watching" : "");
}

/** Orders by what presses most: safety, a confirmed decline, quiet clients, overdue measures, and so on. Equals stay as they were. */
export const byAttention = (a: Reason, b: Reason): number => a.rank - b.rank;
