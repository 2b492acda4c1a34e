import { describe, expect, it } from "vitest";
import {
  clearanceFault,
  type GateDecision,
  type GateHistory,
  type GateWait,
  gateAt,
  type ScreenResult,
} from "@/lib/safety/gate";

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 12));
const screen = (day: number, outcome: ScreenResult["outcome"] = "clear", isVoided = false): ScreenResult => ({
  ...{ id: `s${day}`, answeredAt: at(day), outcome, isVoided },
});
const decide = (day: number, kind: GateDecision["kind"], over: Partial<GateDecision> = {}): GateDecision => ({
  ...{ id: `d${day}`, kind, decidedAt: at(day), clinicianId: "alma", reason: "Spoke on the phone.", talkedAlone: true },
  ...over,
});
const notAlone = (day: number, over: Partial<GateDecision> = {}) =>
  decide(day, "clear", { talkedAlone: false, ...over });
const wait = (day: number, what: GateWait["for"]): GateWait => ({ id: `${what}${day}`, at: at(day), for: what });
const history = (over: Partial<GateHistory>): GateHistory => ({ screens: [], decisions: [], waits: [], ...over });
const gate = (day: number, over: Partial<GateHistory>) => gateAt(history(over), at(day));
const fault = (attempt: GateDecision, over: Partial<GateHistory>) => clearanceFault(history(over), attempt);

describe("a written reason", () => {
  it.each([
    ["1234567890", true],
    ["   1234567890 ", true],
    ["123456789", false],
    ["  123456789  ", false],
  ])("%j: long enough %s, for the form and for what is kept", (reason, isEnough) => {
    const screens = [screen(0)];
    expect(fault(notAlone(1, { reason }), { screens })).toBe(isEnough ? null : "Write down the reason in a sentence.");
    expect(gate(2, { screens, decisions: [notAlone(1, { reason })] }).state).toBe(isEnough ? "clear" : "not-screened");
  });
});

describe("answers and the asking", () => {
  it("count in the instant of the decision, and not when they come later", () => {
    expect(fault(notAlone(1), { screens: [screen(1)] })).toBeNull();
    expect(fault(notAlone(1), { screens: [screen(2)] })).toMatch(/has to be asked first/);
  });
  it("count in the instant of the asking, and are old before it, also when the decision is made then", () => {
    expect(fault(notAlone(6), { screens: [screen(5)], waits: [wait(5, "screen")] })).toBeNull();
    expect(fault(notAlone(6), { screens: [screen(0)], waits: [wait(6, "screen")] })).toMatch(
      /since they were last asked/,
    );
  });
  it("are not made old by an asking still to come, nor by a wait for a clinician, which asks nothing", () => {
    expect(fault(notAlone(6), { screens: [screen(0)], waits: [wait(8, "screen")] })).toBeNull();
    expect(fault(notAlone(6), { screens: [screen(0)], waits: [wait(5, "clinician")] })).toBeNull();
    expect(fault(decide(6, "clear"), { waits: [wait(5, "clinician")] })).toMatch(/has to be asked first/);
    expect(fault(decide(90, "clear"), { waits: [wait(0, "screen")] })).toMatch(/has to be asked first/);
  });
});

describe("a talk alone, where the answers do not suffice", () => {
  const open = { screens: [screen(0, "unfinished")], waits: [wait(0, "screen")] };
  it("opens the gate after an asking, answered or not", () => {
    expect(gate(2, { ...open, decisions: [decide(1, "clear")] }).state).toBe("clear");
    expect(gate(7, { screens: [screen(0)], waits: [wait(5, "screen")], decisions: [decide(6, "clear")] }).state).toBe(
      "clear",
    );
    expect(gate(2, { ...open, decisions: [notAlone(1)] })).toMatchObject({ state: "not-screened", awaits: "screen" });
  });
  it("opens nothing that rests on calm answers of the wrong person, taken out since", () => {
    const voided = screen(0, "clear", true);
    const decisions = [decide(1, "clear")];
    expect(gate(2, { screens: [voided], decisions }).state).toBe("not-screened");
    expect(gate(2, { screens: [voided, screen(0, "unfinished")], decisions }).state).toBe("not-screened");
    expect(gate(2, { screens: [screen(0, "stop", true)], decisions }).state).toBe("clear");
    expect(gate(92, { screens: [voided], waits: [wait(90, "screen")], decisions: [decide(91, "clear")] }).state).toBe(
      "clear",
    );
  });
});

describe("since when, and what it waits for", () => {
  const cleared = { screens: [screen(0)], decisions: [decide(1, "clear")] };
  it("stays from the first of several that say the same", () => {
    const again = { screens: [screen(0)], decisions: [decide(1, "clear"), decide(5, "clear")] };
    expect(gate(6, again)).toMatchObject({ state: "clear", since: at(1), expiresAt: at(5 + 84) });
    expect(gate(13, { ...cleared, waits: [wait(10, "screen"), wait(12, "screen")] }).since).toEqual(at(10));
    expect(gate(13, { ...cleared, waits: [wait(10, "clinician"), wait(12, "screen")] })).toMatchObject({
      ...{ since: at(10), awaits: "screen" },
    });
    expect(gate(5, { decisions: [decide(2, "concern"), decide(4, "concern")] }).since).toEqual(at(2));
    expect(gate(5, { screens: [screen(2, "stop")], decisions: [decide(4, "stop")] }).since).toEqual(at(2));
  });
  it("is from the first day on which it became another", () => {
    expect(gate(5, { screens: [screen(2, "concern"), screen(4, "stop")] })).toMatchObject({
      state: "stop",
      since: at(4),
    });
  });
  it("is a clinician at every concern and stop, by answers and by judgement", () => {
    for (const kind of ["concern", "stop"] as const) {
      expect(gate(3, { screens: [screen(2, kind)] })).toMatchObject({ state: kind, awaits: "clinician" });
      expect(gate(3, { ...cleared, decisions: [decide(1, "clear"), decide(2, kind)] })).toMatchObject({
        ...{ state: kind, awaits: "clinician", expiresAt: null },
      });
    }
  });
  it("stays a stop after a judgement of concern", () => {
    expect(gate(5, { decisions: [decide(2, "stop"), decide(4, "concern")] })).toMatchObject({
      state: "stop",
      since: at(2),
    });
  });
  it("is nothing more after calm answers that nobody asked for: a clearance stands", () => {
    expect(gate(4, { ...cleared, screens: [screen(0), screen(3)] })).toMatchObject({ state: "clear", awaits: null });
  });
  it("is still the questions when calm answers were taken out of the record", () => {
    expect(gate(2, { screens: [screen(1, "clear", true)] }).awaits).toBe("screen");
    expect(gate(2, { screens: [screen(1)] }).awaits).toBe("clinician");
  });
});
