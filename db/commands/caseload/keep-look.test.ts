import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { listLooks } from "@/db/queries/caseload/looks";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { keepLookForm, MOST_LOOKS } from "@/lib/caseload/look-form";
import { NotFound } from "@/lib/errors";
import { keepLook, removeLook, renameLook } from "./keep-look";

const pool = testPool();
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);
const looksOf = (actor: StaffActor) => as(actor, listLooks);
const form = (name: string, query = "sort=session", id = randomUUID()) => keepLookForm.parse({ id, name, query });

let practice: MintedPractice;
let foreign: MintedPractice;
beforeAll(async () => {
  practice = await mintPractice(pool);
  foreign = await mintPractice(pool);
});

describe("a look of the caseload under a name", () => {
  it("is whoever's kept it, once, and is renamed and removed by nobody else", async () => {
    const { therapist, owner } = practice;
    const mondays = form("Mondays");
    await as(therapist, (scope) => keepLook(scope, mondays));
    await as(therapist, (scope) => keepLook(scope, mondays));
    const kept = [{ id: mondays.id, name: "Mondays", query: "sort=session" }];
    expect(await looksOf(therapist)).toEqual(kept);
    const others = [owner, practice.colleague, foreign.therapist];
    for (const other of others) {
      expect(await looksOf(other)).toEqual([]);
      await expect(as(other, (scope) => renameLook(scope, { id: mondays.id, name: "Mine" }))).rejects.toThrow();
      await expect(as(other, (scope) => removeLook(scope, { id: mondays.id }))).rejects.toThrow(NotFound);
    }
    // The id of somebody else's look in the same practice is taken; in another one it is nobody's.
    await expect(as(owner, (scope) => keepLook(scope, mondays))).rejects.toThrow();
    expect(await looksOf(therapist)).toEqual(kept);
    await as(therapist, (scope) => renameLook(scope, { id: mondays.id, name: "Before sessions" }));
    expect(await looksOf(therapist)).toMatchObject([{ name: "Before sessions" }]);
    await as(therapist, (scope) => removeLook(scope, { id: mondays.id }));
    await expect(as(therapist, (scope) => removeLook(scope, { id: mondays.id }))).rejects.toThrow(NotFound);
    expect(await looksOf(therapist)).toEqual([]);
    const told = (await auditOf(pool, practice.system)).filter(({ action }) => action.startsWith("caseload."));
    expect(told.map(({ action }) => action).sort()).toEqual([
      "caseload.look-kept",
      "caseload.look-removed",
      "caseload.look-renamed",
    ]);
    expect(told.every(({ actor_id }) => actor_id === therapist.accountId)).toBe(true);
  });

  it("has a name of its own among one person's, of which there are not too many", async () => {
    const { colleague } = practice;
    await as(colleague, (scope) => keepLook(scope, form("Quiet ones")));
    await expect(as(colleague, (scope) => keepLook(scope, form("quiet ones")))).rejects.toThrow(/of this name/);
    for (let i = 1; i < MOST_LOOKS; i += 1) await as(colleague, (scope) => keepLook(scope, form(`Look ${i}`)));
    await expect(as(colleague, (scope) => keepLook(scope, form("One more")))).rejects.toThrow(/Remove one/);
    expect(await looksOf(colleague)).toHaveLength(MOST_LOOKS);
  });

  it("keeps what is understood of an address, and nothing that was searched for", () => {
    const id = randomUUID();
    const { query } = keepLookForm.parse({
      ...{ id, name: "x", query: "q=Ines&flag=review&sort=drop&columns=week.due.x&after=1_2&columns=due" },
    });
    expect(query).toBe("flag=review&columns=due");
    expect(keepLookForm.safeParse({ id, name: " " }).success).toBe(false);
  });
});
