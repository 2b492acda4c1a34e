import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { askResearch } from "@/db/commands/exports/research";
import { connect } from "@/db/connect";
import { hashPassword } from "@/db/password";
import { listResearch, takeResearch } from "@/db/queries/exports/research";
import { consent } from "@/db/schema/clients";
import { researchExport, researchFile } from "@/db/schema/exports";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { logAttempt } from "@/db/testing/protocol";
import { unzipped } from "@/db/testing/unzipped";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { type ResearchForm, researchForm } from "@/lib/exports/research";
import { zippedResearch } from "@/server/research-files";
import { makeResearch, waitsForResearch } from "./make-research";
import { tidyPractice } from "./tidy";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
afterAll(() => workers.end());
const password = "lantern-orbit-velvet-93";
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const clock = () => later(1);

async function practiceOf(people: number): Promise<MintedPractice> {
  const minted = await mintPractice(pool);
  const passwordHash = await hashPassword(password);
  await withScope(pool, minted.system, testNow, ({ tx }) =>
    tx.update(account).set({ passwordHash }).where(eq(account.practiceId, minted.practiceId)),
  );
  for (let i = 0; i < people; i++) {
    const person = await mintClient(pool, minted, { name: `Person ${i}`, startDate: "2026-11-02" });
    await logAttempt(pool, person);
  }
  return minted;
}

const formOf = (more: Record<string, unknown> = {}): ResearchForm =>
  researchForm.parse({
    ...{ id: randomUUID(), purpose: "A study, allowed in Leeds.", "columns[]": [], "parts[]": ["practice", "scores"] },
    ...{ password, ...more },
  });
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);
const ask = (actor: StaffActor, form = formOf()) =>
  as(actor, (scope) => askResearch(scope, form, { limitSecret: "s" }));
const auditOf = async ({ system, practiceId }: MintedPractice) =>
  withScope(pool, system, testNow, async ({ tx }) => {
    const { rows } = await tx.$client.query(
      "select action from audit_entry where practice_id = $1 and action like 'exports.research%' order by at, action",
      [practiceId],
    );
    return rows.map(({ action }) => action as string);
  });

describe("research data of a practice", () => {
  it("is the owner’s to ask, after the password, and one at a time", async () => {
    const minted = await practiceOf(0);
    await expect(ask(minted.therapist)).rejects.toThrow(Forbidden);
    await expect(ask(minted.supervisor)).rejects.toThrow(Forbidden);
    expect(await ask(minted.owner, formOf({ password: "not it" }))).toMatchObject({ problem: expect.any(String) });
    expect(await waitsForResearch(workers, minted.system, testNow)).toBe(false);
    const form = formOf();
    await ask(minted.owner, form);
    await ask(minted.owner, form);
    await expect(ask(minted.owner)).rejects.toThrow(Refused);
    expect(await auditOf(minted)).toEqual(["exports.research-asked"]);
    expect(await waitsForResearch(workers, minted.system, testNow)).toBe(true);
  });

  it("is made by the worker without a key, once, with a letter, and opened by who asked alone", async () => {
    const minted = await practiceOf(6);
    const form = formOf({ "columns[]": ["partner"] });
    await ask(minted.owner, form);
    expect(await makeResearch(workers, minted.system, clock)).toBe(true);
    expect(await makeResearch(workers, minted.system, clock)).toBe(false);
    const [row] = await withScope(pool, minted.system, testNow, ({ tx }) => tx.select().from(researchFile));
    expect(row?.content).not.toContain("exercise");
    expect(await as(minted.owner, listResearch, later(2))).toMatchObject([
      { people: 6, done: 6, total: 6, refusal: null },
    ]);
    const taken = await as(minted.owner, (scope) => takeResearch(scope, form.id), later(60));
    const files = await unzipped(await zippedResearch(taken));
    expect([...files.keys()]).toEqual(["read-first.txt", "people.csv", "values.csv"]);
    const people: Record<string, string>[] = parse(files.get("people.csv") ?? "", { bom: true, columns: true });
    expect(people.map(({ study }) => study)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(people.every(({ partner }) => partner === "no partner is linked")).toBe(true);
    const values: Record<string, string>[] = parse(files.get("values.csv") ?? "", { bom: true, columns: true });
    expect(new Set(values.map(({ kind }) => kind))).toEqual(new Set(["exercise"]));
    const told = `${files.get("people.csv")} ${files.get("values.csv")}`;
    expect(told).not.toMatch(/Person \d|2026-11-|own steps"|shared/);
    expect((await lettersOf(pool, minted)).map(({ aboutKind }) => aboutKind)).toContain("research-ended");
    const foreign = await mintPractice(pool);
    for (const actor of [foreign.owner, { ...minted.owner, accountId: minted.colleague.accountId }])
      await expect(as(actor, (scope) => takeResearch(scope, form.id), later(60))).rejects.toThrow(NotFound);
    expect(await auditOf(minted)).toEqual([
      ...["exports.research-asked", "exports.research-made", "exports.research-taken"],
    ]);
  });

  it("is refused where a group is too small, which is named, and where there are too few at all", async () => {
    const minted = await practiceOf(4);
    await ask(minted.owner);
    await makeResearch(workers, minted.system, clock);
    expect(await as(minted.owner, listResearch, later(2))).toMatchObject([{ refusal: [[]], people: null, file: null }]);
    const more = await practiceOf(6);
    const ended = await mintClient(pool, more, { name: "Ended", startDate: "2026-08-03" });
    await logAttempt(pool, ended);
    await ask(more.owner, formOf({ "columns[]": ["standing"] }));
    await makeResearch(workers, more.system, clock);
    const [asked] = await as(more.owner, listResearch, later(2));
    expect(asked?.refusal).toEqual([[{ column: "standing", value: "weeks gone through" }]]);
    expect(await auditOf(more)).toEqual(["exports.research-asked", "exports.research-refused"]);
  });

  it("leaves out who took their agreement back, safety questions, and what few have", async () => {
    const minted = await practiceOf(6);
    const gone = await mintClient(pool, minted, { name: "Gone", startDate: "2026-11-02" });
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.insert(consent).values({
        ...{ practiceId: minted.practiceId, id: randomUUID(), clientId: gone.clientId, document: "portal", version: 1 },
        ...{ decision: "withdrawn", decidedAt: later(0.5) },
      }),
    );
    const [first] = [await mintClient(pool, minted, { name: "Rare", startDate: "2026-11-02" })];
    await sitDimensions(pool, minted, first, { emotional: [36, 76] });
    const form = formOf();
    await ask(minted.owner, form);
    await makeResearch(workers, minted.system, clock);
    const { file } = await as(minted.owner, (scope) => takeResearch(scope, form.id), later(60));
    expect(file.people).toHaveLength(7);
    expect(file.rows.every(({ kind }) => kind === "exercise")).toBe(true);
    expect(file.leftOut.join(" ")).toContain("five-dimensions");
  });

  it("goes on where a worker died, and the file is gone after a day", async () => {
    const minted = await practiceOf(5);
    const form = formOf();
    await ask(minted.owner, form);
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.update(researchExport).set({ takenAt: testNow, done: 3 }).where(eq(researchExport.id, form.id)),
    );
    expect(await makeResearch(workers, minted.system, clock)).toBe(false);
    expect(await makeResearch(workers, minted.system, () => later(6))).toBe(true);
    const left = () => withScope(pool, minted.system, testNow, ({ tx }) => tx.select().from(researchFile));
    await tidyPractice(workers, minted.system, later(23 * 60));
    expect(await left()).toHaveLength(1);
    await expect(as(minted.owner, (scope) => takeResearch(scope, form.id), later(25 * 60))).rejects.toThrow(NotFound);
    await tidyPractice(workers, minted.system, later(25 * 60));
    expect(await left()).toEqual([]);
    expect(await as(minted.owner, listResearch, later(25 * 60))).toMatchObject([{ people: 5, file: null }]);
  });
});
