import type { InstrumentSource } from "@/lib/assessments/instrument";

/** A statement under the id that it keeps for ever: whoever changes what it means gives it a new one. */
export type StatementLine = readonly [id: string, text: string, reversed?: "reversed"];

type Item = InstrumentSource["items"][number];

/** As questions that are answered in turn and may be declined. */
export const statementItems = (lines: readonly StatementLine[], options: string, more: Partial<Item> = {}): Item[] =>
  lines.map(([id, text, reversed]) => ({
    ...{ id, text, options, required: true, mayDecline: true, ...(reversed && { reversed: true }) },
    ...more,
  }));

/** The first of each group, then the second of each: two in a row never belong to the same scale. */
export const interleaved = (groups: readonly (readonly Item[])[]): Item[] => {
  const turns = Math.max(...groups.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) => groups.flatMap((group) => group[turn] ?? [])).flat();
};
