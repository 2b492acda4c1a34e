import type { Pool } from "pg";
import { countOf, resealPractice } from "@/db/commands/sealing/reseal-practice";
import { connect } from "@/db/connect";
import { holdKeyRing, type KeyRing, readKeyRing } from "@/db/sealed";
import type { KeyCount } from "@/db/sealing/count-values";
import { takeResealer } from "@/db/sealing/resealer";
import { addToResealing, beginResealing, endResealing, knownKeys, lastResealing } from "@/db/sealing/resealing-record";
import { type SealedTable, sealedTables } from "@/db/sealing/sealed-tables";
import { withClient } from "@/runtime/roles";

/** One sealing anew at a time, however many instances there are. */
const lockKey = 7_205_004;
/** What somebody was writing to is looked at again, but not for ever. */
const mostRounds = 5;

/** `keeperUrl`: whoever keeps the database, and may take the resealer’s role. */
type Asked = {
  keeperUrl: string;
  sealKeys: string;
  clock?: () => Date;
  goesOn?: () => Promise<boolean>;
};

export type Outcome =
  | { is: "nothing-to-do" }
  | { is: "elsewhere" }
  | { is: "older-key"; key: string; newest: string }
  | { is: "broken-off"; changed: number }
  | { is: "done"; key: string; changed: number; remaining: number };

/** Every practice’s values of every key, for whoever keeps the database. */
export async function countEverything(keeperUrl: string): Promise<KeyCount[]> {
  return withKeeper(keeperUrl, async (keeper) => {
    const tables = await sealedTables();
    const counts: KeyCount[] = [];
    for (const practiceId of await allPractices(keeper))
      counts.push(...(await countOf({ keeper, practiceId, tables, clock: () => new Date() })));
    return counts;
  });
}

/**
 * Seals under the first key what the others sealed: everywhere, while everybody works. Broken off, it goes on where it was. Only
 * the key that came last is sealed under, so that an instance with the keys of before takes nothing back.
 */
export async function reseal({
  keeperUrl,
  sealKeys,
  clock = () => new Date(),
  goesOn = async () => true,
}: Asked): Promise<Outcome> {
  const ring = readKeyRing(sealKeys);
  holdKeyRing(ring);
  if (ring.keys.size === 1) return { is: "nothing-to-do" };
  return withClient(keeperUrl, async (holder) => {
    const { rows } = await holder.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [lockKey]);
    if (!rows[0]?.mine) return { is: "elsewhere" };
    const newest = (await knownKeys(holder)).find(({ retiredAt }) => retiredAt === null)?.id;
    if (newest !== ring.writing) return { is: "older-key", key: ring.writing, newest: newest ?? "none" };
    return withKeeper(keeperUrl, async (keeper) => walk({ keeper, ring, clock, goesOn }));
  });
}

type Walk = { keeper: Pool; ring: KeyRing; clock: () => Date; goesOn: () => Promise<boolean> };

async function walk({ keeper, ring, clock, goesOn }: Walk): Promise<Outcome> {
  const tables = await sealedTables();
  let left = await leftIn(keeper, tables, ring, clock);
  const before = await lastResealing(keeper);
  const isAsItWas = before?.endedAt && before.toKey === ring.writing && before.remaining === sumOf(left);
  // What was left then does not open, or it would have been sealed.
  if (isAsItWas) return { is: "nothing-to-do" };
  if (left.size === 0) {
    // It was broken off after the last value, before that was written down.
    if (before && !before.endedAt) await endResealing(keeper, before.id, { remaining: 0, now: clock() });
    return { is: "nothing-to-do" };
  }
  const run = await beginResealing(keeper, ring.writing, clock());
  let changed = 0;
  for (let round = 0; round < mostRounds && left.size > 0; round += 1) {
    let inRound = 0;
    for (const practiceId of left.keys()) {
      const tell = (counts: Record<string, number>) => addToResealing(keeper, run.id, counts);
      inRound += await resealPractice({ keeper, practiceId, tables, clock, tell, goesOn });
      if (!(await goesOn())) return { is: "broken-off", changed: changed + inRound };
    }
    changed += inRound;
    left = await leftIn(keeper, tables, ring, clock);
    if (inRound === 0) break;
  }
  const remaining = sumOf(left);
  await endResealing(keeper, run.id, { remaining, now: clock() });
  return { is: "done", key: ring.writing, changed, remaining };
}

const sumOf = (left: ReadonlyMap<string, number>) => [...left.values()].reduce((sum, one) => sum + one, 0);

/** Practices with values that a key sealed which is here and is not the one that writes, and how many. */
async function leftIn(
  keeper: Pool,
  tables: readonly SealedTable[],
  ring: KeyRing,
  clock: () => Date,
): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  for (const practiceId of await allPractices(keeper)) {
    const counts = await countOf({ keeper, practiceId, tables, clock });
    const older = counts.filter(({ key }) => key !== ring.writing && ring.keys.has(key));
    const values = older.reduce((sum, one) => sum + one.values, 0);
    if (values > 0) left.set(practiceId, values);
  }
  return left;
}

async function allPractices(keeper: Pool): Promise<string[]> {
  const client = await keeper.connect();
  try {
    await client.query("begin");
    await takeResealer(client);
    const { rows } = await client.query<{ id: string }>("select practice_id as id from door_all_practices()");
    await client.query("commit");
    return rows.map(({ id }) => id);
  } finally {
    client.release();
  }
}

async function withKeeper<T>(url: string, run: (keeper: Pool) => Promise<T>): Promise<T> {
  const keeper = connect({ url, max: 1, onIdleError: () => undefined });
  try {
    return await run(keeper);
  } finally {
    await keeper.end();
  }
}
