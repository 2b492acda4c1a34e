/** How a flag is drawn, in the order of the ledger. */
export const attentionLevels = ["risk", "attention", "review", "calm", "starting"] as const;
export type AttentionLevel = (typeof attentionLevels)[number];

/** What staff do that answers a signal, besides a snooze or a note: known from rows, not from a button. `several`: words to many at once. */
export const signalActs = ["message", "several", "reminder", "decision", "invitation"] as const;
export type SignalAct = (typeof signalActs)[number];

/** The page of a client on which a signal is answered. */
export type SignalPlace =
  | "safety"
  | "messages"
  | "assessments"
  | "protocol"
  | "record"
  | "connection"
  | "dimensions"
  | "erasure"
  | "takeOut";

type Row = {
  level: Exclude<AttentionLevel, "starting">;
  name: string;
  /** When it opens, as therapists read it. A number that a practice sets stands in braces. */
  rule: string;
  /** What to look at first. */
  check: string;
  leads: SignalPlace;
  /** Acts that answer it until something new is there. */
  acts?: readonly SignalAct[];
  /** Nobody sets it aside: only what it asks for ends it. */
  staysOpen?: true;
  /** Never folded into “+n”, however much is new. */
  neverFolds?: true;
};

/**
 * Every signal there is, most pressing first: the rules page prints this, and the order is the order of the caseload. All
 * numbers in it are ours (docs/RULES.md, section 4); none of them grades a risk.
 */
export const signalTable = {
  "safety-event": {
    ...{ level: "risk", name: "A safety event is open", leads: "safety", staysOpen: true, neverFolds: true },
    rule: "From the moment in which somebody presses “I don’t feel safe”, an answer is critical or a screen says stop, until the event is closed with a note.",
    check: "Are they safe now, and who is with them? Talk to them alone.",
  },
  "safety-words": {
    ...{ level: "risk", name: "Words in the safety questions", leads: "safety", staysOpen: true, neverFolds: true },
    rule: "Something was written in the safety questions that nobody has marked as read.",
    check: "Read it today. Nothing is cleared until then.",
  },
  "safety-stop": {
    ...{ level: "risk", name: "Safety stop", leads: "safety", staysOpen: true, neverFolds: true },
    rule: "The gate is at stop and no event is open.",
    check: "Talk to them alone, then decide in writing.",
  },
  "court-demand": {
    ...{ level: "attention", name: "A court asks for the record", leads: "takeOut", staysOpen: true, neverFolds: true },
    rule: "A demand of a court was noted, and nobody has noted what became of it.",
    check: "What does it really ask for, by when, and who has to be told first?",
  },
  "erasure-asked": {
    ...{ level: "attention", name: "Asks to be erased", leads: "erasure", staysOpen: true, neverFolds: true },
    rule: "The client asked for the record to be erased, and nobody has answered. A month is the time for it.",
    check: "Talk to them alone: do they want it, and does somebody else?",
  },
  "consent-withdrawn": {
    ...{ level: "attention", name: "Agreement taken back", leads: "record", neverFolds: true },
    rule: "The client took the agreement back and has not agreed anew.",
    check: "What made them take it back, and what happens next?",
  },
  "safety-concern": {
    ...{
      level: "attention",
      name: "Safety screen raised a concern",
      leads: "safety",
      staysOpen: true,
      neverFolds: true,
    },
    rule: "The gate is at concern.",
    check: "Talk to them alone before you decide.",
  },
  "waits-for-you": {
    ...{
      level: "attention",
      name: "Safety screen waits for your decision",
      leads: "safety",
      staysOpen: true,
      neverFolds: true,
    },
    rule: "The safety questions are answered, or a link ended, and nobody has decided since.",
    check: "Read the answers, and remember that calm answers are no clearance.",
  },
  "check-unanswered": {
    ...{ level: "attention", name: "Check not answered", leads: "safety", staysOpen: true, neverFolds: true },
    rule: "The safety questions were asked and are not answered in full.",
    check: "Silence is no answer: talk to them alone.",
  },
  "reliable-decline": {
    ...{
      level: "attention",
      name: "Lower beyond measurement error",
      leads: "assessments",
      acts: ["decision"],
      neverFolds: true,
    },
    rule: "The newest sitting of an assessment has a score that is worse than at the first, beyond measurement error.",
    check: "Is it the week, the way it was answered, or the way things are?",
  },
  "connection-review": {
    ...{
      level: "attention",
      name: "Connection lower for two weeks running",
      leads: "connection",
      acts: ["decision"],
      neverFolds: true,
    },
    rule: "The medians of two weeks running lie 2 points or more below the first 14 days that hold checks on 5. Without such days there is no signal.",
    check: "What happened in these two weeks, and what did closeness cost?",
  },
  "letter-lost": {
    ...{ level: "attention", name: "A letter may not have arrived", leads: "record", neverFolds: true },
    rule: "A letter of the last 30 days was not taken by the mail server, or nobody knows whether it was.",
    check: "Does the address still stand, and is it safe? Ask in the next talk.",
  },
  message: {
    ...{ level: "attention", name: "Wrote you a message", leads: "messages", acts: ["message"] },
    rule: "A message has arrived that nobody has read.",
    check: "Read it to the end before you answer.",
  },
  quiet: {
    ...{ level: "attention", name: "Quiet", leads: "messages", acts: ["message", "several", "reminder", "decision"] },
    rule: "Nothing was logged for {quietDays} days, counted from the start and from the end of a pause.",
    check: "Silence can be rest, shame, a full week, or somebody looking over a shoulder.",
  },
  "anxiety-not-falling": {
    ...{ level: "attention", name: "Anxiety does not fall", leads: "protocol", acts: ["decision"] },
    rule: "Of the last {anxietyTimes} times with both figures, within four weeks, anxiety fell in a quarter or fewer.",
    check: "Is the step too big, too short, or done to get it over with?",
  },
  skips: {
    ...{ level: "attention", name: "Skipped more than once running", leads: "protocol", acts: ["decision"] },
    rule: "The last {skipsInARow} times of an exercise were skips.",
    check: "What made it hard: the exercise, the partner, or the day?",
  },
  "invitation-over": {
    ...{ level: "attention", name: "Invitation ran out", leads: "record", acts: ["invitation"] },
    rule: "The link of the invitation stopped working before it was used.",
    check: "Did it reach them, and do they still want to come?",
  },
  "baseline-waits": {
    ...{
      level: "attention",
      name: "The weeks wait for the first assessment",
      leads: "assessments",
      acts: ["reminder", "message", "decision"],
    },
    rule: "{baselineDays} days after the weeks could have begun the first assessment is not answered. They wait for it, and can be begun without it.",
    check: "Is it too long, too private, or was it not found? It can be answered in a session.",
  },
  overdue: {
    ...{ level: "attention", name: "Assessment overdue", leads: "assessments", acts: ["reminder", "message"] },
    rule: "An assessment that can still be answered was due before today. Never before the client has arrived, in a pause or after the end.",
    check: "Too much at once, or too close? A shorter form, or an answer in the session, may do.",
  },
  "invitation-waits": {
    ...{ level: "review", name: "Invitation not accepted yet", leads: "record", acts: ["invitation"] },
    rule: "{invitationDays} days after the invitation nobody has used it.",
    check: "Did it reach them? Ask by another way that is safe.",
  },
  "swap-wish": {
    ...{ level: "review", name: "Asks for another exercise", leads: "protocol", staysOpen: true },
    rule: "The client asked for another exercise and has no answer.",
    check: "What would the other exercise spare them, and what would it ask?",
  },
  result: {
    ...{ level: "review", name: "Assessment to review", leads: "assessments", staysOpen: true },
    rule: "An assessment was answered and nobody has marked it as read.",
    check: "Falls first; then which side moved, now or the wish.",
  },
  "go-gentler": {
    ...{ level: "review", name: "A gentler step may help", leads: "protocol", acts: ["decision"] },
    rule: "Anxiety before an exercise was {highAnxiety} or more {highTimesRunning} times running; or emotional closeness was answered as low and recreational as higher.",
    check: "Which smaller step would still be a risk?",
  },
  "next-phase": {
    ...{ level: "review", name: "Ready for the next phase?", leads: "protocol", acts: ["decision"] },
    rule: "In the last week of a phase all three observations are met. It waits for a clear gate.",
    check: "What do they say themselves about going on?",
  },
  "gate-expiring": {
    ...{ level: "review", name: "Safety clearance runs out soon", leads: "safety" },
    rule: "A clearance ends within {gateDays} days.",
    check: "When can you talk to them alone?",
  },
  reflection: {
    ...{ level: "review", name: "A reflection to answer", leads: "messages", acts: ["message"] },
    rule: "A reflection was written after an exercise and nobody has read it.",
    check: "What did it cost to write this down?",
  },
  gain: {
    ...{ level: "calm", name: "Higher beyond measurement error", leads: "assessments" },
    rule: "The newest sitting has scores that are better than at the first, beyond measurement error; of five dimensions two, or one in two sittings running. It waits for a clear gate.",
    check: "What did they do, and do they know that they did it?",
  },
  "gap-closed": {
    ...{ level: "calm", name: "A gap closed from the now side", leads: "dimensions" },
    rule: "A distance between now and wished of 28 points or more is 10 or less, because now rose beyond measurement error and the wish did not fall. It waits for a clear gate.",
    check: "What makes it feel close enough?",
  },
  "phase-finished": {
    ...{ level: "calm", name: "A phase is behind them", leads: "protocol" },
    rule: "A phase ended within the last seven days. It waits for a clear gate.",
    check: "Say it to them in your own words.",
  },
} as const satisfies Record<string, Row>;

export type SignalKind = keyof typeof signalTable;
export const signalKinds = Object.keys(signalTable) as [SignalKind, ...SignalKind[]];

/** What the table says of one kind. */
export const signalRow = (kind: SignalKind): Row => signalTable[kind];

/** Lower comes first. What somebody is on already comes after what nobody is. */
export const signalRank = (kind: SignalKind, isTaken = false): number =>
  signalKinds.indexOf(kind) * 10 + (isTaken ? 5 : 0);

/** Above every rank of a kind: how somebody stands about whom nothing is open. */
export const AFTER_SIGNALS = signalKinds.length * 10;

/** From which rank on, and below which: kinds of one level stand together in the table, and after them calm and starting. */
export function ranksOf(levels: readonly AttentionLevel[]): { from: number; below: number } {
  if (levels.includes("starting")) return { from: AFTER_SIGNALS + 1, below: AFTER_SIGNALS + 10 };
  const places = signalKinds.flatMap((kind, place) => (levels.includes(signalTable[kind].level) ? [place] : []));
  return { from: Math.min(...places) * 10, below: Math.max(...places) * 10 + 10 };
}
