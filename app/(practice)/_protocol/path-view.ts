import { type FormedAttempt, reasonOf } from "@/lib/exercises/attempt";
import { formatDay, formatList } from "@/lib/format";
import { type PracticeRow, practiceRows } from "@/lib/protocol/adherence";
import { exerciseOf, type Phase, type ProtocolVersion } from "@/lib/protocol/definition";
import { doseLabel } from "@/lib/protocol/dose";
import type { PathWeek, ProtocolPath, WaitingWeek, WeekExercise, WeekKind } from "@/lib/protocol/path";
import { plannedOffsets } from "@/lib/protocol/planned-days";
import { pauseWords } from "@/lib/protocol/week-days";
import { weekday, weekFrom } from "@/lib/time/local-date";

export type MarkState = "done" | "tried" | "skipped" | "unlogged" | "planned" | "rest";

export type PathRow = {
  exercise: string;
  title: string;
  /** Which of the days were own steps; null where none was. */
  form: string | null;
  dose: string;
  states: MarkState[];
  today: number | undefined;
  label: string;
  total: { logged: number; words: string };
};

type PathAttempt = FormedAttempt & { skipReason: string | null };

export type PathWeekView = {
  key: string;
  /** For the address of what was logged in it; null for a week without days behind it. */
  index: number | null;
  number: number;
  note: string | null;
  state: PathWeek["state"];
  rows: PathRow[];
};

export type PathPhase = { phase: Pick<Phase, "number" | "title">; span: string; weeks: PathWeekView[] };

const states = { done: "done", tried: "tried", "not-logged": "unlogged", planned: "planned", none: "rest" } as const;

const again: Record<WeekKind, string | null> = {
  first: null,
  repeat: "once more",
  held: "held",
  "after-pause": "after the pause",
  paused: "paused",
  extra: "added",
};

/** The names of a week's days, from the weekday on which this path's weeks start. */
export function dayNames(path: ProtocolPath): string[] {
  return weekFrom(path.startsOn).map((date) => dayName(date));
}

const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const dayName = (date: string): string => names[weekday(date) - 1] ?? "";

/** The path as the table draws it: phases, their weeks, a row per exercise. */
export function pathView(version: ProtocolVersion, path: ProtocolPath, attempts: readonly PathAttempt[]): PathPhase[] {
  const weeks = [
    ...path.weeks.map((week) => ({ phase: week.phase, view: datedWeek(version, week, attempts, path.today) })),
    ...path.waiting.map((week) => ({ phase: week.phase, view: waitingWeek(version, week, dayNames(path)) })),
  ];
  const phases: PathPhase[] = [];
  for (const { phase, view } of weeks) {
    const last = phases.at(-1);
    if (last?.phase.number === phase.number) last.weeks.push(view);
    else phases.push({ phase: { number: phase.number, title: phase.title }, span: "", weeks: [view] });
  }
  return phases.map((one) => ({ ...one, span: spanOf(one.weeks) }));
}

function spanOf(weeks: readonly PathWeekView[]): string {
  const [first, last] = [weeks[0]?.number, weeks.at(-1)?.number];
  if (first === last) return `Week ${first}`;
  return last === (first ?? 0) + 1 ? `Weeks ${first} and ${last}` : `Weeks ${first} to ${last}`;
}

function datedWeek(
  version: ProtocolVersion,
  week: PathWeek,
  attempts: readonly PathAttempt[],
  today: string,
): PathWeekView {
  const rows = practiceRows(week, attempts, today).map((row) => datedRow(version, week, row, attempts));
  return {
    key: week.startsOn,
    index: week.state === "coming" ? null : week.index,
    number: week.number,
    note: noteOf(week, today),
    state: week.state,
    rows: rows.length > 0 ? rows : [nothingAsked(week)],
  };
}

/** What is unusual about a week, and the days of the current one. A pause is said in the words that its client reads. */
function noteOf(week: PathWeek, today: string): string | null {
  const paused = week.state === "past" ? null : pauseWords(week, (date) => formatDay(date, today));
  const kind = week.kind === "paused" && paused ? null : again[week.kind];
  const range = week.state === "current" ? rangeOf(week, today) : null;
  return [kind, paused, chosenOwn(week), range].filter(Boolean).join(", ") || null;
}

/** Days for which own steps were chosen: "own steps", "own steps on Thu and Fri". */
function chosenOwn({ ownDays }: PathWeek): string | null {
  const [first] = ownDays;
  if (first === undefined) return null;
  return ownDays.length === 7 ? "own steps" : `own steps on ${formatList(ownDays.map(dayName))}`;
}

/** "13–19 Oct", "30 Nov–6 Dec". */
function rangeOf({ startsOn, endsOn }: PathWeek, today: string): string {
  const day = (date: string) => formatDay(date, today).replace(/^\w+ /, "");
  const first = startsOn.slice(0, 7) === endsOn.slice(0, 7) ? String(Number(startsOn.slice(8))) : day(startsOn);
  return `${first}\u2013${day(endsOn)}`;
}

function datedRow(
  version: ProtocolVersion,
  week: PathWeek,
  row: PracticeRow,
  attempts: readonly PathAttempt[],
): PathRow {
  const planned = week.exercises.find(({ exercise }) => exercise === row.exercise);
  const marks = row.days.map(({ mark, skipped }): MarkState => {
    const isPractised = mark === "done" || mark === "tried";
    return skipped && !isPractised ? "skipped" : states[mark];
  });
  const on = (state: MarkState) => row.days.filter((_, i) => marks[i] === state).map(({ date }) => dayName(date));
  const skipped = row.days
    .filter((day) => day.skipped)
    .map(({ date }) => {
      const reason = reasonOn(attempts, row.exercise, date);
      return reason ? `${dayName(date)} (${reason})` : dayName(date);
    });
  const parts = [
    sentencePart("Done on", on("done")),
    sentencePart("tried on", on("tried")),
    sentencePart("planned and not logged on", on("unlogged")),
    sentencePart("planned on", on("planned")),
    sentencePart("left out on", skipped),
  ].filter(Boolean);
  const form = formOf(row, attempts);
  const at = row.days.findIndex((day) => day.today);
  return {
    exercise: row.exercise,
    title: exerciseOf(version, row.exercise)?.title ?? "An exercise of an earlier protocol",
    form,
    dose: planned ? doseIn(week, planned) : "Not planned",
    states: marks,
    today: at === -1 ? undefined : at,
    label: [...parts, form].filter(Boolean).join("; ") || "Nothing planned",
    total: totalOf(week, row),
  };
}

/** How often, and on which of the days where it was not there all week: "Twice, until Tue". */
function doseIn({ startsOn, endsOn }: PathWeek, { dose, from, until }: WeekExercise): string {
  const span = [from > startsOn ? `from ${dayName(from)}` : "", until < endsOn ? `until ${dayName(until)}` : ""];
  return [doseLabel(dose), span.filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** Why it was left out on that day, in the words that were chosen. */
function reasonOn(attempts: readonly PathAttempt[], exercise: string, date: string): string | null {
  const skip = attempts.find((one) => one.exercise === exercise && one.date === date && one.outcome === "skipped");
  return reasonOf(skip?.skipReason ?? null);
}

/** Own steps in words, with their days where others of the week were done with the partner. */
function formOf({ exercise, days, logged }: PracticeRow, attempts: readonly PathAttempt[]): string | null {
  const own = days.filter(({ date }) =>
    attempts.some((one) => one.exercise === exercise && one.date === date && isOwn(one)),
  );
  if (own.length === 0) return null;
  return own.length === logged ? "own steps" : `own steps on ${formatList(own.map(({ date }) => dayName(date)))}`;
}

const isOwn = ({ form, outcome }: FormedAttempt) => form === "own" && outcome !== "skipped";

const sentencePart = (words: string, days: readonly string[]) =>
  days.length > 0 ? `${words} ${formatList(days)}` : "";

function totalOf(week: PathWeek, { logged, asked }: PracticeRow): PathRow["total"] {
  if (week.state === "coming") return { logged: 0, words: asked === 0 ? "open" : `${asked} planned` };
  if (asked === 0)
    return { logged, words: logged > 0 ? "logged" : week.pausedDays.length > 0 ? "paused" : "none planned" };
  return { logged, words: logged > asked ? `logged, ${asked} planned` : `of ${asked}` };
}

const rest = (): MarkState[] => Array.from({ length: 7 }, () => "rest" as const);

function nothingAsked(week: PathWeek): PathRow {
  return {
    exercise: "none",
    title: week.kind === "paused" ? "Paused" : "Nothing asked for",
    form: null,
    dose: "",
    states: rest(),
    today: undefined,
    label: "Nothing planned",
    total: { logged: 0, words: "" },
  };
}

function waitingWeek(version: ProtocolVersion, week: WaitingWeek, days: readonly string[]): PathWeekView {
  return {
    key: `waiting-${week.number}`,
    index: null,
    number: week.number,
    note: "waits",
    state: "coming",
    rows: week.exercises.map(({ exercise, dose }) => {
      const offsets = plannedOffsets(dose);
      return {
        exercise,
        title: exerciseOf(version, exercise)?.title ?? "An exercise of an earlier protocol",
        form: null,
        dose: doseLabel(dose),
        states: rest().map((state, i) => (offsets.includes(i) ? "planned" : state)),
        today: undefined,
        label:
          sentencePart(
            "Planned on",
            offsets.map((i) => days[i] ?? ""),
          ) || "When the moment comes",
        total: { logged: 0, words: offsets.length === 0 ? "open" : `${offsets.length} planned` },
      };
    }),
  };
}
