import type { Change, Decision } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { Dose } from "@/lib/protocol/dose";
import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";

/**
 * What PRODUCT.md says of a path, worked out day by day and in the plainest way: no folding, no turning points, nothing
 * shared with the schedule. Weeks are lived on the calendar weeks from the start; who decides on a day decides from then on.
 */
export type OracleDay = {
  day: LocalDate;
  /** The protocol week, and the first day of the round in which it is lived. */
  week: number;
  round: LocalDate;
  isPaused: boolean;
  isHeld: boolean;
  /** What the plan asks for, paused or not. */
  asks: Map<string, string>;
};

export type Oracle = {
  days: Map<LocalDate, OracleDay>;
  today: LocalDate;
  isEnded: boolean;
  /** The day of the end that stands, or the later one on which it was brought back. */
  endedFrom: LocalDate | null;
  isHeld: boolean;
  isPaused: boolean;
  /** The day on which a dated pause is over. */
  startsAgain: LocalDate | null;
  /** Whether nobody can know yet what comes after the last of `days`, and the week that would. */
  waitsFor: number | null;
  /** What the weeks without a date will ask for. */
  waiting: string[];
  lastDay: LocalDate | null;
  total: number;
  /** How many weeks the version has that counts today. */
  inVersion: number;
};

const HORIZON = 420;
const LIVED = 4;

const doseText = (dose: Dose) => JSON.stringify(Object.entries(dose).sort());

export function oracleOf(
  versionOn: (day: LocalDate) => ProtocolVersion,
  start: LocalDate,
  decisions: readonly Decision[],
  today: LocalDate,
): Oracle {
  const known = new Map<LocalDate, Decision[]>();
  const standing = (day: LocalDate): Decision[] => {
    const turn = turns.findLast((one) => one <= day) ?? "";
    const found = known.get(turn) ?? standingFrom(turn);
    known.set(turn, found);
    return found;
  };
  const turns = decisions.map(({ effectiveOn }) => effectiveOn).sort();
  const standingFrom = (day: LocalDate): Decision[] => {
    const made = decisions.filter(({ effectiveOn }) => effectiveOn <= day);
    const isTakenBack = (id: string): boolean =>
      made.some((one) => one.change.kind === "undo" && one.change.undoes === id && !isTakenBack(one.id));
    return made.filter(({ id, change }) => change.kind !== "undo" && !isTakenBack(id));
  };
  const newest = (day: LocalDate, ...kinds: Change["kind"][]) =>
    standing(day).findLast(({ change }) => kinds.includes(change.kind));
  const pauseOn = (day: LocalDate) => {
    const change = newest(day, "pause", "resume")?.change;
    return change?.kind === "pause" && (change.until === null || day < change.until) ? change : null;
  };
  const isPaused = (day: LocalDate) => pauseOn(day) !== null;
  const isHeld = (day: LocalDate) => newest(day, "hold", "release")?.change.kind === "hold";
  const isEnded = (day: LocalDate) => newest(day, "end") !== undefined;
  const total = (day: LocalDate) =>
    versionOn(day).weeks.length +
    standing(day).reduce((sum, { change }) => sum + (change.kind === "extend" ? change.weeks : 0), 0);
  const content = (week: number, day: LocalDate) => {
    const { weeks } = versionOn(day);
    return weeks[Math.min(week, weeks.length) - 1]?.exercises ?? [];
  };
  const asks = (week: number, day: LocalDate, round: LocalDate, weekEnd: LocalDate) => {
    const plan = new Map(content(week, day).map(({ exercise, dose }) => [exercise, doseText(dose)]));
    for (const { change, effectiveOn } of standing(day)) {
      if (!("scope" in change)) continue;
      if (change.scope === "this-week" && (effectiveOn < round || effectiveOn > weekEnd)) continue;
      if (change.kind === "drop") plan.delete(change.exercise);
      if (change.kind === "dose" && plan.has(change.exercise)) plan.set(change.exercise, doseText(change.dose));
      const dose = change.kind === "swap" ? plan.get(change.from) : undefined;
      if (change.kind !== "swap" || dose === undefined) continue;
      plan.delete(change.from);
      if (!plan.has(change.to)) plan.set(change.to, dose);
    }
    return plan;
  };

  const days = new Map<LocalDate, OracleDay>();
  let week = 0;
  let round = start;
  let isLived = true;
  let isOver = false;
  let waitsFor: number | null = null;
  let waiting: string[] = [];
  for (let first = start; first <= addDays(today, HORIZON); first = addDays(first, 7)) {
    const eve = addDays(first, -1);
    if (isEnded(eve)) continue;
    const isRepeated = standing(eve).some(
      ({ change, effectiveOn }) => change.kind === "repeat" && effectiveOn >= addDays(first, -7),
    );
    const staysFor = week > 0 && !isOver && (isHeld(eve) || isRepeated);
    const goesOn = week > 0 && !isLived;
    if (!staysFor && !goesOn && week >= total(eve)) {
      isOver = true;
      continue;
    }
    const pause = pauseOn(eve);
    const isOpen = pause ? pause.until === null : week > 0 && !isOver && isHeld(eve);
    if (first > today && isOpen) {
      waitsFor = goesOn || isRepeated ? week : week + 1;
      const next = waitsFor;
      waiting = Array.from({ length: Math.max(total(today), week) - next + 1 }, (_, i) => {
        const isSameRound = i === 0 && goesOn && !isRepeated;
        const plan = asks(next + i, today, isSameRound ? round : "9", isSameRound ? "9" : "0");
        return JSON.stringify([next + i, [...plan].sort()]);
      });
      break;
    }
    if (!staysFor && !goesOn) week += 1;
    if (!goesOn || isRepeated) round = first;
    // What is held was lived already; only a new week, or one that is repeated, has to be lived for itself.
    if (!staysFor || isRepeated) isLived = false;
    isOver = false;
    const weekDays = [0, 1, 2, 3, 4, 5, 6].map((i) => addDays(first, i)).filter((day) => !isEnded(day));
    if (weekDays.filter((day) => !isPaused(day)).length >= LIVED) isLived = true;
    for (const day of weekDays)
      days.set(day, {
        ...{ day, week, round, isPaused: isPaused(day), isHeld: isHeld(day) },
        asks: asks(week, day, round, addDays(first, 6)),
      });
  }
  const lived = [...days.keys()].at(-1) ?? null;
  // A week that an end cut short, which was taken back, is over with its last day.
  const last = lived && addDays(start, Math.ceil((daysBetween(start, lived) + 1) / 7) * 7 - 1);
  const isBehind = isEnded(today) || (waitsFor === null && (last ?? start) < today);
  const pause = isBehind ? null : pauseOn(today);
  return {
    ...{ days, today, waitsFor, waiting, total: Math.max(total(today), week) },
    inVersion: versionOn(today).weeks.length,
    isEnded: isEnded(today),
    endedFrom: isEnded(today)
      ? ([firstOf(today, isEnded), newest(today, "end")?.effectiveOn ?? start].sort().at(-1) ?? null)
      : null,
    isHeld: !isBehind && isHeld(today),
    isPaused: pause !== null,
    startsAgain: pause?.until ?? null,
    lastDay: waitsFor === null ? (isEnded(today) ? lived : last) : null,
  };
}

/** The first of the days up to `day` for all of which it is so. */
function firstOf(day: LocalDate, isSo: (day: LocalDate) => boolean): LocalDate {
  const eve = addDays(day, -1);
  return isSo(eve) ? firstOf(eve, isSo) : day;
}

/** The days from today on that are known. */
export const daysAhead = ({ days, today }: Oracle): OracleDay[] => [...days.values()].filter(({ day }) => day >= today);

/** The week of the round after the one that today is in; "open" where nobody knows, null where the path is over by then. */
export function nextWeek(oracle: Oracle): number | "open" | null {
  const now = oracle.days.get(oracle.today);
  const next = daysAhead(oracle).find(({ round }) => now && round > now.round);
  return next ? next.week : oracle.waitsFor === null ? null : "open";
}

/** Everything that a client could notice from today on, as text. */
export const noticed = (oracle: Oracle): string =>
  JSON.stringify([
    [oracle.isEnded, oracle.isHeld, oracle.isPaused, oracle.waitsFor, oracle.waiting, oracle.total],
    daysAhead(oracle).map(({ day, week, isPaused, asks }) => [day, week, isPaused, isPaused ? null : [...asks].sort()]),
  ]);
