import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clearanceFault,
  type GateDecision,
  type GateHistory,
  type GateWait,
  gateAt,
  gatesOfCouple,
  type ScreenResult,
} from "@/lib/safety/gate";

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
const asked = (day: number): GateWait => ({ id: `w${day}`, at: at(day), for: "screen" });
const looked = (day: number): GateWait => ({ id: `w${day}`, at: at(day), for: "clinician" });
const history = (over: Partial<GateHistory> = {}): GateHistory => ({ screens: [], decisions: [], waits: [], ...over });
const state = (day: number, over: Partial<GateHistory>) => gateAt(history(over), at(day)).state;

describe("the gate of one person", () => {
  it("is not screened until a clinician has decided on a screen", () => {
    expect(gateAt(history(), at(0))).toMatchObject({ state: "not-screened", awaits: "screen" });
    expect(gateAt(history({ screens: [screen(0)] }), at(1))).toMatchObject({
      state: "not-screened",
      awaits: "clinician",
    });
    expect(state(2, { screens: [screen(0)], decisions: [decision(1, "clear")] })).toBe("clear");
    expect(state(2, { decisions: [decision(1, "clear")] })).toBe("not-screened");
  });
  it("asks again after twelve weeks, and then has no screen to clear on", () => {
    const cleared = { screens: [screen(0)], decisions: [decision(1, "clear")] };
    expect(state(84, cleared)).toBe("clear");
    expect(gateAt(history(cleared), at(85))).toMatchObject({ state: "not-screened", awaits: "screen", since: at(85) });
    const late = decision(90, "clear", { talkedAlone: false });
    expect(clearanceFault(history({ screens: [screen(0)] }), late)).toMatch(/last 12 weeks/);
    expect(clearanceFault(history({ screens: [screen(6)] }), late)).toMatch(/last 12 weeks/);
    expect(clearanceFault(history({ screens: [screen(7)] }), late)).toBeNull();
    expect(state(91, { screens: [screen(0)], decisions: [late] })).toBe("not-screened");
    expect(state(91, { screens: [screen(7)], decisions: [late] })).toBe("clear");
  });
  it("waits from the moment it is asked, whatever is answered, until a clinician decides", () => {
    const before = { screens: [screen(0)], decisions: [decision(1, "clear")] };
    expect(gateAt(history({ ...before, waits: [asked(10)] }), at(10))).toMatchObject({
      state: "not-screened",
      awaits: "screen",
    });
    const answered = { ...before, screens: [screen(0), screen(11)], waits: [asked(10)] };
    expect(gateAt(history(answered), at(12))).toMatchObject({ state: "not-screened", awaits: "clinician" });
    const decided = { ...answered, decisions: [decision(1, "clear"), decision(12, "clear", { talkedAlone: false })] };
    expect(state(12, decided)).toBe("clear");
  });
  it("needs a talk alone where the questions stayed open, and never takes declining for a no", () => {
    const open = history({ screens: [screen(0, "unfinished")], waits: [asked(0)] });
    expect(gateAt(open, at(1))).toMatchObject({ state: "not-screened", awaits: "clinician" });
    expect(clearanceFault(open, decision(1, "clear", { talkedAlone: false }))).toMatch(/not answered in full/);
    expect(clearanceFault(open, decision(1, "clear"))).toBeNull();
    expect(clearanceFault(history({ waits: [asked(0)] }), decision(1, "clear"))).toBeNull();
    expect(clearanceFault(history(), decision(1, "clear"))).toMatch(/has to be asked/);
    const wasClear = { screens: [screen(0), screen(5, "unfinished")], decisions: [decision(1, "clear")] };
    expect(gateAt(history(wasClear), at(6))).toMatchObject({ state: "not-screened", awaits: "clinician" });
  });
  it("does not count answers that were given before the questions were last asked", () => {
    const stale = history({ screens: [screen(0)], waits: [asked(5)] });
    expect(clearanceFault(stale, decision(6, "clear", { talkedAlone: false }))).toMatch(/since they were last asked/);
  });
  it("refuses a clearance while words wait to be read, and the first of a couple without a talk alone", () => {
    const ready = history({ screens: [screen(0)] });
    expect(clearanceFault(ready, { ...decision(1, "clear"), hasUnreadWords: true })).toMatch(/nobody has read/);
    const notAlone = decision(1, "clear", { talkedAlone: false });
    expect(clearanceFault(ready, { ...notAlone, isFirstOfCouple: true })).toMatch(/talk alone/);
    expect(clearanceFault(ready, notAlone)).toBeNull();
  });
  it("waits for the clinician after the end of a link, also when it was clear", () => {
    const ended = { screens: [screen(0)], decisions: [decision(1, "clear")], waits: [looked(5)] };
    expect(gateAt(history(ended), at(6))).toMatchObject({ state: "not-screened", awaits: "clinician" });
    expect(gateAt(history({ waits: [asked(0), looked(5)] }), at(6)).awaits).toBe("screen");
  });
  it("stops on a stop screen or by judgement, also when it was clear", () => {
    const clear = decision(1, "clear");
    expect(state(3, { screens: [screen(0), screen(2, "stop")], decisions: [clear] })).toBe("stop");
    expect(state(3, { screens: [screen(0), screen(2, "concern")], decisions: [clear] })).toBe("concern");
    expect(state(3, { screens: [screen(0)], decisions: [clear, decision(2, "stop")] })).toBe("stop");
  });
  it("is released only by a named clinician, with a reason, after talking alone", () => {
    const stopped = history({ screens: [screen(0, "stop")] });
    const tries: [Partial<GateDecision>, RegExp][] = [
      [{ talkedAlone: false }, /alone/],
      [{ reason: "  ok   " }, /reason/],
      [{ clinicianId: "" }, /named clinician/],
    ];
    for (const [over, sentence] of tries) {
      const attempt = decision(1, "clear", over);
      expect(clearanceFault(stopped, attempt)).toMatch(sentence);
      expect(state(2, { screens: stopped.screens, decisions: [attempt] })).toBe("stop");
    }
    expect(clearanceFault(stopped, decision(1, "clear"))).toBeNull();
    expect(state(2, { screens: stopped.screens, decisions: [decision(1, "clear")] })).toBe("clear");
  });
  it("does not get milder by a later screen, a concern, asking again, or time", () => {
    expect(state(5, { screens: [screen(0, "stop"), screen(3)] })).toBe("stop");
    expect(state(5, { screens: [screen(0, "stop"), screen(3, "concern")], decisions: [decision(4, "concern")] })).toBe(
      "stop",
    );
    expect(state(5, { screens: [screen(0, "stop")], waits: [asked(2), looked(3)] })).toBe("stop");
    expect(state(5, { screens: [screen(0, "concern")], waits: [asked(2)] })).toBe("concern");
    expect(state(900, { screens: [screen(0, "stop")] })).toBe("stop");
  });
});

const outcomes = fc.constantFrom<ScreenResult["outcome"]>("clear", "unfinished", "concern", "stop");
const anyScreens = fc.array(fc.record({ day: fc.nat(200), outcome: outcomes }), { maxLength: 8 });
const anyDecisions = fc.array(
  fc.record({ day: fc.nat(200), kind: fc.constantFrom("clear" as const, "concern", "stop"), alone: fc.boolean() }),
  { maxLength: 6 },
);
const anyWaits = fc.array(fc.record({ day: fc.nat(200), isAsked: fc.boolean() }), { maxLength: 5 });
const anyHistory = fc.record({ screens: anyScreens, decisions: anyDecisions, waits: anyWaits }).map(
  (of): GateHistory => ({
    screens: of.screens.map((s, i) => ({ ...screen(s.day, s.outcome), id: `s${i}` })),
    decisions: of.decisions.map((d, i) => ({ ...decision(d.day, d.kind, { talkedAlone: d.alone }), id: `d${i}` })),
    waits: of.waits.map((w, i) => ({ ...(w.isAsked ? asked(w.day) : looked(w.day)), id: `w${i}` })),
  }),
);

describe("any history", () => {
  it("never opens without a clinician, whatever is answered", () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(400), (of, day) => {
        expect(gateAt({ ...of, decisions: [] }, at(day)).state).not.toBe("clear");
      }),
    );
  });
  it("is open after a stop only by a later release after a talk alone", () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(400), (of, day) => {
        const now = at(day);
        if (gateAt(of, now).state !== "clear") return;
        const stops = [
          ...of.screens.filter(({ outcome }) => outcome === "stop").map(({ answeredAt }) => answeredAt),
          ...of.decisions.filter(({ kind }) => kind === "stop").map(({ decidedAt }) => decidedAt),
        ].filter((stop) => stop <= now);
        for (const stop of stops)
          expect(
            of.decisions.some(
              (one) => one.kind === "clear" && one.talkedAlone && one.decidedAt >= stop && one.decidedAt <= now,
            ),
          ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it("is stopped right after a stop, and never open right after the questions were asked", () => {
    fc.assert(
      fc.property(anyHistory, (of) => {
        const stopped = { ...of, screens: [...of.screens, { ...screen(201, "stop"), id: "more" }] };
        expect(gateAt(stopped, at(201)).state).toBe("stop");
        const asking = { ...of, waits: [...of.waits, { ...asked(201), id: "more" }] };
        expect(gateAt(asking, at(201)).state).not.toBe("clear");
      }),
    );
  });
  it("has clearances of a couple that end on the same day, that of the earlier one", () => {
    // Cleared after everything else, so that both are clear, each since a day of their own.
    const clearedOn = (of: GateHistory, day: number): GateHistory => ({
      ...of,
      screens: [...of.screens, { ...screen(day), id: "last" }],
      decisions: [...of.decisions, { ...decision(day, "clear"), id: "last" }],
    });
    const laterDay = fc.integer({ min: 201, max: 240 });
    fc.assert(
      fc.property(anyHistory, anyHistory, laterDay, laterDay, (a, b, dayOfOne, dayOfOther) => {
        const [one, other] = gatesOfCouple(clearedOn(a, dayOfOne), clearedOn(b, dayOfOther), at(250));
        expect([one.state, other.state]).toEqual(["clear", "clear"]);
        const end = at(Math.min(dayOfOne, dayOfOther) + 84);
        expect([one.expiresAt, other.expiresAt]).toEqual([end, end]);
      }),
    );
  });
});
