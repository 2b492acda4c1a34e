import { describe, expect, it } from "vitest";
import { clearForm } from "@/lib/safety/forms";
import {
  type GateDecision,
  type GateHistory,
  type GateWait,
  gatesOfCouple,
  historyMark,
  instantOfRows,
  placeInHistory,
  type ScreenResult,
} from "@/lib/safety/gate";

const day = 86_400_000;
const at = (days: number, more = 0) => new Date(Date.UTC(2026, 0, 1, 12) + days * day + more);
const screen = (days: number): ScreenResult => ({ id: `s${days}`, answeredAt: at(days), outcome: "clear" });
const clear = (days: number): GateDecision => ({
  ...{ id: `d${days}`, kind: "clear", decidedAt: at(days), clinicianId: "alma" },
  ...{ reason: "Spoke on the phone.", talkedAlone: true },
});
const asked = (days: number): GateWait => ({ id: `w${days}`, at: at(days), for: "screen" });
const history = (over: Partial<GateHistory> = {}): GateHistory => ({ screens: [], decisions: [], waits: [], ...over });

describe("what a clinician had in front of them", () => {
  it("is another mark with every screen, every decision and every asking, and one that the form takes", () => {
    const all = [
      history(),
      history({ screens: [screen(0)] }),
      history({ decisions: [clear(0)] }),
      history({ waits: [asked(0)] }),
      history({ screens: [screen(0), screen(1)] }),
      history({ screens: [screen(0)], decisions: [clear(0)], waits: [asked(0)] }),
    ].map(historyMark);
    expect(new Set(all).size).toBe(all.length);
    const form = { clientId: crypto.randomUUID(), reason: "Spoke on the phone." };
    for (const seen of all) expect(clearForm.safeParse({ ...form, seen }).success, seen).toBe(true);
  });
});

describe("the instant to ask the gate about", () => {
  it("is now, or that of the newest row where the clock of whoever wrote it was ahead", () => {
    expect(instantOfRows(history(), at(5))).toEqual(at(5));
    expect(instantOfRows(history({ screens: [screen(1)], decisions: [clear(2)], waits: [asked(3)] }), at(5))).toEqual(
      at(5),
    );
    expect(instantOfRows(history({ screens: [screen(6), screen(1)] }), at(5))).toEqual(at(6));
    expect(instantOfRows(history({ decisions: [clear(7), clear(1)] }), at(5))).toEqual(at(7));
    expect(instantOfRows(history({ waits: [asked(8), asked(1)] }), at(5))).toEqual(at(8));
  });
});

describe("the instant of what is written now", () => {
  const kinds = ["screen", "decision", "wait"] as const;
  it.each(kinds)("of a %s is now, where nothing was kept later", (kind) => {
    const before = history({ screens: [screen(1)], decisions: [clear(2)], waits: [asked(3)] });
    expect(placeInHistory(before, kind, at(5))).toEqual(at(5));
    expect(placeInHistory(history(), kind, at(5))).toEqual(at(5));
  });
  it.each(kinds)("of a %s is after every decision, in no instant of one", (kind) => {
    expect(placeInHistory(history({ decisions: [clear(5)] }), kind, at(5))).toEqual(at(5, 1));
    expect(placeInHistory(history({ decisions: [clear(9), clear(1)] }), kind, at(5))).toEqual(at(9, 1));
  });
  it("of a screen may be that of the asking, and is not moved by other screens", () => {
    expect(placeInHistory(history({ waits: [asked(7)] }), "screen", at(5))).toEqual(at(7));
    expect(placeInHistory(history({ screens: [screen(7)] }), "screen", at(5))).toEqual(at(5));
  });
  it("of a decision may be that of the screen and of the asking that it is about", () => {
    expect(placeInHistory(history({ screens: [screen(7)] }), "decision", at(5))).toEqual(at(7));
    expect(placeInHistory(history({ waits: [asked(8)] }), "decision", at(5))).toEqual(at(8));
  });
  it("of an asking is moved by decisions alone", () => {
    expect(placeInHistory(history({ waits: [asked(7)], screens: [screen(8)] }), "wait", at(5))).toEqual(at(5));
  });
});

describe("the clearances of a couple", () => {
  const cleared = (days: number) => history({ screens: [screen(days)], decisions: [clear(days)] });
  const ends = (a: GateHistory, b: GateHistory) => gatesOfCouple(a, b, at(20)).map(({ expiresAt }) => expiresAt);

  it("end on the day of the earlier one, whoever it is of", () => {
    expect(ends(cleared(1), cleared(9))).toEqual([at(1 + 84), at(1 + 84)]);
    expect(ends(cleared(9), cleared(1))).toEqual([at(1 + 84), at(1 + 84)]);
    expect(gatesOfCouple(cleared(1), cleared(9), at(20))).toMatchObject([
      { state: "clear", since: at(1), awaits: null },
      { state: "clear", since: at(9), awaits: null },
    ]);
  });
  it("are the person’s own while only one is clear", () => {
    expect(ends(cleared(9), history())).toEqual([at(9 + 84), null]);
    expect(ends(history(), cleared(9))).toEqual([null, at(9 + 84)]);
    expect(ends(history(), history())).toEqual([null, null]);
  });
});
