import { describe, expect, it } from "vitest";
import { correctRecord } from "@/db/commands/clients/correct-record";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { readAuditFilter } from "@/lib/audit/filter";
import { exportAudit, listAudit } from "./entries";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const list = (actor: StaffActor, asked: Record<string, string> = {}) =>
  withScope(pool, actor, later(5), (scope) => listAudit(scope, readAuditFilter(asked), 1));

async function home() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const noor = await mintClient(pool, practice, { name: "Noor" });
  const facts = { pronouns: null, partnerName: null, zone: "Europe/London", reason: null };
  for (const { clientId } of [ines, noor])
    await withScope(pool, practice.therapist, later(1), (scope) =>
      correctRecord(scope, { clientId, name: "Somebody", ...facts }),
    );
  return { practice, ines, noor };
}

describe("the owner’s view of who read and did what", () => {
  it("says who, what and about whom, newest first, and is an entry itself", async () => {
    const { practice } = await home();
    const { rows, total } = await list(practice.owner);
    expect(rows[0]).toMatchObject({
      who: practice.therapist.name,
      action: "clients.corrected",
      client: { name: "Somebody" },
    });
    expect(total).toBe(rows.length);
    const [newest] = (await list(practice.owner)).rows;
    expect(newest).toMatchObject({ action: "audit.read", who: practice.owner.name, client: null });
  });

  it("is nobody else’s, and of no other practice", async () => {
    const { practice } = await home();
    for (const actor of [practice.therapist, practice.supervisor])
      await expect(list(actor)).rejects.toMatchObject({ name: "Forbidden" });
    const foreign = await mintPractice(pool);
    expect((await list(foreign.owner)).rows.filter(({ client }) => client)).toEqual([]);
  });

  it("is filtered by who, by record, by what and by day", async () => {
    const { practice } = await home();
    const { owner, therapist } = practice;
    const actions = async (asked: Record<string, string>) =>
      (await list(owner, asked)).rows.map(({ action }) => action);
    expect(await actions({ record: "2", area: "clients", from: "2026-11-23" })).toEqual(["clients.corrected"]);
    expect(new Set((await list(owner, { who: therapist.accountId })).rows.map(({ who }) => who))).toEqual(
      new Set([therapist.name]),
    );
    expect(await actions({ from: "2026-11-24" })).toEqual([]);
    expect(await actions({ to: "2026-11-07" })).toEqual([]);
    expect(await actions({ area: "%" })).toEqual([]);
  });

  it("tells nothing of a client about whom the owner is never to be told, on the page or in the file", async () => {
    const { practice, ines } = await home();
    const { owner, therapist, system } = practice;
    await withScope(pool, therapist, later(2), (scope) =>
      decideUntold(scope, { clientId: ines.clientId, accountId: owner.accountId, decision: "named" }),
    );
    const shown = (await list(owner)).rows;
    const file = await withScope(pool, owner, later(6), (scope) => exportAudit(scope, readAuditFilter({})));
    for (const rows of [shown, file]) {
      expect(rows.some(({ client }) => client?.recordNumber === 2)).toBe(true);
      expect(rows.some(({ client }) => client?.id === ines.clientId)).toBe(false);
    }
    expect((await auditOf(pool, system)).map(({ action }) => action)).toContain("audit.exported");
  });
});
