import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { instrumentVersion } from "./schema/assessments";
import { withScope } from "./scope";
import { ownerUrl, testPool } from "./testing/database";
import { mintPractice, testNow } from "./testing/mint";

const owner = new Client({ connectionString: ownerUrl() });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const folder = path.join(process.cwd(), "db", "migrations");
const file = readdirSync(folder).find((name) => name.includes("measures_known") || name.includes("safety_marks")) ?? "";

it("says of what ships what it measures, by its key and questions, and leaves the rest to the owner", async () => {
  const pool = testPool();
  const { practiceId, system } = await mintPractice(pool);
  await owner.query("alter table instrument_version no force row level security");
  await owner.query("alter table instrument_version disable trigger published_stands");
  await owner.query("update instrument_version set definition = definition - 'measures' where practice_id = $1", [
    practiceId,
  ]);
  await owner.query(
    `update instrument_version set definition = jsonb_set(definition, '{items,0,id}', '"other"') where practice_id = $1 and key = 'gad-7'`,
    [practiceId],
  );
  for (const statement of readFileSync(path.join(folder, file), "utf8").split("--> statement-breakpoint"))
    await owner.query(statement);
  await owner.query("alter table instrument_version force row level security");
  const rows = await withScope(pool, system, testNow, ({ tx }) =>
    tx
      .select({ key: instrumentVersion.key, measures: sql<string | null>`definition ->> 'measures'` })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, practiceId))),
  );
  const measures = new Map(rows.map((row) => [row.key, row.measures]));
  expect(measures.get("phq-9")).toBe("one-person");
  expect(measures.get("csi-16")).toBe("closeness");
  expect(measures.get("gad-7")).toBeNull();
});
