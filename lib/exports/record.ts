import type { AppointmentStatus } from "@/lib/appointments/appointment";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import type { AttemptOutcome } from "@/lib/exercises/attempt";
import type { GoalMeasure } from "@/lib/goals/goal";
import type { LocalDate } from "@/lib/time/local-date";

/** One day of connection: several checks of one day are several entries. */
export type ExportedCheck = { id: string; date: LocalDate; recordedAt: string; score: number; note: string | null };

/** One sitting that was asked for, whatever became of it. `answers` is empty unless single answers were chosen. */
export type ExportedSitting = {
  id: string;
  instrument: Instrument;
  week: number | null;
  opensOn: LocalDate;
  dueOn: LocalDate | null;
  expiresOn: LocalDate | null;
  /** The client's day, and the instant as ISO 8601; null while it was not sent. */
  date: LocalDate | null;
  submittedAt: string | null;
  withdrawal: "cancelled" | "voided" | null;
  scores: readonly ScoreRecord[];
  answers: readonly Answer[];
};

export type ExportedAttempt = {
  id: string;
  date: LocalDate;
  exercise: string;
  form: "shared" | "own";
  outcome: AttemptOutcome;
  skipReason: string | null;
  /** 0 to 10. */
  anxietyBefore: number | null;
  anxietyAfter: number | null;
  /** 0 to 4: by the client, and the newest by a therapist. */
  howItWent: number | null;
  rating: number | null;
  reflection: string | null;
};

export type ExportedMove = { id: string; date: LocalDate; move: string };

/** A goal as it stands: the client’s words, its line where there is one, and what was agreed last. */
export type ExportedGoal = {
  id: string;
  words: string;
  measure: GoalMeasure | null;
  line: number | null;
  startedOn: LocalDate;
  agreedOn: LocalDate;
  standing: "going-on" | "met" | "let-go";
  /** The client’s day on which that was said. */
  since: LocalDate;
};

/** A session that stands in the portal, with one or with two: of whom, nothing is said. */
export type ExportedSession = {
  id: string;
  date: LocalDate;
  startsAt: string;
  endsAt: string;
  minutes: number;
  status: AppointmentStatus;
};

export type ExportedConsent = { decision: "agreed" | "withdrawn"; version: number; decidedAt: string };

/** The path, as far as its days are known: the first day, its last or null, and the days on which it was paused. */
export type ExportedPath = {
  id: string;
  protocol: string;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
  isEnded: boolean;
  pausedDays: ReadonlySet<LocalDate>;
  /** Protocol week of a day, from 1; null outside of the path. */
  weekOn: (day: LocalDate) => number | null;
};

/**
 * Everything of one client that may leave as a file. Never in it: safety questions and what they came to, events, gates, the
 * contact card, the safety plan, notes, a session that was kept out of the portal, and anything of the partner.
 */
export type ExportedRecord = {
  clientId: string;
  recordNumber: number;
  /** Only where the name was asked for. */
  name: string | null;
  zone: string;
  /** The client's day on which the file was made. */
  today: LocalDate;
  path: ExportedPath | null;
  /** Titles of exercises by key. */
  exerciseTitles: Readonly<Record<string, string>>;
  checks: readonly ExportedCheck[];
  sittings: readonly ExportedSitting[];
  /** Whether single answers were asked for; without them only the scores of a sitting are there. */
  hasAnswers: boolean;
  attempts: readonly ExportedAttempt[];
  moves: readonly ExportedMove[];
  goals: readonly ExportedGoal[];
  sessions: readonly ExportedSession[];
  consents: readonly ExportedConsent[];
};
