import { describe, expect, it } from "vitest";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import { mintThousandClients } from "@/db/testing/thousand-clients";
import { getCaseloadDetails, getCaseloadFacts, getProtocolVersions } from "./caseload";

describe("the caseload of a practice of a thousand", () => {
  it("takes three statements, however many clients there are and whichever sixty are shown", async () => {
    const pool = testPool();
    const practice = await mintThousandClients(pool);
    const { facts, details, statements } = await withScope(pool, practice.owner, testNow, async (scope) => {
      const { query } = scope.tx.$client;
      let count = 0;
      Object.assign(scope.tx.$client, {
        query: (...given: Parameters<typeof query>) => {
          count += 1;
          return query.apply(scope.tx.$client, given);
        },
      });
      const found = await getCaseloadFacts(scope, "");
      await getProtocolVersions(scope, [...new Set(found.flatMap((fact) => fact.protocolVersionId ?? []))]);
      const shown = await getCaseloadDetails(
        scope,
        found.slice(0, 60).map(({ clientId }) => clientId),
      );
      Object.assign(scope.tx.$client, { query });
      return { facts: found, details: shown, statements: count };
    });
    expect(facts).toHaveLength(1000);
    expect(details.size).toBe(60);
    expect(statements).toBe(3);
    expect(new Set(facts.map(({ startDate }) => startDate)).size).toBeGreaterThan(40);
    expect([...details.values()].filter(({ checks }) => checks.length === 10).length).toBeGreaterThan(55);
  });
});
