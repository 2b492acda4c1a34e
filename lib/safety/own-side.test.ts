import { describe, expect, it } from "vitest";
import type { ChosenOwnSteps } from "./chosen-own-steps";
import type { GateHistory } from "./gate";
import { asReadBy, ownHistory, ownSide, saysGainAt } from "./own-side";
import { type SharedClassInput, sharedClassAt } from "./shared-class";

const calendar = { startDate: "2026-10-05", zone: "Europe/London" };
const at = (day: string) => new Date(`2026-${day}T10:00:00Z`);
const clear: GateHistory = {
  screens: [{ id: "s", answeredAt: at("10-05"), outcome: "clear" }],
  decisions: [
    { id: "d", kind: "clear", decidedAt: at("10-06"), clinicianId: "c", reason: "We talked alone.", talkedAlone: true },
  ],
  waits: [],
};
const stopped: GateHistory = {
  ...clear,
  screens: [...clear.screens, { id: "x", answeredAt: at("10-14"), outcome: "stop" }],
};
const couple = (partner: GateHistory, more: Partial<SharedClassInput> = {}): SharedClassInput => ({
  ...{ history: clear, calendar, ownDays: [], chosen: [], choices: [] },
  link: { linkedAt: at("10-07"), endedAt: null, endShownAt: null, calendar, partner: { history: partner, chosen: [] } },
  ...more,
});

describe("joint steps for who may not read the partner", () => {
  const now = at("10-21");

  it("are the person's own side, whatever the partner's gate, own days and what was chosen for the partner", () => {
    const waits = [{ id: "w", at: at("10-13"), for: "clinician" as const, isPartners: true }];
    const histories: SharedClassInput[] = [
      couple(clear),
      couple(stopped),
      couple(clear, { ownDays: [at("10-20")] }),
      couple(stopped, { history: { ...clear, waits } }),
      couple(stopped, { choices: [{ at: at("10-20"), choice: "now", unchangedUntil: null, isPartners: true }] }),
    ];
    for (const input of histories) expect(sharedClassAt(asReadBy(false, input), now).open).toBe(true);
    expect(histories.map((input) => sharedClassAt(asReadBy(true, input), now).open)).toEqual([
      ...[true, false, false, false, false],
    ]);
  });

  it("close by the person's own gate and what was chosen about it", () => {
    expect(sharedClassAt(asReadBy(false, couple(clear, { history: stopped })), now).open).toBe(false);
    const choices = [{ at: at("10-20"), choice: "now" as const, unchangedUntil: null }];
    expect(sharedClassAt(asReadBy(false, couple(clear, { choices })), now).open).toBe(false);
  });

  it("wait for what the person was asked, and for a look again of their own, whatever else waits for the partner", () => {
    const wait = { id: "w", at: at("10-13"), for: "clinician" as const };
    const theirs = { ...wait, id: "p", isPartners: true };
    expect(ownHistory({ ...clear, waits: [theirs, wait] })).toEqual({ ...clear, waits: [wait] });
    const asked = couple(clear, { history: { ...clear, waits: [wait, theirs] } });
    expect(sharedClassAt(asReadBy(false, asked), now).open).toBe(false);
  });

  it("are closed by own steps chosen for the person, and not by those chosen for both: they would tell of the other", () => {
    const steps = (isForBoth: boolean): ChosenOwnSteps => ({
      ...{ from: "2026-10-20", until: null, decidedOn: "2026-10-20", isForBoth },
      stood: [{ from: at("10-20"), until: null }],
    });
    const isOpen = (...chosen: ChosenOwnSteps[]) => sharedClassAt(asReadBy(false, couple(clear, { chosen })), now).open;
    expect([isOpen(steps(true)), isOpen(steps(false)), isOpen(steps(true), steps(false))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(ownSide(couple(clear, { chosen: [steps(true), steps(false)] })).chosen).toEqual([steps(false)]);
  });

  it("hold neither the link nor own days of two", () => {
    const side = ownSide(couple(stopped, { ownDays: [at("10-20")] }));
    expect(side).toEqual({ history: clear, calendar, link: null, ownDays: [], chosen: [], choices: [] });
  });

  it("come with no word of gain from a stop on, though joint steps stay open until the week ends", () => {
    const inMidWeek: GateHistory = {
      ...clear,
      screens: [...clear.screens, { id: "x", answeredAt: at("10-20"), outcome: "stop" }],
    };
    const input = { ...couple(clear), link: null, history: inMidWeek };
    expect([sharedClassAt(input, now).open, saysGainAt(input, true, now)]).toEqual([true, false]);
    expect(saysGainAt({ ...couple(clear), history: inMidWeek }, true, now)).toBe(false);
  });

  it("come with no word of gain while a link while a link counts, open or not", () => {
    expect([couple(clear), couple(stopped)].map((input) => saysGainAt(input, false, now))).toEqual([false, false]);
    expect([couple(clear), couple(stopped)].map((input) => saysGainAt(input, true, now))).toEqual([true, false]);
    expect(saysGainAt({ ...couple(clear), link: null }, false, now)).toBe(true);
    expect(saysGainAt({ ...couple(clear), link: null, history: stopped }, true, now)).toBe(false);
  });
});
