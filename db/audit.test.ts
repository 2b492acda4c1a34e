import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { recordAudit, recordReading } from "@/db/audit";
import { auditEntry } from "@/db/schema/audit";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";
import { counted } from "@/db/testing/statement-counter";
import type { StaffActor } from "@/lib/actor";

const pool = testPool();

async function entriesOf(practice: MintedPractice): Promise<string[]> {
  const rows = await withScope(pool, practice.owner, testNow, ({ tx }) =>
    tx.select({ action: auditEntry.action }).from(auditEntry).orderBy(asc(auditEntry.action)),
  );
  return rows.map(({ action }) => action);
}

const readTwice = async (scope: Scope<StaffActor>) => {
  await recordReading(scope, ["clients.chart-read", "clients.words-read"], {});
  await recordAudit(scope, "notes.read", {});
};

it("enters everything that a page reads in one statement, as the last of its transaction", async () => {
  const practice = await mintPractice(pool);
  const before = await entriesOf(practice);
  const asked = await withScope(pool, practice.owner, testNow, async (scope) => {
    const count = counted(scope.tx.$client);
    await readTwice(scope);
    const rows = await scope.tx.select({ id: auditEntry.id }).from(auditEntry);
    expect(rows).toHaveLength(before.length);
    return count;
  });
  // What the test itself asked, one entry of all, and the commit.
  expect(asked()).toBe(3);
  expect(await entriesOf(practice)).toEqual(
    [...before, "clients.chart-read", "clients.words-read", "notes.read"].toSorted(),
  );
});

it("enters what was changed where it is changed", async () => {
  const practice = await mintPractice(pool);
  const before = await entriesOf(practice);
  await withScope(pool, practice.owner, testNow, async (scope) => {
    await recordAudit(scope, "assessments.assigned", {});
    expect(await scope.tx.select({ id: auditEntry.id }).from(auditEntry)).toHaveLength(before.length + 1);
  });
});

it("gives nothing out whose reading could not be entered", async () => {
  const practice = await mintPractice(pool);
  const before = await entriesOf(practice);
  const read = withScope(pool, practice.owner, testNow, async (scope) => {
    await recordAudit(scope, "notes.read", { id: "not an id" });
    return "words";
  });
  await expect(read).rejects.toThrow();
  expect(await entriesOf(practice)).toEqual(before);
});
