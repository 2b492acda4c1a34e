import type { Change } from "@/lib/protocol/decision";
import type { LocalDate } from "@/lib/time/local-date";
import type { checkWords, decisionWords } from "./words/clinical";

export type TherapistKey = "alma" | "samuel" | "sunniva" | "miriam";

/** Emotional, intellectual, recreational, social, sexual; 0–96 each. */
export type Five = readonly [number, number, number, number, number];

export type PlannedDecision = {
  /** Days since the start on which it takes effect. */
  onDay: number;
  change: Change | ((startDate: LocalDate) => Change);
  words: keyof typeof decisionWords;
};

/** How the safety screens went: not answered, answered and waiting for the clinician, or decided. */
export type Screening = "clear" | "concern" | "stop" | "waiting" | "unanswered";

/** Answers to one check that are not a calm no, and whether the therapist has decided; `released`: a stop, let go a day later. */
export type PlannedCheck = {
  says?: Readonly<Record<string, number>>;
  decided: "yes" | "not-yet" | "released";
  words?: keyof typeof checkWords;
};

/** A therapist’s own stop between two checks, and what was chosen for joint steps. */
export type PlannedStop = { onDay: number; choice: "now" | "next-week" | "unchanged" };

/** One invented client: what the seed makes ten weeks of history from. */
export type SamplePerson = {
  name: string;
  pronouns: string;
  therapist: TherapistKey;
  zone?: string;
  /** First name of a partner without a portal. */
  partner: string | null;
  /** Days from the start to today; negative when the start is still to come. */
  day: number;
  /** Days since their account was made, for those who came here before the protocol did. The door lists them first. */
  knownFor?: number;
  hasAccepted?: false;
  /** Connection at the middle of each week, 1–10; the last one lasts. */
  connection: readonly number[];
  /** Share of days on which a check is kept, and on which a planned exercise is logged. */
  keeps: number;
  practises: number;
  /** Days since the start, first and last, on which nothing at all was logged. */
  away?: readonly (readonly [number, number])[];
  now: Five;
  /** What ten weeks changed; may be negative. */
  change: Five;
  wished: Five;
  /** Anxiety before an exercise at the start and after ten weeks, 0–10. */
  anxiety: readonly [number, number];
  screening: Screening;
  /** By occasion, such as "before-phase-2"; an occasion that is not named goes by `screening`. */
  checks?: Readonly<Record<string, PlannedCheck>>;
  stop?: PlannedStop;
  /** Their therapist asked once more on the thirteenth day. */
  askedAgain?: true;
  move: "phantom_ex" | "focusing_on_flaws" | "lone_wolf" | "withholding_affection";
  decisions?: readonly PlannedDecision[];
  /** Occasions that stay unanswered, are half answered, answered in one line, or wait to be read. */
  unanswered?: readonly string[];
  halfway?: string;
  straightLined?: string;
  toReview?: readonly string[];
  /** 0–96 on the idealised picture; about 30 unless told. */
  idealised?: number;
  /** Yesterday they asked for another exercise than this one. */
  asks?: { exercise: string; words: string };
  /** "I don't feel safe" was chosen this morning and is still open. */
  feelsUnsafe?: true;
};
