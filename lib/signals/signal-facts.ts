import type { ConnectionStatus } from "@/lib/connection/connection-status";
import type { PathStatus } from "@/lib/protocol/path";
import type { EventSource } from "@/lib/safety/events";
import type { GateState } from "@/lib/safety/gate";
import type { WeighedAttempt } from "@/lib/signals/proposals";
import type { LocalDate } from "@/lib/time/local-date";

export type GateSeen = { state: GateState; awaits: "screen" | "clinician" | null; expiresOn: LocalDate | null };

/** A scale of an assessment beside the first time it was answered. */
export type ScaleMove = {
  assessmentId: string;
  answeredAt: string;
  instrument: string;
  title: string;
  scale: string;
  verdict: "better" | "worse";
  /** Five that are judged at once: one alone may be chance. */
  isOneOfFive: boolean;
  /** It had moved the same way at the sitting before, too. */
  isSecondTime: boolean;
};

/** What is known about one client today. Nothing here holds a text that the client wrote. */
export type SignalFacts = {
  today: LocalDate;
  status: PathStatus | "invited";
  /** Accepted, agreed and decided about: before that nobody is waited for. */
  hasArrived: boolean;
  startsOn: LocalDate | null;
  /** The day on which the newest pause ended; null without one behind them. */
  resumedOn: LocalDate | null;
  lastActivityOn: LocalDate | null;
  openEvents: readonly { id: string; source: EventSource; openedAt: string; acknowledged: boolean }[];
  hasUnreadWords: boolean;
  /** As the person's own side has it, and for who reads the partner as well. */
  gate: { own: GateSeen; both: GateSeen };
  /** A link counts: what is said of gain would tell of the other. */
  isLinked: boolean;
  saysGain: boolean;
  connection: ConnectionStatus;
  /** The first day of the first week that checks are counted in. */
  checksFrom: LocalDate | null;
  consentWithdrawnOn: LocalDate | null;
  /** The day on which a demand of a court was noted that is not answered. */
  courtDemandedOn: LocalDate | null;
  /** The day on which the client asked to be erased; null where nobody did, or it is answered. */
  erasureAskedOn: LocalDate | null;
  lostLetters: { count: number; newestAt: string } | null;
  unreadMessages: { count: number; since: string; newestAt: string; arrivedAt: string } | null;
  reflections: { count: number; newestAt: string } | null;
  overdue: readonly { id: string; title: string; dueOn: LocalDate; reminders: number }[];
  toReview: readonly { id: string; title: string; answeredOn: LocalDate; answeredAt: string }[];
  moves: readonly ScaleMove[];
  gapsClosed: readonly { assessmentId: string; answeredAt: string; title: string }[];
  /** Of the last four weeks, in order. */
  attempts: readonly WeighedAttempt[];
  exerciseTitles: Readonly<Record<string, string>>;
  gentler: readonly { exercise: string; because: "skips" | "anxiety" | "dimensions"; newestOn: LocalDate }[];
  nextPhase: { number: number; title: string } | null;
  phaseBehind: { number: number; title: string; endedOn: LocalDate } | null;
  /** Wishes for another exercise that wait, oldest first; `title` is the exercise that it would stand in for. */
  swapRequests: readonly { title: string; askedOn: LocalDate }[];
  /** The newest invitation that nobody has used, and when its link ends. */
  invitation: { madeOn: LocalDate; endsOn: LocalDate; isOver: boolean } | null;
  /** Since when the weeks wait for nothing but the first assessment. */
  baselineWaitsSince: LocalDate | null;
};

/** What a signal rests on and shows, without a word that depends on the day on which it is read. */
export type SignalData = {
  count?: number;
  title?: string;
  detail?: string;
  on?: LocalDate;
  at?: string;
  /** The row that it leads to. */
  ref?: string;
  source?: EventSource;
  isTaken?: boolean;
  reminders?: number;
  /** Since when the newest of what it rests on is there. What is later is something new. */
  since?: string;
  /** From when on an act answers it. */
  answersFrom?: string;
};
