import { describe, expect, it } from "vitest";
import { stopChoice } from "@/db/schema/safety-check";
import { testPool } from "@/db/testing/database";
import { safetyGround } from "@/db/testing/safety-ground";
import { getSharedClass } from "@/db/testing/shared-class";
import { Refused } from "@/lib/errors";
import { chooseAfterStop } from "./choose-after-stop";
import { raiseGate } from "./decide-gate";

const pool = testPool();
const { later, week, as, home, cleared, reason } = safetyGround(pool);

/** Somebody whose joint steps are open, and whose gate was stopped in the middle of that week: Monday 30 November 2026. */
async function stopped() {
  const ground = await home();
  const { practice, client, therapist } = ground;
  const { clientId } = client;
  await cleared(practice, client);
  await as(therapist, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }), later(week));
  const choose = (change: object) =>
    as(
      therapist,
      (scope) =>
        chooseAfterStop(scope, {
          ...{ clientId, choice: "unchanged" as const, reason: "They cook together on Sundays." },
          ...{ wish: "She wants to keep that.", unchangedUntil: "2026-12-09", ...change },
        }),
      later(week + 1),
    );
  const rows = () => as(practice.system, ({ tx }) => tx.select().from(stopChoice));
  const shared = (minutes: number) => as(client, (scope) => getSharedClass(scope, clientId), later(week + minutes));
  return { ...ground, choose, rows, shared };
}

describe("joint tasks that stay unchanged after a stop", () => {
  it("stay until a named day, which is today at the earliest and in three weeks at the latest", async () => {
    for (const unchangedUntil of ["2026-11-30", "2026-12-21"]) {
      const { choose, rows } = await stopped();
      await choose({ unchangedUntil });
      expect(await rows()).toMatchObject([{ choice: "unchanged", unchangedUntil }]);
    }
    const { choose, rows } = await stopped();
    for (const unchangedUntil of [null, "2026-11-29", "2026-12-22", "2027-06-01"])
      await expect(choose({ unchangedUntil })).rejects.toMatchObject({
        fields: { unchangedUntil: "Name a last day within the next three weeks." },
      });
    expect(await rows()).toEqual([]);
  });

  it("need a written reason and the person’s own wish, and say at which field one is missing", async () => {
    const { choose, rows } = await stopped();
    const why = { reason: "Write down why in a sentence." };
    const wished = { wish: "Write down what the person wishes." };
    const faultOf = async (change: object) => {
      const fault = await choose(change).catch((error: unknown) => error);
      return fault instanceof Refused ? fault.fields : null;
    };
    expect(await faultOf({ reason: "Too short" })).toEqual(why);
    expect(await faultOf({ wish: "" })).toEqual(wished);
    expect(await faultOf({ reason: "", wish: "" })).toEqual({ ...why, ...wished });
    expect(await rows()).toEqual([]);
    await choose({ reason: "Ten signs!" });
    expect(await rows()).toHaveLength(1);
  });

  it("are sealed with author and time, and end with that day, where touch has ended with the week", async () => {
    const { choose, rows, shared, therapist } = await stopped();
    await choose({});
    const [kept] = await rows();
    expect(kept).toMatchObject({ chosenBy: therapist.accountId, chosenAt: later(week + 1), coupleId: null });
    expect(`${kept?.reasonSealed}${kept?.wishSealed}`).not.toMatch(/cook|keep that/);
    expect(await shared(2)).toEqual({ open: true, jointTasks: true });
    // The next practice week, its last named day, and the day after.
    expect(await shared(week)).toEqual({ open: false, jointTasks: true });
    expect(await shared(week + 2 * 24 * 60)).toEqual({ open: false, jointTasks: true });
    expect(await shared(week + 3 * 24 * 60)).toEqual({ open: false, jointTasks: false });
  });

  it("are none of the other two choices, which need no day and keep none", async () => {
    for (const choice of ["now", "next-week"] as const) {
      const { choose, rows } = await stopped();
      await choose({ choice, reason: "", wish: "" });
      expect(await rows()).toMatchObject([{ choice, unchangedUntil: null, reasonSealed: null, wishSealed: null }]);
    }
  });
});

describe("what follows a stop", () => {
  it("is nothing to choose where there is none", async () => {
    const { practice, client, therapist } = await home();
    await cleared(practice, client);
    const choose = as(therapist, (scope) => chooseAfterStop(scope, { ...client, choice: "next-week" }));
    await expect(choose).rejects.toThrow("no stop that this could follow");
  });
});
