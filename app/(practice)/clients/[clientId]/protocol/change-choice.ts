import type { Exercise } from "@/lib/exercises/exercise";
import type { Change, ChangeKind, ChangeScope } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { doseKey, doseOfKey } from "@/lib/protocol/dose-choices";
import type { ProtocolPath, WaitingWeek } from "@/lib/protocol/path";
import { isLocalDate } from "@/lib/time/local-date";

export type SearchParams = Record<string, string | string[] | undefined>;

/** The change that the address asks for, and what is chosen about it. A link can be kept and sent to a colleague. */
export type Choice = { kind: ChangeKind; change: Change; exercises: Exercise[] };

/** Kinds that make sense now, the three of every day first. Own steps are offered to who decides about joint steps. */
export function offeredKinds(path: ProtocolPath, isDecidedHere: boolean): { first: ChangeKind[]; more: ChangeKind[] } {
  if (path.status === "ended") return { first: [], more: [] };
  if (path.status === "finished" || path.status === "follow-up") return { first: ["extend"], more: [] };
  const own: ChangeKind[] = isDecidedHere ? ["own-steps"] : [];
  const repeat: ChangeKind[] = path.current ? ["repeat"] : [];
  return {
    first: [path.held?.because === "therapist" ? "release" : "hold", ...repeat, "swap"],
    more: [...own, "dose", "drop", path.paused ? "resume" : "pause", "extend", "end"],
  };
}

/** Exercises of this week, then of the weeks to come, each once. */
export function askedFor(version: ProtocolVersion, path: ProtocolPath): Exercise[] {
  const ahead: Pick<WaitingWeek, "exercises">[] = [...path.weeks.filter((w) => w.state !== "past"), ...path.waiting];
  const keys = new Set(ahead.flatMap((week) => week.exercises.map(({ exercise }) => exercise)));
  return [...keys].flatMap((key) => exerciseOf(version, key) ?? []);
}

/** Reads the address. What it does not understand is as if it were not there: the first offer is shown. */
export function readChoice(
  params: SearchParams,
  version: ProtocolVersion,
  path: ProtocolPath,
  isDecidedHere: boolean,
): Choice | null {
  const value = (key: string) => [params[key]].flat()[0] ?? "";
  const offered = offeredKinds(path, isDecidedHere);
  const asked = value("change");
  if (asked === "undo" && value("undoes"))
    return { kind: "undo", change: { kind: "undo", undoes: value("undoes") }, exercises: [] };
  const kind = [...offered.first, ...offered.more].find((one) => one === asked) ?? offered.first[0];
  if (!kind) return null;
  const exercises = askedFor(version, path);
  const change = changeOf(kind, value, version, path, exercises);
  return change && { kind, change, exercises };
}

function changeOf(
  kind: ChangeKind,
  value: (key: string) => string,
  version: ProtocolVersion,
  path: ProtocolPath,
  exercises: readonly Exercise[],
): Change | null {
  const scope: ChangeScope = value("scope") === "onward" ? "onward" : "this-week";
  const exercise = exercises.find(({ key }) => key === value("exercise")) ?? exercises[0];
  switch (kind) {
    case "swap": {
      if (!exercise) return null;
      const to =
        replacements(version, exercise).find(({ key }) => key === value("to")) ?? replacements(version, exercise)[0];
      return to ? { kind, from: exercise.key, to: to.key, scope } : null;
    }
    case "drop":
      return exercise ? { kind, exercise: exercise.key, scope } : null;
    case "dose": {
      if (!exercise) return null;
      const week = [path.current, ...path.weeks.filter((w) => w.state === "coming"), ...path.waiting]
        .flatMap((w) => w?.exercises ?? [])
        .find((e) => e.exercise === exercise.key);
      return { kind, exercise: exercise.key, dose: doseOfKey(value("dose")) ?? week?.dose ?? { kind: "daily" }, scope };
    }
    case "pause":
      return { kind, until: isLocalDate(value("until")) ? value("until") : null };
    case "own-steps":
      return {
        kind,
        from: isLocalDate(value("from")) ? value("from") : path.today,
        until: isLocalDate(value("until")) ? value("until") : null,
      };
    case "end":
      return { kind, followUps: value("followUps") !== "no" };
    case "extend": {
      const weeks = Number(value("weeks"));
      return { kind, weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= 12 ? weeks : 1 };
    }
    case "undo":
      return null;
    default:
      return { kind };
  }
}

/** What could stand in for an exercise: its gentler steps first, smallest first, then the others. */
export function replacements(version: ProtocolVersion, exercise: Exercise): Exercise[] {
  const gentler = exercise.gentler.flatMap((key) => exerciseOf(version, key) ?? []);
  const others = version.exercises.filter((one) => one.key !== exercise.key && !gentler.includes(one));
  return [...gentler, ...others];
}

export const doseValue = (change: Change): string => (change.kind === "dose" ? doseKey(change.dose) : "daily");
