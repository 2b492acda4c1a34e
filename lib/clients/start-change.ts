import { assessmentsDue } from "@/lib/protocol/assessments-due";
import { type PathSource, pathTodayOf } from "@/lib/protocol/path-today";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** What has happened on a path since it began. */
export type PathUse = {
  /** Exercises logged. */
  attempts: number;
  decisions: number;
  /** With a partner, whose weeks are theirs too. */
  isLinked: boolean;
  /** The start of the course before this one, which stays the earlier one. */
  earlierStart: LocalDate | null;
};

/** Why a start date cannot be corrected, with what can be done instead; null where it can. */
export function startFixed({ attempts, decisions, isLinked, earlierStart }: PathUse, to: LocalDate): string | null {
  if (attempts > 0)
    return "Weeks of this path were lived already, and what was logged keeps its week. Begin again at week 1 instead.";
  if (decisions > 0) return "Something was decided about this path already. Begin again at week 1 instead.";
  // Said as for anybody: who reads one of two does not learn here that they are linked.
  if (isLinked) return "The weeks of this path are fixed by now. Hold or repeat a week on the path instead.";
  if (earlierStart && to <= earlierStart) return "An earlier course began on that day or later. Choose a later day.";
  return null;
}

type Moved = { from: LocalDate | null; to: LocalDate | null };

export type StartPreview = {
  /** Where the client stands today, before and after. */
  stands: { before: string; after: string };
  phases: ({ title: string } & Moved)[];
  end: Moved;
  /** Measures of the protocol by key, with the day on which each falls due; null: it has no day. */
  measures: ({ key: string; instrument: string } & Moved)[];
  /** Of those, how many could not be answered any more. */
  closed: number;
};

/** What would stand where if week 1 began on another day. Nothing is changed by looking. */
export function startPreview(source: PathSource, to: LocalDate, today: LocalDate): StartPreview {
  const [before, after] = [pathTodayOf(source, today), pathTodayOf({ ...source, startDate: to }, today)];
  const [dueBefore, dueAfter] = [before, after].map(({ path }) => assessmentsDue(source.version, path));
  const wasDue = new Map(dueBefore?.map(({ key, dueOn }) => [key, dueOn]));
  const startOf = (path: typeof before.path, phase: number) =>
    path.weeks.find((week) => week.phase.number === phase)?.startsOn ?? null;
  return {
    stands: { before: before.words, after: after.words },
    phases: source.version.phases.map(({ number, title }) => ({
      title,
      from: startOf(before.path, number),
      to: startOf(after.path, number),
    })),
    end: { from: before.path.endsOn, to: after.path.endsOn },
    measures: (dueAfter ?? []).map(({ key, instrument, dueOn }) => ({
      ...{ key, instrument },
      from: wasDue.get(key) ?? null,
      to: dueOn,
    })),
    closed: (dueAfter ?? []).filter(({ expiresOn }) => expiresOn !== null && expiresOn < today).length,
  };
}

/** The last day on which the first check can be answered: the first practice week. */
export const firstCheckUntil = (startDate: LocalDate, today: LocalDate): LocalDate => {
  const end = addDays(startDate, 6);
  return end < today ? today : end;
};
