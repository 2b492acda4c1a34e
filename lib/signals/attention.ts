import { type ConnectionStatus, signalOf } from "@/lib/connection/connection-status";
import type { PathStatus } from "@/lib/protocol/path";
import { AFTER_SIGNALS, type AttentionLevel, type SignalKind, signalRow } from "@/lib/signals/kinds";
import { type KeptSignal, openSignals, rankOf } from "@/lib/signals/settle";
import { type Say, signalWords } from "@/lib/signals/signal-sentence";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

/** One reason to look at a client: a sentence that a colleague would say, and one detail. Lower rank comes first. */
export type Reason = {
  level: AttentionLevel;
  rank: number;
  sentence: string;
  detail: string;
  /** What opened it, and the row that it leads to; none where it only says how things stand. */
  signal: { kind: SignalKind; ref: string | null } | null;
};

/** Where a client stands, for the sentence of somebody about whom nothing presses. */
export type StandingFacts = {
  today: LocalDate;
  status: PathStatus | "invited";
  startsOn: LocalDate | null;
  baselineAnswered: boolean;
  /** The weeks wait for the client to arrive. */
  waits: boolean;
  statusSince: LocalDate | null;
  connection: ConnectionStatus;
};

/**
 * The reasons to look at a client, most pressing first: what is open, then calm or starting (docs/RULES.md, section 4).
 * There is always at least one.
 */
export function attentionReasons(signals: readonly KeptSignal[], facts: StandingFacts, say: Say): Reason[] {
  const reasons = openSignals(signals).map(
    ({ kind, data }): Reason => ({
      ...{ level: signalRow(kind).level, rank: rankOf({ kind, data }), signal: { kind, ref: data.ref ?? null } },
      ...signalWords(kind, data, say),
    }),
  );
  const ofStatus = statusReason(facts, say);
  const isSaid = ofStatus.level === "starting" || reasons.every(({ level }) => level === "calm");
  return isSaid ? [...reasons, ofStatus] : reasons;
}

/** Written out nowhere: what a client is ordered by needs no words. */
const unsaid = (today: LocalDate): Say => ({
  ...{ today, dayOf: () => today, day: (date) => date, within: (date) => date, moment: () => "" },
});

/** The level and rank of the most pressing reason: what the caseload is ordered by. */
export function foremost(
  signals: readonly KeptSignal[],
  { today, status, startsOn, waits }: Pick<StandingFacts, "today" | "status" | "startsOn" | "waits">,
): Pick<Reason, "level" | "rank"> {
  const [open] = openSignals(signals);
  if (open) return { level: signalRow(open.kind).level, rank: rankOf(open) };
  const facts = { today, status, startsOn, waits, baselineAnswered: false, statusSince: null };
  return statusReason({ ...facts, connection: { kind: "no checks" } }, unsaid(today));
}

function statusReason(facts: StandingFacts, say: Say): Reason {
  const { status, startsOn, today, statusSince, baselineAnswered } = facts;
  const calm = (sentence: string, detail: string): Reason => ({
    ...{ level: "calm", rank: AFTER_SIGNALS, sentence, detail, signal: null },
  });
  const starting = (rank: number, sentence: string, detail: string): Reason => ({
    ...{ level: "starting", rank: AFTER_SIGNALS + rank, sentence, detail, signal: null },
  });
  const since = statusSince ? `Since ${say.within(statusSince)}` : "";
  if (status === "invited") return starting(2, "Invited", since || "Not accepted yet");
  if (facts.waits && startsOn !== null && daysBetween(today, startsOn) <= 1)
    return starting(
      1,
      "The weeks wait to begin",
      baselineAnswered ? "Until the first questions are decided about" : "Baseline not answered yet",
    );
  const inDays = startsOn ? daysBetween(today, startsOn) : null;
  if (inDays !== null && inDays >= 0 && (status === "starting" || (inDays === 0 && status === "active"))) {
    const when = ["today", "tomorrow"][inDays] ?? `on ${say.within(startsOn ?? today)}`;
    return starting(1, `Starts ${when}`, baselineAnswered ? "Baseline assessment done" : "Baseline not answered yet");
  }
  if (status === "starting" && startsOn === null) return calm("Accompanies, without weeks of their own", "");
  if (status === "held") return calm("On hold", since);
  if (status === "paused") return calm("Paused", since);
  if (status === "follow-up") return calm("Finished, follow-up to come", since);
  if (status === "finished" || status === "ended") return calm("Finished", since);
  return calm("On track", signalOf(facts.connection) === "watch" ? "Connection lower last week, worth watching" : "");
}
