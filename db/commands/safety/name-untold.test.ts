import { describe, expect, it } from "vitest";
import { safetyUntold } from "@/db/schema/safety";
import { testPool } from "@/db/testing/database";
import { safetyGround } from "@/db/testing/safety-ground";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { decideUntold } from "./name-untold";

const pool = testPool();
const { as, home } = safetyGround(pool);

async function ground() {
  const minted = await home();
  const { client, practice, therapist } = minted;
  const decide = (who: StaffActor, decision: "named" | "lifted", actor: StaffActor = therapist) =>
    as(actor, (scope) => decideUntold(scope, { clientId: client.clientId, accountId: who.accountId, decision }));
  const kept = async () =>
    (await as(practice.system, ({ tx }) => tx.select().from(safetyUntold).orderBy(safetyUntold.decidedAt))).map(
      ({ accountId, decision }) => [accountId, decision],
    );
  return { ...minted, decide, kept };
}

describe("who is never told about a client", () => {
  it("is decided of each colleague apart, once, and can be taken back", async () => {
    const { colleague, supervisor, practice, decide, kept } = await ground();
    await decide(supervisor, "lifted");
    expect(await kept()).toEqual([]);
    await decide(colleague, "named");
    await decide(colleague, "named");
    // The newest word is about the colleague: the supervisor has none yet.
    await decide(supervisor, "named");
    expect(await kept()).toEqual([
      [colleague.accountId, "named"],
      [supervisor.accountId, "named"],
    ]);
    await decide(colleague, "lifted");
    await decide(supervisor, "named");
    await decide(supervisor, "lifted");
    expect((await kept()).slice(2)).toEqual([
      [colleague.accountId, "lifted"],
      [supervisor.accountId, "lifted"],
    ]);
    const trail = (await auditOf(pool, practice.system)).map(({ action }) => action);
    expect(trail.filter((action) => action === "safety.untold-named")).toHaveLength(2);
    expect(trail.filter((action) => action === "safety.untold-lifted")).toHaveLength(2);
  });

  it("is decided of each client apart", async () => {
    const { colleague, decide, kept } = await ground();
    const other = await ground();
    await decide(colleague, "named");
    await expect(other.decide(colleague, "named")).rejects.toThrow(NotFound);
    expect([await kept(), await other.kept()]).toEqual([[[colleague.accountId, "named"]], []]);
  });

  it("is never the therapist, and is not decided by who only reads the client", async () => {
    const { therapist, owner, supervisor, colleague, decide, kept } = await ground();
    await expect(decide(therapist, "named", owner)).rejects.toThrow(Refused);
    await expect(decide(owner, "named", supervisor)).rejects.toThrow(Forbidden);
    await expect(decide(owner, "named", colleague)).rejects.toThrow(NotFound);
    expect(await kept()).toEqual([]);
  });
});
