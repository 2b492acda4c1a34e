import { describe, expect, it } from "vitest";
import { leavesByEscape } from "@/db/queries/identity/leave-keys";
import { withScope } from "@/db/scope";
import { actorOf, mintPerson, peoplePool, signedIn } from "@/db/testing/people";
import type { ClientActor } from "@/lib/actor";
import { chooseLeaveKeys } from "./choose-leave-keys";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

async function minted(): Promise<ClientActor> {
  const person = await mintPerson(pool, now, { role: "client" });
  const actor = await actorOf(pool, await signedIn(pool, person, now), now);
  if (actor.kind !== "client") throw new Error("expected a client");
  return actor;
}

describe("leaving by Esc", () => {
  it("is on until a person switches it off, for themself alone, and leaves a row in the record", async () => {
    const [ines, dario] = [await minted(), await minted()];
    const isOn = (actor: ClientActor) => withScope(pool, actor, now, leavesByEscape);
    expect(await isOn(ines)).toBe(true);
    await withScope(pool, ines, now, (scope) => chooseLeaveKeys(scope, { escape: "no" }));
    expect([await isOn(ines), await isOn(dario)]).toEqual([false, true]);
    await withScope(pool, ines, now, (scope) => chooseLeaveKeys(scope, { escape: "yes" }));
    expect(await isOn(ines)).toBe(true);
    const system = { kind: "system", role: "system", practiceId: ines.practiceId } as const;
    const { rows } = await withScope(pool, system, now, ({ tx }) =>
      tx.$client.query("select count(*)::int as n from audit_entry where actor_id = $1 and action = $2", [
        ines.accountId,
        "account.leave-keys-chosen",
      ]),
    );
    expect(rows).toEqual([{ n: 2 }]);
  });
});
