import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { endCouple } from "@/db/commands/couples/end-couple";
import { getCaseloadDetails } from "@/db/queries/caseload/caseload-details";
import { client } from "@/db/schema/clients";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, testNow } from "@/db/testing/mint";
import { ending } from "@/db/testing/talked-alone";
import type { StaffActor } from "@/lib/actor";

const pool = testPool();

describe("the partner's name on the caseload", () => {
  it("leads to the couple for who reaches both, and nowhere for anybody else", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool, { gates: false });
    const alone = await mintClient(pool, practice, { name: "Nobody's partner" });
    const ids = [ines.clientId, dario.clientId, alone.clientId];
    const couplesOf = async (actor: StaffActor) => {
      const rows = await withScope(pool, actor, testNow, (scope) => getCaseloadDetails(scope, ids));
      return ids.map((id) => rows.get(id)?.coupleId);
    };
    expect(await couplesOf(practice.therapist)).toEqual([coupleId, coupleId, null]);
    expect(await couplesOf(practice.supervisor)).toEqual([coupleId, coupleId, null]);
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.update(client).set({ therapistId: practice.colleague.accountId }).where(eq(client.id, dario.clientId)),
    );
    expect(await couplesOf(practice.therapist)).toEqual([null, undefined, null]);
    expect(await couplesOf(practice.owner)).toEqual([coupleId, coupleId, null]);
    await withScope(pool, practice.owner, testNow, (scope) => endCouple(scope, { coupleId, ...ending }));
    expect(await couplesOf(practice.owner)).toEqual([null, null, null]);
  });
});
