import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clearanceFault,
  type GateDecision,
  type GateHistory,
  gateAt,
  gateOpens,
  gateStates,
  type ScreenResult,
  stopSpans,
  worseOf,
} from "@/lib/domain/safety/gate";

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 12));
const screen = (day: number, outcome: ScreenResult["outcome"] = "clear"): ScreenResult => ({
  id: `s${day}`,
  answeredAt: at(day),
  outcome,
});
const decision = (day: number, kind: GateDecision["kind"], over: Partial<GateDecision> = {}): GateDecision => ({
  id: `d${day}`,
  kind,
  decidedAt: at(day),
  clinicianId: "alma",
  reason: "Spoke on the phone, calm and clear.",
  talkedAlone: true,
  ...over,
});
const state = (day: number, screens: ScreenResult[], ...decisions: GateDecision[]) =>
  gateAt({ screens, decisions }, at(day)).state;

describe("the gate of one person", () => {
  it("is not screened until a clinician has decided on a screen", () => {
    expect(gateAt({ screens: [], decisions: [] }, at(0))).toMatchObject({ state: "not-screened", awaits: "screen" });
    expect(gateAt({ screens: [screen(0)], decisions: [] }, at(1))).toMatchObject({
      state: "not-screened",
      awaits: "clinician",
    });
    expect(state(2, [screen(0)], decision(1, "clear"))).toBe("clear");
    expect(state(2, [], decision(1, "clear"))).toBe("not-screened");
  });
  it("asks again after twelve weeks", () => {
    expect(state(84, [screen(0)], decision(1, "clear"))).toBe("clear");
    expect(gateAt({ screens: [screen(0)], decisions: [decision(1, "clear")] }, at(85))).toMatchObject({
      state: "not-screened",
      awaits: "screen",
      since: at(85),
    });
  });
  it("stops on a stop screen or by judgement, also when it was clear", () => {
    expect(state(3, [screen(0), screen(2, "stop")], decision(1, "clear"))).toBe("stop");
    expect(state(3, [screen(0), screen(2, "concern")], decision(1, "clear"))).toBe("concern");
    expect(state(3, [screen(0)], decision(1, "clear"), decision(2, "stop"))).toBe("stop");
    expect(state(3, [screen(0), screen(2, "unfinished")], decision(1, "clear"))).toBe("clear");
  });
  it("counts an unfinished screen as none", () => {
    const history = { screens: [screen(0, "unfinished")], decisions: [] };
    expect(gateAt(history, at(1))).toMatchObject({ state: "not-screened", awaits: "screen" });
    expect(clearanceFault(history, decision(1, "clear"))).toMatch(/safety screen/);
    expect(state(2, [screen(0, "unfinished")], decision(1, "clear"))).toBe("not-screened");
  });
  it("is released only by a named clinician, with a reason, after talking alone", () => {
    const stopped: GateHistory = { screens: [screen(0, "stop")], decisions: [] };
    const tries: [Partial<GateDecision>, RegExp][] = [
      [{ talkedAlone: false }, /alone/],
      [{ reason: "  ok   " }, /reason/],
      [{ clinicianId: "" }, /named clinician/],
    ];
    for (const [over, sentence] of tries) {
      const attempt = decision(1, "clear", over);
      expect(clearanceFault(stopped, attempt)).toMatch(sentence);
      expect(state(2, [...stopped.screens], attempt)).toBe("stop");
    }
    expect(clearanceFault(stopped, decision(1, "clear"))).toBeNull();
    expect(state(2, [...stopped.screens], decision(1, "clear"))).toBe("clear");
  });
  it("does not get milder by a later screen or by a concern", () => {
    expect(state(5, [screen(0, "stop"), screen(3)])).toBe("stop");
    expect(state(5, [screen(0, "stop"), screen(3, "concern")], decision(4, "concern"))).toBe("stop");
  });
  it("gives the days of a stop to the schedule", () => {
    const history = {
      screens: [screen(0), screen(10, "stop")],
      decisions: [decision(1, "clear"), decision(14, "clear"), decision(20, "stop")],
    };
    expect(stopSpans(history, "UTC", at(30))).toEqual([
      { from: "2026-01-11", until: "2026-01-15" },
      { from: "2026-01-21", until: null },
    ]);
    expect(stopSpans(history, "UTC", at(12))).toEqual([{ from: "2026-01-11", until: null }]);
  });
  it("never opens without a clinician, whatever is answered", () => {
    const outcome = fc.constantFrom<ScreenResult["outcome"]>("clear", "unfinished", "concern", "stop");
    const screens = fc.array(fc.record({ day: fc.nat(200), outcome }), { maxLength: 8 });
    fc.assert(
      fc.property(screens, fc.nat(400), (list, day) => {
        const history = { screens: list.map((s) => screen(s.day, s.outcome)), decisions: [] };
        expect(gateAt(history, at(day)).state).not.toBe("clear");
      }),
    );
  });
});

describe("what a state leaves open", () => {
  it("closes couple and gap charts unless clear", () => {
    for (const s of gateStates)
      expect(gateOpens(s)).toEqual({ coupleCharts: s === "clear", gapCharts: s === "clear", nextWeek: s !== "stop" });
  });
  it("takes the worse of two for a couple", () => {
    const any = fc.constantFrom(...gateStates);
    fc.assert(fc.property(any, any, (a, b) => worseOf(a, b) === worseOf(b, a) && [a, b].includes(worseOf(a, b))));
    expect(worseOf("clear", "not-screened")).toBe("not-screened");
    expect(worseOf("stop", "concern")).toBe("stop");
  });
});
