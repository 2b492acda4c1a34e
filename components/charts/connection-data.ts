/** Days are counted from the first day of week 1, which is 0; a fraction is a time of day. */
export type ConnectionCheck = {
  at: number;
  /** 1 to 10. */
  score: number;
  /** When, as a person reads it: "Thu 2 Oct, 19:04". */
  when: string;
  /** What was written with it; left out where nothing was, and where it is not for everybody who looks. */
  note?: string;
};

/** Checks on another record of the same person that was merged into this one: marked, and in no median, line or signal. */
export type ConnectionElsewhere = { record: number; checks: readonly ConnectionCheck[] };

export type ConnectionWeek = {
  week: number;
  /** Null for a week without a check: the line breaks there. */
  median: number | null;
  lowest: number | null;
  /** Days with a check, 0 to 7; several on one day count once. */
  days: number;
  /** Watch: one week at least 2 points under the baseline median. Review: two weeks running. */
  signal?: "watch" | "review";
};

/** `when` is the day, as a person reads it, of something that was written down beside the path. */
export type ConnectionEvent = { at: number; week: number; name: string; when?: string };

/** A line that was agreed on: from the day on which it was, to the end of the chart. */
export type ConnectionGoal = { at: number; from: number; agreedOn: string };

export type ConnectionData = {
  /** As many as the protocol has, or more when weeks were held or repeated. */
  weeks: number;
  /** Null before the first day and after the last. */
  today: number | null;
  checks: readonly ConnectionCheck[];
  elsewhere?: readonly ConnectionElsewhere[];
  medians: readonly ConnectionWeek[];
  /** Median and natural process limits of the baseline; null while it forms. */
  baseline: { median: number; lower: number; upper: number } | null;
  events: readonly ConnectionEvent[];
  goal: ConnectionGoal | null;
  phases: readonly { number: number; name: string; from: number; to: number }[];
};

/** At most this many events get a numbered flag; the rest are counted. */
export const mostFlags = 6;
