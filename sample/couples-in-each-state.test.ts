import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { getGate } from "@/db/queries/safety/safety-gate";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import { withScope } from "@/db/scope";
import { ownDatabase } from "@/db/testing/database";
import type { SystemActor } from "@/lib/actor";
import { sharedClassAt } from "@/lib/safety/shared-class";
import { askDueChecks } from "@/runtime/worker/ask-checks";
import { couplesInEachState } from "./couples-in-each-state";
import { clientId, couples, practiceId } from "./personas";
import { seedSample } from "./seed";

const today = new Date("2026-11-23T10:00:00Z");
const sealKeys = `k1:${Buffer.alloc(32, 3).toString("base64")}`;
const system: SystemActor = { kind: "system", role: "system", practiceId };

const { appUrl } = await ownDatabase("sample_states");
const pool = connect({ url: appUrl, max: 2, onIdleError: () => undefined });
beforeAll(() => seedSample({ databaseUrl: appUrl, sealKeys, today }));
afterAll(() => pool.end());

/** Both gates, and what is open to each. */
async function pathTodayOf(names: readonly string[]) {
  const gates: string[] = [];
  const shared: string[] = [];
  for (const name of names) {
    const id = clientId({ name });
    const [gate, input] = await withScope(pool, system, today, async (scope) => [
      await getGate(scope, id),
      await getSharedClassInput(scope, id),
    ]);
    const { open, jointTasks } = sharedClassAt(input, today);
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
});
