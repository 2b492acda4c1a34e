import type { Phase } from "@/lib/protocol/definition";
import type { Dose } from "@/lib/protocol/dose";
import type { LocalDate } from "@/lib/time/local-date";

/** One exercise in one calendar week, with the days that were planned for it. */
export type WeekExercise = {
  exercise: string;
  /** The dose in force on the last day on which the exercise was part of the week. */
  dose: Dose;
  /** First and last day of the week on which the exercise is part of it. */
  from: LocalDate;
  until: LocalDate;
  planned: LocalDate[];
  /** The decision that brought or last changed this row; null as the protocol has it. */
  because: string | null;
};

/**
 * Why a calendar week carries its protocol week: for the first time; lived again because the therapist
 * repeated or held it; lived again because a pause left it short; paused on all seven days; added at the end.
 */
export type WeekKind = "first" | "repeat" | "held" | "after-pause" | "paused" | "extra";

/** Seven calendar days and the protocol week that belongs to them. */
export type PathWeek = {
  /** 0 for the seven days from the start date, 1 for the next seven … */
  index: number;
  /** Protocol week, from 1; above the version's last week for weeks added by an extension. */
  number: number;
  phase: Phase;
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** The first day of the round in which its protocol week is lived: earlier than `startsOn` where a pause cut it short. */
  livedFrom: LocalDate;
  state: "past" | "current" | "coming";
  kind: WeekKind;
  exercises: WeekExercise[];
  /** Days of this week on which the protocol is paused. */
  pausedDays: LocalDate[];
  /** Days of this week for which the therapist chose own steps. */
  ownDays: LocalDate[];
  reading: string | null;
};

/** A protocol week that has no dates yet, because the path is held or paused without an end. */
export type WaitingWeek = {
  number: number;
  phase: Phase;
  exercises: { exercise: string; dose: Dose }[];
  reading: string | null;
};

/** Where an enrolment stands today. "follow-up" is after the last week while a follow-up is still to come. */
export type PathStatus = "starting" | "active" | "held" | "paused" | "follow-up" | "finished" | "ended";

export type FollowUp = { weeksAfterEnd: number; on: LocalDate };

/** The whole path of one enrolment as seen today. */
export type ProtocolPath = {
  status: PathStatus;
  today: LocalDate;
  startsOn: LocalDate;
  /** Calendar weeks with dates, in order: lived, current and coming. */
  weeks: PathWeek[];
  /** Protocol weeks still to come, without dates, while a hold or an open pause is in force. */
  waiting: WaitingWeek[];
  /** The calendar week that contains today; null before the start, after the end, and in a gap before an extension. */
  current: PathWeek | null;
  /** 1–7 in the current week, or null. */
  dayOfWeek: number | null;
  phase: Phase | null;
  /** Number of protocol weeks including extensions: the "10" of "week 7 of 10". */
  totalWeeks: number;
  /** Last day of the protocol: known when past, expected when coming, null while it is open. */
  endsOn: LocalDate | null;
  followUps: FollowUp[];
  held: { since: LocalDate; because: "therapist" | "safety"; decisionId: string | null } | null;
  paused: { since: LocalDate; until: LocalDate | null; decisionId: string } | null;
  ended: { on: LocalDate; decisionId: string } | null;
};

/** Whether an exercise is still asked for in the current week, from today on. */
export const isAskedForNow = ({ current, today }: Pick<ProtocolPath, "current" | "today">, key: string): boolean =>
  current?.exercises.some(({ exercise, until }) => exercise === key && until >= today) === true;

/** The current week and those to come, with dates or without. */
export const weeksAhead = ({ weeks, waiting }: Pick<ProtocolPath, "weeks" | "waiting">): (PathWeek | WaitingWeek)[] => [
  ...weeks.filter(({ state }) => state !== "past"),
  ...waiting,
];
