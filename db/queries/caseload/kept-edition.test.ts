import { createHash } from "node:crypto";
import { getTableColumns } from "drizzle-orm";
import { expect, it } from "vitest";
import { caseloadRow } from "@/db/schema/caseload";
import { signal } from "@/db/schema/signals";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { counted } from "@/db/testing/statement-counter";
import { caseloadView } from "@/lib/caseload/view";
import { keptEdition } from "@/lib/signals/kept-edition";
import { signalTable } from "@/lib/signals/kinds";
import { lookAtSignals } from "@/runtime/worker/look-at-signals";
import { getCaseloadPage } from "./caseload-page";

/** What is kept, without its words: signals in their order with what they are, and the columns. */
const shape = JSON.stringify([
  Object.entries(signalTable).map(([kind, { name: _, rule: __, check: ___, leads: ____, ...is }]) => [kind, is]),
  [caseloadRow, signal].map((table) => Object.keys(getTableColumns(table)).sort()),
]);

it("is raised with what is kept", () => {
  const hash = createHash("sha256").update(shape).digest("hex").slice(0, 16);
  // Another hash: raise `keptEdition`, then write both here.
  expect({ keptEdition, hash }).toEqual({ keptEdition: 3, hash: "d7896bc0d5a845f1" });
});

it("makes the page work out whoever was kept by an older one, and the worker look at them at once", async () => {
  const pool = testPool();
  const practice = await mintPractice(pool);
  const { clientId } = await mintClient(pool, practice);
  const { owner, system } = practice;
  await lookAtSignals(pool, system, testNow);
  expect(await lookAtSignals(pool, system, testNow)).toBe(0);
  const read = () =>
    withScope(pool, owner, testNow, async (scope) => {
      const count = counted(scope.tx.$client);
      const page = await getCaseloadPage(scope, caseloadView.parse({ state: "all" }), null);
      return { names: page.facts.map((fact) => fact.clientId), statements: count() };
    });
  const fresh = await read();
  expect(fresh.names).toEqual([clientId]);
  await withScope(pool, system, testNow, async ({ tx }) => {
    const older = keptEdition - 1;
    // What an older release kept is wrong by the rules of this one.
    await tx.$client.query("update caseload_row set edition = $1, is_listed = false, stage = 'after'", [older]);
    await tx.$client.query("update signal_round set edition = $1", [older]);
  });
  const old = await read();
  expect(old.names).toEqual([clientId]);
  expect(old.statements).toBeGreaterThan(fresh.statements);
  expect(await lookAtSignals(pool, system, testNow)).toBe(1);
  expect(await lookAtSignals(pool, system, testNow)).toBe(0);
  expect(await read()).toEqual(fresh);
});
