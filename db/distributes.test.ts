import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerUrl } from "./testing/database";

/** What belongs to no practice: counts of tries at the doors, and questions that were answered once. */
const ofNobody = ["attempt_limit", "spent_challenge"];
/** Who comes in, and by what: looked for before it is known in which practice, and once in all of them. Copied to every machine. */
const onEvery = [
  "account",
  "one_time_link",
  "passkey",
  "practice",
  "push_subscription",
  "session",
  "sign_in_challenge",
];

/**
 * The rules by which Citus spreads tables over machines by a column of theirs, beside tables that are copied to each
 * (https://docs.citusdata.com/en/stable/develop/migration_mt_schema.html): Citus itself is not here.
 */
describe("the schema can be spread over machines by practice", () => {
  const owner = new Client({ connectionString: ownerUrl() });
  beforeAll(() => owner.connect());
  afterAll(() => owner.end());

  const names = async (sql: string): Promise<string[]> =>
    (await owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

  const tables = `select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
  const placeOf = (table: string) =>
    `(select attnum from pg_attribute where attrelid = ${table} and attname = 'practice_id' and not attisdropped)`;

  it("has the practice in every table, of one type and never empty", async () => {
    const without = await names(`select t.relname as name from (${tables}) t
      left join pg_attribute a on a.attrelid = t.oid and a.attname = 'practice_id' and not a.attisdropped
      where a.attnum is null or not a.attnotnull or a.atttypid <> 'uuid'::regtype order by 1`);
    expect(without).toEqual(ofNobody);
  });

  it("starts every key with it, so that one machine can say alone whether a row is the only one", async () => {
    const elsewhere = await names(`select t.relname || '.' || i.indexrelid::regclass as name from (${tables}) t
      join pg_index i on i.indrelid = t.oid
      where (i.indisunique or i.indisexclusion) and t.relname <> all ('{${ofNobody},${onEvery}}')
      and i.indkey[0] is distinct from ${placeOf("t.oid")} order by 1`);
    expect(elsewhere).toEqual([]);
  });

  it("points at rows of the same practice alone, by the same column on both sides", async () => {
    const across = await names(`select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
        select 1 from unnest(k.conkey, k.confkey) as pair (here, there)
        where pair.here = ${placeOf("k.conrelid")} and pair.there = ${placeOf("k.confrelid")}) order by 1`);
    expect(across).toEqual([]);
  });

  it("points from what is copied to every machine at nothing that is spread", async () => {
    const spread = await names(`select k.conname as name from pg_constraint k
      join pg_class here on here.oid = k.conrelid join pg_class there on there.oid = k.confrelid
      where k.contype = 'f' and here.relname = any ('{${ofNobody},${onEvery}}') and there.relname <> all ('{${onEvery}}') order by 1`);
    expect(spread).toEqual([]);
  });

  it("never moves a row to another practice: no key does, and no role may", async () => {
    const loosened = await names(`select conname as name from pg_constraint where contype = 'f'
      and connamespace = 'public'::regnamespace and (confupdtype in ('c', 'n', 'd') or confdeltype in ('n', 'd')) order by 1`);
    expect(loosened).toEqual([]);
    const moved = await names(`select t.relname || ' by ' || r.rolname as name from (${tables}) t, pg_roles r
      where r.rolname in ('nearer_app', 'nearer_worker', 'nearer_door', 'nearer_eraser') and t.relname <> all ('{${ofNobody},${onEvery}}')
      and has_column_privilege(r.oid, t.oid, 'practice_id', 'update') order by 1`);
    expect(moved).toEqual([]);
  });
});
