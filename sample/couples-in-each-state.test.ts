import { isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { getGate } from "@/db/queries/safety/safety-gate";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import { enrolmentDecision } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { ownDatabase } from "@/db/testing/database";
import { decide } from "@/db/testing/protocol";
import type { StaffActor, SystemActor } from "@/lib/actor";
import type { Change } from "@/lib/protocol/decision";
import { sharedClassAt } from "@/lib/safety/shared-class";
import { askDueChecks } from "@/runtime/worker/ask-checks";
import { couplesInEachState } from "./couples-in-each-state";
import { clientId, couples, practiceId, sampleZone, staffId } from "./personas";
import { seedSample } from "./seed";
import { idOf } from "./seeded-random";

const today = new Date("2026-11-23T10:00:00Z");
const sealKeys = `k1:${Buffer.alloc(32, 3).toString("base64")}`;
const system: SystemActor = { kind: "system", role: "system", practiceId };

const { appUrl } = await ownDatabase("sample_states");
const pool = connect({ url: appUrl, max: 2, onIdleError: () => undefined });
beforeAll(() => seedSample({ databaseUrl: appUrl, sealKeys, today }));
afterAll(() => pool.end());

/** Both gates, and what is open to each. */
async function pathTodayOf(names: readonly string[], now = today) {
  const gates: string[] = [];
  const shared: string[] = [];
  for (const name of names) {
    const id = clientId({ name });
    const [gate, input] = await withScope(pool, system, now, async (scope) => [
      await getGate(scope, id),
      await getSharedClassInput(scope, id),
    ]);
    const { open, jointTasks } = sharedClassAt(input, now);
    gates.push(gate.awaits && gate.state === "not-screened" ? `awaits ${gate.awaits}` : gate.state);
    shared.push(open ? "open" : jointTasks ? "joint tasks" : "closed");
  }
  return { gates, shared };
}

/** In the order of `couplesInEachState`. */
const told = [
  { gates: ["awaits screen", "awaits screen"], shared: ["closed", "closed"] },
  { gates: ["clear", "awaits clinician"], shared: ["open", "closed"] },
  { gates: ["stop", "clear"], shared: ["closed", "closed"] },
  { gates: ["stop", "clear"], shared: ["open", "open"] },
  { gates: ["stop", "clear"], shared: ["joint tasks", "joint tasks"] },
  { gates: ["concern", "clear"], shared: ["closed", "closed"] },
  { gates: ["stop", "clear"], shared: ["closed", "closed"] },
  { gates: ["clear", "clear"], shared: ["closed", "closed"] },
  { gates: ["awaits clinician", "awaits clinician"], shared: ["closed", "closed"] },
  { gates: ["clear", "clear"], shared: ["closed", "closed"] },
  { gates: ["stop", "awaits clinician"], shared: ["closed", "closed"] },
  { gates: ["awaits screen", "awaits screen"], shared: ["closed", "closed"] },
];

describe("couples of the sample practice", () => {
  it("are in the state that the door says, and stay there when the calendar of checks comes round", async () => {
    expect(couplesInEachState).toHaveLength(told.length);
    await askDueChecks(pool, system, today);
    for (const [i, { words, people }] of couplesInEachState.entries())
      expect(await pathTodayOf(people.map(({ name }) => name)), words).toEqual(told[i]);
  });

  it("are open where nothing waits, and in own days before a phase", async () => {
    expect(await pathTodayOf(["Ines Marchetti", "Dario Conti"])).toMatchObject({ shared: ["open", "open"] });
    expect(await pathTodayOf(["Matthew Cole", "Luis Ferreira"])).toMatchObject({ shared: ["open", "open"] });
    expect(await pathTodayOf(["Clara Weiss", "Joanna Pike"])).toMatchObject({ shared: ["closed", "closed"] });
  });

  it("are asked nothing by a calendar that comes round once more", async () => {
    expect(await askDueChecks(pool, system, today)).toBe(0);
    expect(couples).toHaveLength(13);
  });

  it("have holidays on both paths, and whoever takes them back on one of the two takes them back for both", async () => {
    const two = ["Mina Sato", "Kenji Mori"];
    const rows = await withScope(pool, system, today, ({ tx }) =>
      tx.select().from(enrolmentDecision).where(isNotNull(enrolmentDecision.togetherId)),
    );
    expect(rows.map(({ coupleId, togetherId }) => ({ coupleId, togetherId }))).toEqual([
      { coupleId: idOf("couple", ...two), togetherId: rows[0]?.id },
      { coupleId: idOf("couple", ...two), togetherId: rows[0]?.id },
    ]);
    const nextWeek = new Date(today.getTime() + 4 * 86_400_000);
    expect(await pathTodayOf(two, nextWeek)).toMatchObject({ shared: ["closed", "closed"] });
    const miriam: StaffActor = {
      ...{ kind: "staff", role: "therapist", practiceId, accountId: staffId("miriam"), sessionId: staffId("miriam") },
      ...{ name: "Miriam Falk", zone: sampleZone },
    };
    const undo: Change = { kind: "undo", undoes: rows[1]?.id ?? "" };
    await decide(pool, miriam, clientId({ name: "Kenji Mori" }), undo, { words: null, at: today });
    expect(await pathTodayOf(two)).toMatchObject({ shared: ["closed", "closed"] });
    expect(await pathTodayOf(two, nextWeek)).toMatchObject({ shared: ["open", "open"] });
  });
});
