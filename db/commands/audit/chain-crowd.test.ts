import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordAudit } from "@/db/audit";
import { connect } from "@/db/connect";
import { verifyChain } from "@/db/queries/audit/chain";
import { withScope } from "@/db/scope";
import { adminUrl, testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";
import { withClient } from "@/runtime/roles";
import { chainPractice } from "@/runtime/worker/chain-audits";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 6, onIdleError: () => undefined });
afterAll(() => workers.end());
const minutesOn = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const crowd = 2_000;

let practice: MintedPractice;
let linked = 0;
const verify = () => withScope(workers, practice.system, minutesOn(60), (scope) => verifyChain(scope, []));

/** All at once as far as the connections go, with three workers that link meanwhile, as two machines would. */
beforeAll(async () => {
  practice = await mintPractice(pool);
  let left = crowd;
  const linking = [1, 2, 3].map(async () => {
    while (left > 0) {
      const made = await chainPractice(workers, practice.system, minutesOn(1));
      linked += made;
    }
  });
  // As many at once as there are connections: who waits for one longer than the application's patience would be told so.
  const writing = Array.from({ length: 24 }, async () => {
    while (left-- > 0) await withScope(pool, practice.owner, testNow, (scope) => recordAudit(scope, "audit.read", {}));
  });
  await Promise.all([...writing, ...linking]);
  linked += await chainPractice(workers, practice.system, minutesOn(1));
}, 60_000);

describe("the chain under 2,000 entries at once", () => {
  it("has no fork: every entry once, every number once", async () => {
    const { rows } = await withClient(adminUrl(), (admin) =>
      admin.query(
        `select (select count(*)::int from audit_entry where practice_id = $1) as entries, count(*)::int as links,
          count(distinct number)::int as numbers, max(number)::int as last from audit_link where practice_id = $1`,
        [practice.practiceId],
      ),
    );
    const [{ entries }] = rows;
    expect(entries).toBeGreaterThanOrEqual(crowd);
    expect(rows[0]).toEqual({ entries, links: entries, numbers: entries, last: entries });
    expect(linked).toBe(entries);
    expect(await verify()).toMatchObject({ entries, fault: null });
  });

  it("tells where one was changed, taken out or moved, the last one too", async () => {
    const { entries: last } = await verify();
    const places = [1, 2, last - 1, last, ...Array.from({ length: 6 }, () => randomInt(3, last - 1))];
    await withClient(adminUrl(), async (admin) => {
      await admin.query("set session_replication_role = replica");
      const at = "practice_id = $1 and id = (select id from audit_link where practice_id = $1 and number = $2)";
      const ways: Record<string, [change: string, back: string]> = {
        who: [
          `update audit_entry set actor_role = 'client' where ${at}`,
          `update audit_entry set actor_role = 'owner' where ${at}`,
        ],
        when: [
          `update audit_entry set at = at + interval '1 microsecond' where ${at}`,
          `update audit_entry set at = at - interval '1 microsecond' where ${at}`,
        ],
      };
      for (const number of places)
        for (const [what, [change, back]] of Object.entries(ways)) {
          const { rows } = await admin.query(`select actor_role from audit_entry where ${at}`, [
            practice.practiceId,
            number,
          ]);
          if (what === "who" && rows[0]?.actor_role !== "owner") continue;
          await admin.query(change, [practice.practiceId, number]);
          expect((await verify()).fault, `${what} of ${number}`).toBe(`Number ${number} was changed.`);
          await admin.query(back, [practice.practiceId, number]);
        }
      const renumber = (from: number, to: number) =>
        admin.query("update audit_link set number = $3 where practice_id = $1 and number = $2", [
          ...[practice.practiceId, from, to],
        ]);
      const swap = async () => {
        await renumber(last - 1, last + 1_000);
        await renumber(last, last - 1);
        await renumber(last + 1_000, last);
      };
      await swap();
      expect((await verify()).fault, "two in another order").toBe(`Number ${last - 1} was changed.`);
      await swap();
      expect((await verify()).fault).toBeNull();
      await admin.query("delete from audit_link where practice_id = $1 and number = $2", [practice.practiceId, last]);
      expect((await verify()).fault, "the last link gone").toBe("1 of the entries are in no chain.");
      await admin.query(
        `delete from audit_entry e where practice_id = $1 and not exists
          (select 1 from audit_link l where l.practice_id = e.practice_id and l.id = e.id)`,
        [practice.practiceId],
      );
    });
    // The last entry with its link: whoever has the database can cut its end. What was anchored outside of it tells.
    const { head } = await verify();
    expect(head?.number).toBe(last - 1);
    const anchored = [{ number: last, hash: "as it was" }];
    const { fault } = await withScope(workers, practice.system, minutesOn(60), (scope) => verifyChain(scope, anchored));
    expect(fault).toBe(`The chain ends at ${last - 1}, and number ${last} was anchored.`);
  });
});
