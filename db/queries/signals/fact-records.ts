import type { Form } from "@/lib/assessments/instrument";
import type { EventSource } from "@/lib/safety/events";
import type { WeighedAttempt } from "@/lib/signals/proposals";

// What the columns of fact-columns.ts hold, as JSON has it: instants are words.

export type OverdueRecord = { id: string; title: string; dueOn: string; reminders: number };
export type EventRecord = { id: string; source: EventSource; openedAt: string; acknowledged: boolean };
export type AttemptRecord = Omit<WeighedAttempt, "loggedAt"> & { loggedAt: string };
export type MessagesRecord = { count: number; since: string; newestAt: string };
export type ReflectionsRecord = { count: number; newestAt: string };
export type SwapRecord = { exercise: string; askedOn: string; answers: { decisionId: string | null }[] };
export type MoveRecord = { fromVersionId: string; until: string };
export type InvitationRecord = { madeAt: string; endsAt: string };
export type LetterRecord = {
  createdAt: string;
  tries: number;
  claimEndsAt: string | null;
  handedOverAt: string | null;
  setAsideAt: string | null;
  bouncedAt: string | null;
};
export type SittingRecord = {
  id: string;
  versionId: string;
  key: string;
  at: string;
  scores: { scale: string; form: Form; score: number | null; status: "scored" | "prorated" | "unscored" }[];
};
