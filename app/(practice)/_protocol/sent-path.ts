import type { MarkState, PathPhase, PathRow, PathWeekView } from "./path-view";

/** A row as it is sent: a letter a day, and nothing for what is not there. */
export type SentRow = Pick<PathRow, "exercise" | "title" | "dose" | "label" | "total"> & {
  marks: string;
  form?: string;
  today?: number;
};
export type SentWeek = Omit<PathWeekView, "rows" | "note"> & { rows: SentRow[]; note?: string };
export type SentPhase = Omit<PathPhase, "weeks"> & { weeks: SentWeek[] };

const letters: Record<MarkState, string> = {
  done: "d",
  tried: "t",
  skipped: "s",
  unlogged: "u",
  planned: "p",
  rest: "r",
};
const states = Object.fromEntries(Object.entries(letters).map(([state, letter]) => [letter, state as MarkState]));

export const statesOf = (marks: string): MarkState[] => [...marks].map((letter) => states[letter] ?? "rest");

export function sentPath(phases: readonly PathPhase[]): SentPhase[] {
  return phases.map(({ weeks, ...phase }) => ({
    ...phase,
    weeks: weeks.map(({ rows, note, ...week }) => ({
      ...week,
      ...(note === null ? {} : { note }),
      rows: rows.map(sentRow),
    })),
  }));
}

export const sentRow = ({ states: days, form, today, ...row }: PathRow): SentRow => ({
  ...row,
  marks: days.map((state) => letters[state]).join(""),
  ...(form === null ? {} : { form }),
  ...(today === undefined ? {} : { today }),
});
