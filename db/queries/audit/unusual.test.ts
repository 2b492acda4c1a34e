import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recordAudit } from "@/db/audit";
import { notice } from "@/db/commands/identity/notice";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { RECORDS_OPENED, thresholds, UNUSUAL_DAYS } from "@/lib/audit/unusual";
import { getUnusual } from "./unusual";

const pool = testPool();
const minutes = (n: number) => new Date(testNow.getTime() + n * 60_000);
const look = (actor: StaffActor, at = minutes(30)) => withScope(pool, actor, at, getUnusual);

const refuse = async ({ system, therapist }: MintedPractice, times: number, at = testNow) => {
  const what = { kind: "password-refused", accountId: therapist.accountId, device: "Firefox on Linux" } as const;
  for (let i = 0; i < times; i++) await notice(pool, system, at, what);
};

const opens = (actor: StaffActor, clientId: string, at = testNow) =>
  withScope(pool, actor, at, (scope) => recordAudit(scope, "clients.chart-read", { id: clientId, clientId }));

describe("what was unusual", () => {
  it("is a number in an hour of the clock, from its threshold on and not below", async () => {
    const practice = await mintPractice(pool);
    await refuse(practice, thresholds["password-refused"] - 1);
    expect((await look(practice.owner)).hours).toEqual([]);
    await refuse(practice, 1, minutes(59 - testNow.getUTCMinutes()));
    expect((await look(practice.owner, minutes(90))).hours).toMatchObject([
      {
        kind: "password-refused",
        accountId: practice.therapist.accountId,
        times: thresholds["password-refused"],
        devices: ["Firefox on Linux"],
      },
    ]);
    expect((await look(practice.owner, minutes(UNUSUAL_DAYS * 24 * 60 + 120))).hours).toEqual([]);
  });

  it("is many records opened by one person, each counted once", async () => {
    const practice = await mintPractice(pool);
    const ids: string[] = [];
    for (let i = 0; i < RECORDS_OPENED; i++) ids.push((await mintClient(pool, practice)).clientId);
    for (const id of ids.slice(1)) await opens(practice.therapist, id);
    for (let i = 0; i < 5; i++) await opens(practice.therapist, ids[1] ?? "");
    expect((await look(practice.owner)).hours).toEqual([]);
    await opens(practice.therapist, ids[0] ?? "");
    expect((await look(practice.owner)).hours).toMatchObject([
      { kind: "opened", accountId: practice.therapist.accountId, times: RECORDS_OPENED },
    ]);
  });

  it("is each file that was taken, with the number of the record", async () => {
    const practice = await mintPractice(pool);
    const { clientId } = await mintClient(pool, practice);
    await withScope(pool, practice.therapist, testNow, (scope) =>
      recordAudit(scope, "exports.made", { id: randomUUID(), clientId }),
    );
    const { files } = await look(practice.owner);
    expect(files).toMatchObject([{ action: "exports.made", recordNumber: expect.any(Number) }]);
  });

  it("counts nothing of a client of whom the owner is never to be told, neither their sign-in nor their record", async () => {
    const practice = await mintPractice(pool);
    const { clientId, accountId } = await mintClient(pool, practice);
    const what = { kind: "from-elsewhere", accountId, device: "Safari on iPhone" } as const;
    await notice(pool, practice.system, testNow, what);
    await withScope(pool, practice.therapist, testNow, (scope) =>
      recordAudit(scope, "exports.made", { id: randomUUID(), clientId }),
    );
    expect((await look(practice.owner)).hours).toHaveLength(1);
    await withScope(pool, practice.therapist, testNow, (scope) =>
      decideUntold(scope, { clientId, accountId: practice.owner.accountId, decision: "named" }),
    );
    expect(await look(practice.owner)).toEqual({ hours: [], files: [] });
  });

  it("is the owner’s to look at, in their own practice, and looking is entered", async () => {
    const practice = await mintPractice(pool);
    const foreign = await mintPractice(pool);
    await refuse(practice, thresholds["password-refused"]);
    for (const actor of [practice.supervisor, practice.therapist])
      await expect(look(actor)).rejects.toMatchObject({ name: "Forbidden" });
    expect((await look(foreign.owner)).hours).toEqual([]);
    await look(practice.owner);
    const own = (await auditOf(pool, practice.system)).filter(({ action }) => action === "audit.unusual-read");
    expect(own).toEqual([{ action: "audit.unusual-read", client_id: null, actor_id: practice.owner.accountId }]);
  });
});
