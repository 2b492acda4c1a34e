import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyInstrument } from "./commands/assessments/copy-instrument";
import { instrumentVersion } from "./schema/assessments";
import { withScope } from "./scope";
import { ownerUrl, testPool } from "./testing/database";
import { mintPractice, testNow } from "./testing/mint";

const owner = new Client({ connectionString: ownerUrl() });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const folder = path.join(process.cwd(), "db", "migrations");
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
const migration = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .map(read)
  .find((text) => text.includes("before a missing-item rule belonged to each instrument"));

it("writes a missing-item rule to what was stored without one, and lets copies measure what their original does", async () => {
  const pool = testPool();
  const minted = await mintPractice(pool);
  const { practiceId, system } = minted;
  const copy = (key: string, title: string) =>
    withScope(pool, minted.owner, testNow, (scope) => copyInstrument(scope, { key, title }));
  const [mood, moves, other] = [
    await copy("phq-9", "Our mood"),
    await copy("distance-moves", "Our moves"),
    await copy("gad-7", "Our worry"),
  ];
  const of = `where practice_id = $1`;
  await owner.query("alter table instrument_version no force row level security");
  await owner.query("alter table instrument_version disable trigger published_stands");
  await owner.query(
    `update instrument_version set definition = jsonb_set(definition, '{scales}', coalesce((
       select jsonb_agg(s - 'maxMissing' - 'missingSource') from jsonb_array_elements(definition -> 'scales') s), '[]')) ${of}`,
    [practiceId],
  );
  await owner.query(`update instrument_version set definition = definition - 'measures' ${of} and key = any($2)`, [
    ...[practiceId, [mood.key, moves.key, other.key]],
  ]);
  await owner.query(
    `update instrument_version set definition = jsonb_set(definition, '{items,0,id}', '"another"') ${of} and key = $2`,
    [practiceId, other.key],
  );
  await owner.query(
    `update instrument_version set definition = jsonb_set(definition, '{scales,0,key}', '"scale-1"') ${of} and key = 'fis'`,
    [practiceId],
  );
  for (const statement of (migration ?? expect.unreachable()).split("--> statement-breakpoint"))
    await owner.query(statement);
  await owner.query("alter table instrument_version force row level security");
  const rows = await withScope(pool, system, testNow, ({ tx }) =>
    tx
      .select({
        key: instrumentVersion.key,
        measures: sql<string | null>`definition ->> 'measures'`,
        most: sql<(number | null)[]>`jsonb_path_query_array(definition, '$.scales[*].maxMissing')`,
      })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, practiceId))),
  );
  const found = new Map(rows.map((row) => [row.key, row]));
  expect(found.get("five-dimensions")?.most).toEqual([1, 1, 1, 1, 1, 1]);
  expect(found.get("pcl-5")?.most).toEqual([2]);
  expect(found.get("core-10")?.most).toEqual([1]);
  for (const key of ["fis", "rdas", "gad-7", "who-5", mood.key]) expect(found.get(key)?.most, key).toEqual([]);
  expect(found.get(mood.key)?.measures).toBe("one-person");
  expect(found.get(moves.key)?.measures).toBe("one-person");
  expect(found.get(other.key)?.measures).toBeNull();
});
