import { describe, expect, it } from "vitest";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { getDimensionReleases } from "@/db/queries/assessments/dimension-releases";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientPractice } from "@/db/queries/clients/client-practice";
import { client } from "@/db/schema/clients";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { counted } from "@/db/testing/statement-counter";
import { mintThousandClients } from "@/db/testing/thousand-clients";
import { caseloadView } from "@/lib/caseload/view";
import { MOST_COUNTED } from "./caseload-counts";
import { getCaseloadPage } from "./caseload-page";

describe("the caseload of a practice of a thousand", () => {
  it("takes three statements, however many clients there are and whichever sixty are shown", async () => {
    const pool = testPool();
    const practice = await mintThousandClients(pool);
    await withScope(pool, practice.system, testNow, async (scope) => {
      const clients = await scope.tx.select({ id: client.id }).from(client);
      await refreshSignals(
        scope,
        clients.map(({ id }) => id),
      );
    });
    const { page, statements } = await withScope(pool, practice.owner, testNow, async (scope) => {
      const count = counted(scope.tx.$client);
      return { page: await getCaseloadPage(scope, caseloadView.parse({}), null), statements: count() };
    });
    expect(statements).toBe(3);
    expect(page.facts).toHaveLength(60);
    expect(page.everybody).toBe(MOST_COUNTED + 1);
    expect(new Set(page.facts.map(({ startDate }) => startDate)).size).toBeGreaterThan(10);
    expect([...page.details.values()].filter(({ checks }) => checks.length === 10).length).toBeGreaterThan(55);
  });
});

describe("the overview of one client", () => {
  it("keeps to a budget of statements, with the audit row and what is read beside it", async () => {
    const pool = testPool();
    const practice = await mintPractice(pool);
    const { clientId } = await mintClient(pool, practice);
    const statements = await withScope(pool, practice.therapist, testNow, async (scope) => {
      const count = counted(scope.tx.$client);
      await getClientOverview(scope, clientId);
      await getDimensionReleases(scope, clientId);
      await getClientPractice(scope, clientId);
      await ownChartTables(scope);
      return count();
    });
    expect(statements).toBeLessThanOrEqual(16);
  });
});
