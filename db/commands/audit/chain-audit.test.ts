import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordAudit } from "@/db/audit";
import { connect } from "@/db/connect";
import { chainHead, type Head, lastChainCheck, verifyChain } from "@/db/queries/audit/chain";
import { withScope } from "@/db/scope";
import { adminUrl, testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { anchorsIn, readAnchors } from "@/runtime/worker/audit-anchors";
import { chainPractice, keepChain } from "@/runtime/worker/chain-audits";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
afterAll(() => workers.end());
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

const chained = async () => {
  const practice = await mintPractice(pool);
  await mintClient(pool, practice);
  const made = await chainPractice(workers, practice.system, later(1));
  return { practice, made };
};
const verify = ({ system }: MintedPractice, anchors: readonly Head[] = [], at = later(1)) =>
  withScope(workers, system, at, (scope) => verifyChain(scope, anchors));

/** What somebody with the whole database in their hands would do. */
async function tamper(practice: MintedPractice, sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: adminUrl() });
  await owner.connect();
  try {
    await owner.query("begin");
    await owner.query("set local session_replication_role = replica");
    await owner.query(sql, [practice.practiceId]);
    await owner.query("commit");
  } finally {
    await owner.end();
  }
}

describe("the chain of the record of access", () => {
  it("holds every entry once, goes on where it stopped, and is found whole", async () => {
    const { practice, made } = await chained();
    expect(made).toBeGreaterThan(3);
    expect(await chainPractice(workers, practice.system, later(2))).toBe(0);
    await withScope(pool, practice.owner, later(2), (scope) => recordAudit(scope, "audit.read", {}));
    expect(await chainPractice(workers, practice.system, later(3))).toBe(1);
    expect(await verify(practice)).toMatchObject({ entries: made + 1, fault: null, head: { number: made + 1 } });
  });

  it("is one practice’s alone, whoever else’s worker goes on at once", async () => {
    const [one, other] = [await chained(), await chained()];
    await withScope(pool, one.practice.owner, later(2), (scope) => recordAudit(scope, "audit.read", {}));
    const both = [one.practice.system, one.practice.system, other.practice.system];
    const made = await Promise.all(both.map((actor) => chainPractice(workers, actor, later(3))));
    expect(made.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await verify(one.practice)).toMatchObject({ fault: null });
    expect(await verify(other.practice)).toMatchObject({ fault: null });
  });

  it.each([
    [
      "an entry that was changed",
      "update audit_entry set actor_id = gen_random_uuid() where practice_id = $1",
      /Number 1 was changed/,
    ],
    [
      "an entry that was taken out with its link",
      "with gone as (delete from audit_link where practice_id = $1 and number = 2 returning id) delete from audit_entry where practice_id = $1 and id in (select id from gone)",
      /Number 2 is missing/,
    ],
    [
      "an entry that nothing links",
      "delete from audit_link where practice_id = $1 and number = (select max(number) from audit_link where practice_id = $1)",
      /are in no chain/,
    ],
  ])("finds %s", async (_what, sql, fault) => {
    const { practice } = await chained();
    await tamper(practice, sql);
    expect((await verify(practice, [], later(60 * 24))).fault).toMatch(fault);
  });

  it("finds a chain that was written anew, by what was anchored outside of the database", async () => {
    const { practice, made } = await chained();
    const head = await withScope(workers, practice.system, testNow, chainHead);
    if (!head) throw new Error("no head");
    await tamper(practice, "delete from audit_link where practice_id = $1");
    await tamper(
      practice,
      "update audit_entry set action = 'audit.read' where practice_id = $1 and action = 'clients.enrolled'",
    );
    await withScope(workers, practice.system, later(2), () => chainPractice(workers, practice.system, later(2)));
    expect(await verify(practice)).toMatchObject({ entries: made, fault: null });
    expect((await verify(practice, [head])).fault).toMatch(/not what was anchored/);
    await tamper(practice, "delete from audit_link where practice_id = $1 and number > 1");
    expect((await verify(practice, [head], testNow)).fault).toMatch(/The chain ends at 1/);
  });

  it("is the worker’s: the application neither links, changes nor removes", async () => {
    const { practice } = await chained();
    const tries = [
      "insert into audit_link (practice_id, id, number, hash, linked_at) select practice_id, gen_random_uuid(), 999, 'x', now() from practice",
      "update audit_link set hash = 'x'",
      "delete from audit_link",
      "update audit_entry set action = 'x'",
      "delete from audit_entry",
      "insert into audit_check (practice_id, id, checked_at, entries) select practice_id, gen_random_uuid(), now(), 1 from practice",
    ];
    for (const sql of tries)
      await expect(
        withScope(pool, practice.owner, testNow, ({ tx }) => tx.$client.query(sql)),
        sql,
      ).rejects.toThrow(/42501/);
    for (const sql of tries.slice(1, 5))
      await expect(
        withScope(workers, practice.system, testNow, ({ tx }) => tx.$client.query(sql)),
        sql,
      ).rejects.toThrow(/42501/);
  });
});

describe("the daily round", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), "nearer-anchors-"));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it("looks through the chain once a day, anchors it once an hour, and keeps what it found", async () => {
    const { practice } = await chained();
    const file = anchorsIn({ backupDir: dir });
    const round = (at: Date) => keepChain(workers, practice.system, at, file);
    await round(later(2));
    await round(later(3));
    const anchors = readAnchors(file, practice.practiceId);
    expect(anchors).toHaveLength(1);
    expect(await verify(practice, anchors)).toMatchObject({ fault: null });
    expect(readAnchors(file, (await mintPractice(pool)).practiceId)).toEqual([]);
    expect(readFileSync(file, "utf8")).not.toMatch(/Ines|client/);
    expect(await withScope(pool, practice.owner, testNow, lastChainCheck)).toMatchObject({ fault: null });
    await tamper(practice, "update audit_entry set actor_role = 'client' where practice_id = $1");
    await round(later(60 * 25));
    expect(await withScope(pool, practice.owner, testNow, lastChainCheck)).toMatchObject({
      fault: "Number 1 was changed.",
    });
    expect(readAnchors(file, practice.practiceId)).toHaveLength(1);
  });
});
