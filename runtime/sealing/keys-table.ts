import type { KeyCount } from "@/db/sealing/count-values";
import type { KnownKey, Resealing } from "@/db/sealing/resealing-record";

type Keys = {
  writing: string;
  here: readonly string[];
  known: readonly KnownKey[];
  counts: readonly KeyCount[];
  last: Resealing | undefined;
};

const day = (at: Date) => at.toISOString().slice(0, 10);

export const valuesOf = (counts: readonly KeyCount[], key: string): number =>
  counts.filter((one) => one.key === key).reduce((sum, one) => sum + one.values, 0);

/** What is left of a key, table by table. */
export function tablesOf(counts: readonly KeyCount[], key: string): string {
  const byTable = new Map<string, number>();
  for (const one of counts.filter((count) => count.key === key))
    byTable.set(one.table, (byTable.get(one.table) ?? 0) + one.values);
  return [...byTable].map(([table, values]) => `${table} ${values}`).join(", ");
}

/** Which keys there are, what each does, and how many values it sealed: for whoever runs this. */
export function keysTable({ writing, here, known, counts, last }: Keys): string {
  const ids = [...new Set([...here, ...known.map(({ id }) => id), ...counts.map(({ key }) => key)])];
  const lines = ids.map((id) => {
    const kept = known.find((one) => one.id === id);
    const does = kept?.retiredAt
      ? `retired ${day(kept.retiredAt)}`
      : id === writing
        ? "seals and opens"
        : here.includes(id)
          ? "opens"
          : "not here";
    const since = kept ? `since ${day(kept.since)}` : "not started with yet";
    const values = valuesOf(counts, id);
    const left = id !== writing && values > 0 ? ` (${tablesOf(counts, id)})` : "";
    return `${id.padEnd(8)} ${does.padEnd(20)} ${since.padEnd(22)} ${values} sealed values${left}`;
  });
  return [...lines, resealingLine(last)].join("\n");
}

function resealingLine(last: Resealing | undefined): string {
  if (!last) return "Nothing was sealed anew yet.";
  const changed = Object.values(last.counts).reduce((sum, one) => sum + one, 0);
  const tables = Object.entries(last.counts).map(([table, values]) => `${table} ${values}`);
  const how = last.endedAt
    ? `ended ${last.endedAt.toISOString()}, ${last.remaining === null ? "broken off" : `${last.remaining} left`}`
    : "under way";
  return `Sealing anew with ${last.toKey}: begun ${last.startedAt.toISOString()}, ${how}; ${changed} values${tables.length > 0 ? ` (${tables.join(", ")})` : ""}.`;
}
