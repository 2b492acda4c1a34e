import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { type Scope, withScope } from "@/db/scope";
import { adminUrl, testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { Actor } from "@/lib/actor";
import { parseInstrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { withClient } from "@/runtime/roles";

const pool = testPool();
const key = "safety-and-steadiness";
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>) => withScope(pool, actor, testNow, run);

const folder = path.join(process.cwd(), "db/migrations");
const publishing = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .flatMap((name) => readFileSync(path.join(folder, name), "utf8").split("--> statement-breakpoint"))
  .filter((statement) => statement.includes('INSERT INTO "instrument_version"') && statement.includes(`'${key}'`));

/** A practice with the version that it began with, and one of its own after that where `edited`; somebody is asked in it. */
async function before({ edited }: { edited: boolean }) {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  await withClient(adminUrl(), async (admin) => {
    if (edited)
      await admin.query(
        `insert into instrument_version (practice_id, id, key, version, title, definition, published_at, created_at)
          select practice_id, gen_random_uuid(), key, version + 1, 'Our own words', definition, now(), now() from instrument_version
          where practice_id = $1 and key = $2`,
        [minted.practiceId, key],
      );
  });
  const asked = await as(minted.therapist, (scope) => askSafetyCheck(scope, person));
  return { minted, asked };
}

const versions = ({ system, practiceId }: MintedPractice, named = key) =>
  as(system, ({ tx }) =>
    tx
      .select({
        version: instrumentVersion.version,
        definition: instrumentVersion.definition,
        isPublished: sql<boolean>`${instrumentVersion.publishedAt} is not null`,
      })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, practiceId), eq(instrumentVersion.key, named)))
      .orderBy(asc(instrumentVersion.version)),
  );

it("gives every practice the newest questions as its next version, and leaves open and answered ones as they are", async () => {
  expect(publishing).toHaveLength(1);
  const [shipped, edited] = [await before({ edited: false }), await before({ edited: true })];
  await withClient(adminUrl(), (admin) => admin.query(publishing[0] ?? ""));
  for (const [{ minted, asked }, expected] of [
    [shipped, [2, 3]],
    [edited, [2, 3, 4]],
  ] as const) {
    const all = await versions(minted);
    expect(all.map(({ version, isPublished }) => (isPublished ? version : null))).toEqual(expected);
    const newest = all.at(-1);
    const now = parseInstrument(newest?.definition);
    expect(now).toEqual({ ...builtInInstrument(key), version: newest?.version });
    const since = (await versions(minted, `${key}-since`)).at(-1);
    expect(parseInstrument(since?.definition)).toEqual({ ...builtInInstrument(`${key}-since`), version: 2 });
    const versionOf = async (assessmentId: string) => {
      const [row] = await as(minted.system, ({ tx }) =>
        tx
          .select({ version: instrumentVersion.version })
          .from(assessment)
          .innerJoin(instrumentVersion, eq(instrumentVersion.id, assessment.instrumentVersionId))
          .where(eq(assessment.id, assessmentId))
          .orderBy(desc(instrumentVersion.version)),
      );
      return row?.version;
    };
    expect(await versionOf(asked.assessmentId)).toBe(expected.at(-2));
    const other = await mintClient(pool, minted, { name: "Somebody new" });
    const next = await as(minted.therapist, (scope) => askSafetyCheck(scope, other));
    expect(await versionOf(next.assessmentId)).toBe(expected.at(-1));
  }
});
