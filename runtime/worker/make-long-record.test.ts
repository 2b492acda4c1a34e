import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { waitsForRecord } from "@/db/commands/exports/long-record";
import { makeExport } from "@/db/commands/exports/make-export";
import { connect } from "@/db/connect";
import { hashPassword } from "@/db/password";
import { listAskedExports, takeExport } from "@/db/queries/exports/export-files";
import { recordExport } from "@/db/schema/exports";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { auditOf } from "@/db/testing/tenancy";
import { unzipped } from "@/db/testing/unzipped";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { atOnceRows } from "@/lib/exports/long-record";
import { zippedRecord } from "@/server/record-files";
import { makeLongRecord } from "./make-long-record";
import { tidyPractice } from "./tidy";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 3, onIdleError: () => undefined });
afterAll(() => workers.end());
const password = "lantern-orbit-velvet-93";
const making = { limitSecret: "a secret of the tests", write: zippedRecord("https://practice.example/fhir") };
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const clock = () => later(1);
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);

/** A practice with somebody whose checks are so many. */
async function ground(checks: number) {
  const practice = await mintPractice(pool);
  const passwordHash = await hashPassword(password);
  const client = await mintClient(pool, practice);
  const { practiceId, clientId } = client;
  await withScope(pool, practice.system, testNow, async ({ tx }) => {
    await tx.update(account).set({ passwordHash }).where(eq(account.practiceId, practiceId));
    await tx.$client.query(
      `insert into connection_check (practice_id, id, client_id, local_date, score, recorded_at)
         select $1, gen_random_uuid(), $2, '2020-01-01'::date + n / 10, 1 + n % 10, '2020-01-01'::timestamptz + n * interval '2 hours'
         from generate_series(1, $3) n`,
      [practiceId, clientId, checks],
    );
  });
  await withScope(pool, client, testNow, (scope) =>
    saveConnectionCheck(scope, { id: randomUUID(), score: 4, note: "A word of theirs." }),
  );
  await sitDimensions(pool, practice, client, { emotional: [36, 76] });
  const form = {
    clientId,
    format: "csv" as const,
    "parts[]": ["checks", "scores", "answers", "words"] as const,
    password,
  };
  const ask = (actor = practice.therapist) =>
    as(actor, (scope) => makeExport(scope, { ...form, "parts[]": [...form["parts[]"]] }, making));
  return { practice, client, clientId, ask };
}

const rowsOf = ({ system }: MintedPractice) =>
  withScope(pool, system, testNow, ({ tx }) => tx.select().from(recordExport));

describe("a file of a long record", () => {
  it("is made at once up to the bound, and is read by a worker without a key beyond it", async () => {
    const { practice, clientId, ask } = await ground(atOnceRows);
    const { therapist, system } = practice;
    const asked = await ask();
    if ("problem" in asked) throw new Error(asked.problem);
    expect(asked.isAsked).toBe(true);
    await expect(ask()).rejects.toThrow(Refused);
    const wanted = { clientId, id: asked.id };
    const take = (actor: StaffActor, at: Date) => as(actor, (scope) => takeExport(scope, wanted, making.write), at);
    await expect(take(therapist, later(1))).rejects.toThrow(NotFound);
    expect(await Promise.all([1, 2].map(() => makeLongRecord(workers, system, clock)))).toEqual(
      expect.arrayContaining([true, false]),
    );
    const [row] = await rowsOf(practice);
    expect(row?.content).not.toContain("connection");
    expect(row?.done).toBe(row?.total);
    const list = (at: Date) => as(therapist, (scope) => listAskedExports(scope, clientId), at);
    expect(await list(later(2))).toMatchObject([{ id: asked.id, total: row?.total, endedAt: clock() }]);
    const files = await unzipped((await take(therapist, later(60))).content);
    const long: Record<string, string>[] = parse(files.get("long.csv") ?? "", { bom: true, columns: true });
    expect(long.filter(({ kind }) => kind === "check").length).toBeGreaterThan(atOnceRows);
    expect(files.get("long.csv")).toContain("A word of theirs.");
    expect(
      long.some(({ measure, variable, value }) => `${measure} ${variable} ${value}` === "five-dimensions emotional 36"),
    ).toBe(true);
    const foreign = await mintPractice(pool);
    for (const actor of [practice.owner, practice.supervisor, practice.colleague, foreign.owner])
      await expect(take(actor, later(60))).rejects.toThrow(NotFound);
    expect((await lettersOf(pool, practice)).map(({ aboutKind }) => aboutKind)).toContain("record-read");
    const said = (await auditOf(pool, system))
      .map(({ action }) => action)
      .filter((action) => action.startsWith("exports."));
    expect(said).toEqual(["exports.record-asked", "exports.record-read", "exports.taken"]);
    await expect(take(therapist, later(1 + 24 * 60))).rejects.toThrow(NotFound);
    await tidyPractice(workers, system, later(2 + 24 * 60));
    expect(await rowsOf(practice)).toEqual([]);
  });

  it("is at once where it is short, word for word what a worker would have read", async () => {
    const { ask, practice } = await ground(10);
    expect(await ask()).toMatchObject({ isAsked: false });
    expect(await rowsOf(practice)).toEqual([]);
  });

  it("is not made for who may not change the client any more, nor of somebody who was erased meanwhile", async () => {
    const { practice, client, ask } = await ground(atOnceRows);
    const { system, colleague } = practice;
    await ask();
    await withScope(pool, system, testNow, ({ tx }) =>
      tx.$client.query("update client set therapist_id = $1 where id = $2", [colleague.accountId, client.clientId]),
    );
    expect(await makeLongRecord(workers, system, clock)).toBe(true);
    expect(await rowsOf(practice)).toMatchObject([{ content: null, endsAt: clock() }]);
    expect(await lettersOf(pool, practice)).toEqual([]);
    expect(await withScope(pool, system, later(2), waitsForRecord)).toBe(false);
  });

  it("is taken up again where a worker died with it", async () => {
    const { practice, ask } = await ground(atOnceRows);
    const { system } = practice;
    await ask();
    await withScope(pool, system, testNow, ({ tx }) =>
      tx.$client.query("update record_export set taken_at = $1, done = 7", [testNow]),
    );
    expect(await makeLongRecord(workers, system, () => later(4))).toBe(false);
    expect(await makeLongRecord(workers, system, () => later(6))).toBe(true);
  });
});
