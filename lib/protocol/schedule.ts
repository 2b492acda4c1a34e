import { phaseOfWeek, weekContent } from "@/lib/protocol/definition";
import { ownStepsChosenOn } from "@/lib/protocol/own-days";
import type { FollowUp, PathStatus, PathWeek, ProtocolPath, WaitingWeek, WeekKind } from "@/lib/protocol/path";
import { type InForce, inForceByDay, lastKnownChange, type PathInput, versionOn } from "@/lib/protocol/path-in-force";
import { exercisesOn, weekExercises } from "@/lib/protocol/week-exercises";
import { addDays, addWeeks, daysBetween, type LocalDate, weekFrom } from "@/lib/time/local-date";

/** A week counts as lived when at least this many of its days were not paused; otherwise it is lived again (ours). */
export const LIVED_DAYS = 4;
/** A follow-up stays open for this many days after its date (ours). */
export const FOLLOW_UP_DAYS = 14;
const MOST_WEEKS = 520;
const LAST_DAY = "2200-12-31";

type Walk = {
  weeks: PathWeek[];
  finishedOn: LocalDate | null;
  open: boolean;
  nextNumber: number;
  /** Where the next week goes on with a round that a pause cut short: the first day of that round. */
  goesOnFrom: LocalDate | null;
};

/**
 * The path of one enrolment, from its version, its decisions and today's local date (docs/RULES.md, section 2).
 *
 * Calendar weeks start on the weekday of the start date, for ever. A decision that takes effect on a day
 * counts from that day for exercises and pauses, and from the next week's first day for the week's number:
 * the week that contains it keeps its number, so no earlier mark can move. From one calendar week to the
 * next the number stays or rises by one; it stays while a hold or a safety stop is in force, once for each
 * week that was repeated, and where a pause left fewer than `LIVED_DAYS` days. A change for a week counts for
 * the round in which it was made: where a pause cut that short, it goes on with the week.
 */
export function protocolPath(input: PathInput): ProtocolPath {
  const { today, enrolment } = input;
  const inForceOn = inForceByDay(input);
  const walk = walkWeeks(input, inForceOn);
  const now = inForceOn(today);
  const final = inForceOn([today, lastKnownChange(input)].sort().at(-1) ?? today);
  const reached = walk.weeks.at(-1)?.number ?? 0;
  const totalWeeks = Math.max(input.version.weeks.length + final.extraWeeks, reached);
  const end = now.end ? { ...now.end, on: endedSince(input, inForceOn, now.end.on) } : final.end;
  const endsOn = end ? addDays(end.on, -1) : walk.open ? null : walk.finishedOn;
  const followUps: FollowUp[] =
    endsOn === null || (end && !end.followUps)
      ? []
      : input.version.followUps.map((weeksAfterEnd) => ({ weeksAfterEnd, on: addWeeks(endsOn, weeksAfterEnd) }));
  const current = walk.weeks.find((week) => week.state === "current") ?? null;
  const over = endsOn !== null && endsOn < today;
  const status = statusOf(input, now, over, followUps);
  return {
    status,
    today,
    startsOn: enrolment.startDate,
    weeks: walk.weeks,
    waiting: walk.open ? waitingWeeks(input, walk, totalWeeks, final) : [],
    current: over ? null : current,
    dayOfWeek: current && !over ? daysBetween(current.startsOn, today) + 1 : null,
    phase: current && !over ? current.phase : null,
    totalWeeks,
    endsOn,
    followUps,
    held: over ? null : now.hold,
    paused: over ? null : now.pause,
    ended: end ? { on: end.on, decisionId: end.decisionId } : null,
  };
}

/** The day of an end, or the later one on which it was brought back. */
function endedSince({ decisions, today }: PathInput, inForceOn: (day: LocalDate) => InForce, on: LocalDate): LocalDate {
  const turns = decisions.map(({ effectiveOn }) => effectiveOn).filter((day) => day > on && day <= today);
  return (
    turns
      .filter((day) => !inForceOn(addDays(day, -1)).end)
      .sort()
      .at(-1) ?? on
  );
}

function statusOf(input: PathInput, now: InForce, over: boolean, followUps: FollowUp[]): PathStatus {
  const { today, enrolment } = input;
  if (now.end) return "ended";
  if (over) {
    const last = followUps.at(-1);
    return last && today <= addDays(last.on, FOLLOW_UP_DAYS) ? "follow-up" : "finished";
  }
  if (today < enrolment.startDate) return "starting";
  if (now.pause) return "paused";
  return now.hold ? "held" : "active";
}

function walkWeeks(input: PathInput, inForceOn: (day: LocalDate) => InForce): Walk {
  const settled = lastKnownChange(input);
  const weeks: PathWeek[] = [];
  let number = 1;
  let lived = false;
  let livedFrom = input.enrolment.startDate;
  let finishedOn: LocalDate | null = null;
  for (let index = 0; index < MOST_WEEKS; index += 1) {
    const startsOn = addWeeks(input.enrolment.startDate, index);
    const eve = addDays(startsOn, -1);
    const before = inForceOn(eve);
    const quiet = settled <= eve;
    if (before.end) {
      if (quiet) break;
      continue;
    }
    const total = versionOn(input, eve).weeks.length + before.extraWeeks;
    const repeated = weeks.length > 0 && finishedOn === null && repeatsWeekBefore(before, startsOn);
    const held = weeks.length > 0 && finishedOn === null && before.hold !== null;
    const isOver = lived && !held && !repeated && number >= total;
    const waits = held || (before.pause?.until === null && !isOver);
    if (quiet && startsOn > input.today && waits) {
      const goesOnFrom = lived || repeated || weeks.length === 0 ? null : livedFrom;
      return { weeks, finishedOn: null, open: true, nextNumber: lived && !repeated ? number + 1 : number, goesOnFrom };
    }
    if (lived && !held && !repeated) {
      if (number >= total) {
        finishedOn ??= weeks.at(-1)?.endsOn ?? eve;
        if (quiet) break;
        continue;
      }
      number += 1;
    }
    const again = index > 0 && weeks.at(-1)?.number === number;
    if (!again || repeated || lived) livedFrom = startsOn;
    if (!again || repeated) lived = false;
    finishedOn = null;
    const days = weekFrom(startsOn);
    const pausedDays = days.filter((day) => inForceOn(day).pause !== null);
    const openDays = days.filter((day) => !inForceOn(day).pause && !inForceOn(day).end).length;
    const endDay = addDays(startsOn, 6);
    if (openDays >= LIVED_DAYS) lived = true;
    const version = versionOn(input, startsOn);
    const kind = kindOf({
      paused: pausedDays.length === 7,
      again,
      repeated,
      held,
      extra: number > version.weeks.length,
    });
    weeks.push({
      index,
      number,
      phase: phaseOfWeek(version, number),
      startsOn,
      endsOn: endDay,
      livedFrom,
      state: endDay < input.today ? "past" : startsOn > input.today ? "coming" : "current",
      kind,
      exercises: weekExercises(input, { number, startsOn, livedFrom }, inForceOn),
      pausedDays,
      ownDays: days.filter((day) => ownStepsChosenOn(inForceOn(day).decisions, day)),
      reading: weekContent(version, number).reading,
    });
  }
  return { weeks, finishedOn, open: false, nextNumber: number, goesOnFrom: null };
}

function repeatsWeekBefore(before: InForce, startsOn: LocalDate): boolean {
  const from = addDays(startsOn, -7);
  return before.decisions.some((d) => d.change.kind === "repeat" && d.effectiveOn >= from);
}

function kindOf(is: { paused: boolean; again: boolean; repeated: boolean; held: boolean; extra: boolean }): WeekKind {
  if (is.paused) return "paused";
  if (is.again) return is.held ? "held" : is.repeated ? "repeat" : "after-pause";
  return is.extra ? "extra" : "first";
}

/** What is left without dates. Only the first goes on with what was agreed for its week, where a pause cut that short. */
function waitingWeeks(
  input: PathInput,
  { nextNumber: from, goesOnFrom }: Walk,
  total: number,
  final: InForce,
): WaitingWeek[] {
  const count = Math.max(0, total - from + 1);
  return Array.from({ length: count }, (_, i) => {
    const number = from + i;
    const content = weekContent(input.version, number);
    const round = i === 0 && goesOnFrom !== null ? { from: goesOnFrom, until: LAST_DAY } : null;
    const exercises = exercisesOn(input.version, number, round, final.decisions);
    return {
      number,
      phase: phaseOfWeek(input.version, number),
      exercises: exercises.map(({ exercise, dose }) => ({ exercise, dose })),
      reading: content.reading,
    };
  });
}
