import { judgedStatus } from "@/lib/connection/status.testing";
import type { SignalFacts } from "@/lib/signals/signal-facts";

const clear = { state: "clear", awaits: null, expiresOn: "2025-12-01" } as const;

/** Somebody in the seventh week about whom nothing presses. */
export const calmFacts: SignalFacts = {
  today: "2025-10-16",
  status: "active",
  hasArrived: true,
  startsOn: "2025-09-01",
  resumedOn: null,
  lastActivityOn: "2025-10-16",
  openEvents: [],
  hasUnreadWords: false,
  gate: { own: clear, both: clear },
  isLinked: false,
  saysGain: true,
  connection: judgedStatus({ signal: "none", latest: 6, baseline: 6 }),
  checksFrom: "2025-09-01",
  consentWithdrawnOn: null,
  courtDemandedOn: null,
  erasureAskedOn: null,
  lostLetters: null,
  unreadMessages: null,
  reflections: null,
  overdue: [],
  toReview: [],
  moves: [],
  gapsClosed: [],
  attempts: [],
  exerciseTitles: { favour: "Ask for a favour" },
  gentler: [],
  nextPhase: null,
  phaseBehind: null,
  swapRequests: [],
  invitation: null,
  baselineWaitsSince: null,
};
