import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GateDecision, type GateHistory, type GateState, gateAt, type ScreenResult } from "./gate";
import { lastStopIn } from "./last-stop";

const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);
const screen = (day: number, outcome: ScreenResult["outcome"] = "clear"): ScreenResult => ({
  ...{ id: `s${day}`, answeredAt: at(day), outcome },
});
const decide = (day: number, kind: GateDecision["kind"], talkedAlone = true): GateDecision => ({
  ...{ id: `d${day}`, kind, decidedAt: at(day), clinicianId: "alma", reason: "Written in a sentence.", talkedAlone },
});
const history = (over: Partial<GateHistory> = {}): GateHistory => ({ screens: [], decisions: [], waits: [], ...over });
const clear = history({ screens: [screen(0)], decisions: [decide(1, "clear")] });
const stopped = history({ screens: [screen(2, "stop")] });
const look = (day: number) => ({ id: `w${day}`, at: at(day), for: "clinician" as const });

/** `one` after `other` was merged into it on a day, and perhaps taken back on another. */
const joinedBy = (one: GateHistory, other: GateHistory, day: number, until: number | null = null): GateHistory => ({
  ...one,
  waits: [...one.waits, look(day), ...(until === null ? [] : [look(until)])],
  joined: [{ at: at(day), until: until === null ? null : at(until), history: other }],
});

describe("the gate of two records of one person", () => {
  it("is that of the stricter one from the merge on, and waits for a clinician", () => {
    const merged = joinedBy(clear, stopped, 10);
    expect(gateAt(merged, at(9)).state).toBe("clear");
    expect(gateAt(merged, at(10))).toMatchObject({
      state: "stop",
      since: at(10),
      awaits: "clinician",
      expiresAt: null,
    });
    expect(gateAt(joinedBy(stopped, clear, 10), at(11)).state).toBe("stop");
    expect(gateAt(joinedBy(clear, clear, 10), at(11))).toMatchObject({ state: "not-screened", awaits: "clinician" });
  });

  it("is not opened by what was decided about the other before the two became one", () => {
    const released = history({ screens: [screen(2, "stop")], decisions: [decide(8, "clear")] });
    expect(gateAt(joinedBy(stopped, released, 10), at(11)).state).toBe("stop");
  });

  it("opens by the rules of the stricter one: a stop that came along needs a talk alone", () => {
    const merged = joinedBy(clear, stopped, 10);
    const decided = (decision: GateDecision) => ({ ...merged, decisions: [...merged.decisions, decision] });
    expect(gateAt(decided(decide(11, "clear", false)), at(12)).state).toBe("stop");
    expect(gateAt(decided(decide(11, "clear")), at(12)).state).toBe("clear");
  });

  it("is its own again where the merge is taken back, and waits for a clinician", () => {
    const taken = joinedBy(clear, stopped, 10, 20);
    expect(gateAt(taken, at(15)).state).toBe("stop");
    expect(gateAt(taken, at(20))).toMatchObject({ state: "not-screened", awaits: "clinician" });
    expect(gateAt(joinedBy(stopped, clear, 10, 20), at(21)).state).toBe("stop");
  });

  it("tells of the last stop of both", () => {
    expect(lastStopIn(joinedBy(clear, stopped, 10))).toEqual(at(2));
    expect(lastStopIn(joinedBy(clear, stopped, 10, 20))).toBeNull();
  });

  it("is never more open than either was, whatever the two histories are", () => {
    const strictness = (state: GateState) => ["clear", "not-screened", "concern", "stop"].indexOf(state);
    const days = fc.integer({ min: 0, max: 30 });
    const screens = fc.array(fc.tuple(days, fc.constantFrom("clear", "unfinished", "concern", "stop")), {
      maxLength: 4,
    });
    const decisions = fc.array(fc.tuple(days, fc.constantFrom("clear", "concern", "stop"), fc.boolean()), {
      maxLength: 4,
    });
    const anyHistory = fc.record({ screens, decisions }).map((of) =>
      history({
        screens: of.screens.map(([day, outcome]) => screen(day, outcome as ScreenResult["outcome"])),
        decisions: of.decisions.map(([day, kind, alone]) => decide(day, kind as GateDecision["kind"], alone)),
      }),
    );
    fc.assert(
      fc.property(anyHistory, anyHistory, (one, other) => {
        const merged = gateAt(joinedBy(one, other, 31), at(32));
        for (const each of [one, other])
          expect(strictness(merged.state)).toBeGreaterThanOrEqual(strictness(gateAt(each, at(31)).state));
        expect(merged.state).not.toBe("clear");
      }),
    );
  });
});
