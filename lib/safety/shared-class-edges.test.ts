import { describe, expect, it } from "vitest";
import type { GateDecision, GateHistory } from "@/lib/safety/gate";
import { alone, at, choice, cleared, couple, history, isOpen, type Line } from "@/lib/safety/joint-steps.testing";
import { calendarAt, linkAt, needsStopChoice, nextBoundary, sharedClassAt } from "@/lib/safety/shared-class";

const stopped = (day: number): Line[] => [...cleared, [day, "stop"]];
const clearedAt = (decidedAt: Date): GateHistory => ({
  ...history([
    [-8, "asked"],
    [-8, "screen"],
  ]),
  decisions: [
    { id: "d", kind: "clear", decidedAt, clinicianId: "alma", reason: "All calm, said so.", talkedAlone: true },
  ] satisfies GateDecision[],
});

describe("the very start of a week", () => {
  it("opens what was cleared in that instant, and nothing that was cleared a moment later", () => {
    const open = (decidedAt: Date) => sharedClassAt({ ...alone([]), history: clearedAt(decidedAt) }, at(3)).open;
    expect(open(at(0, 0))).toBe(true);
    expect(open(new Date(at(0, 0).getTime() + 1))).toBe(false);
  });
  it("closes when a clearance ends in that instant", () => {
    const open = (decidedAt: Date) => sharedClassAt({ ...alone([]), history: clearedAt(decidedAt) }, at(84)).open;
    // By then the clocks have gone forward: the week begins an hour earlier.
    expect(open(at(0, -1))).toBe(false);
    expect(open(new Date(at(0, -1).getTime() + 1))).toBe(true);
  });
  it("lets a link count that was made in it, and none that is ended and shown by then", () => {
    const input = couple(cleared, [], {}, { linkedAt: at(0, 0) });
    expect([linkAt(input, at(1)) !== null, isOpen(input, 1)]).toEqual([true, false]);
    const later = couple(cleared, [], {}, { linkedAt: at(0, 1) });
    expect([linkAt(later, at(1)), isOpen(later, 1)]).toEqual([null, true]);
    const shown = couple(cleared, [], {}, { endedAt: at(-3), endShownAt: at(7, 0) });
    expect([linkAt(shown, at(6)) !== null, linkAt(shown, at(7, 0))]).toEqual([true, null]);
    expect(linkAt(alone(cleared), at(1))).toBeNull();
  });
  it("is the next boundary, linked or not", () => {
    for (const input of [couple(cleared, cleared), alone(cleared)]) {
      expect(calendarAt(input, at(1)).startDate).toBe("2026-01-05");
      expect(nextBoundary(input, at(1))).toEqual(at(7, 0));
    }
  });
});

describe("the very instant", () => {
  it("in which a link ends closes, and not the one before", () => {
    const input = couple(cleared, cleared, {}, { endedAt: at(2, 9) });
    expect([sharedClassAt(input, at(2, 8)).open, sharedClassAt(input, at(2, 9)).open]).toEqual([true, false]);
  });
  it("in which own days begin closes, also at the start of a week, and not the one before", () => {
    for (const hour of [0, 9]) {
      const input = couple(cleared, cleared, { ownDays: [at(7, hour)] });
      expect(sharedClassAt(input, new Date(at(7, hour).getTime() - 1)).open).toBe(true);
      expect(sharedClassAt(input, at(7, hour)).open).toBe(false);
      expect(sharedClassAt(input, at(13)).open).toBe(false);
      expect(sharedClassAt(input, at(14, 0)).open).toBe(true);
    }
  });
  it("in which a clinician chooses own steps now closes, and not the one before", () => {
    const input = couple(cleared, cleared, { choices: [choice(2, "now")] });
    expect([sharedClassAt(input, at(2, 15)).open, sharedClassAt(input, at(2, 16)).open]).toEqual([true, false]);
  });
});

describe("two accounts of violence", () => {
  const isOpenFor = (mine: Line[], theirs: Line[]) =>
    isOpen(couple([...mine, ...cleared.slice(2)], [...theirs, ...cleared.slice(2)]), 1);
  it("are those that each gave last, in whatever order they are kept", () => {
    const [said, unsaid]: [Line, Line] = [
      [-10, "reports"],
      [-9, "screen"],
    ];
    const denies: Line[] = [[-9, "screen"]];
    expect(isOpenFor([said, unsaid], denies)).toBe(true);
    expect(isOpenFor([unsaid, said], denies)).toBe(true);
    expect(
      isOpenFor(
        [
          [-10, "screen"],
          [-9, "reports"],
        ],
        denies,
      ),
    ).toBe(false);
    expect(
      isOpenFor(
        [
          [-9, "reports"],
          [-10, "screen"],
        ],
        denies,
      ),
    ).toBe(false);
  });
  it("are not made of what was left open, taken out, or said after the week began", () => {
    const base = couple([[-9, "reports"], ...cleared.slice(2)], [[-9, "screen"], ...cleared.slice(2)]);
    const partner = base.link?.partner;
    if (!base.link || !partner) throw new Error("They are linked.");
    expect(isOpen(base, 1)).toBe(false);
    const screens = base.history.screens.map((one) => ({ ...one, isVoided: true }));
    const more = { id: "m", answeredAt: at(-8, 10), outcome: "clear" as const };
    expect(isOpen({ ...base, history: { ...base.history, screens: [...screens, more] } }, 1)).toBe(true);
    const left = {
      ...base.history,
      screens: [...base.history.screens, { ...more, answeredAt: at(-8, 12), reportsHarm: null }],
    };
    expect(isOpen({ ...base, history: left }, 1)).toBe(false);
    const late = { id: "l", answeredAt: at(0, 1), outcome: "clear" as const, reportsHarm: false, ownHarm: false };
    expect(isOpen({ ...base, history: { ...base.history, screens: [...base.history.screens, late] } }, 1)).toBe(false);
    const atTheStart = { ...late, answeredAt: at(0, 0) };
    expect(isOpen({ ...base, history: { ...base.history, screens: [...base.history.screens, atTheStart] } }, 1)).toBe(
      true,
    );
  });
});

describe("joint tasks unchanged until a day", () => {
  const kept = (choices = [choice(2, "unchanged", "2026-01-20")], more = {}) =>
    couple(stopped(2), cleared, { choices, ...more });
  const tasks = (input: ReturnType<typeof kept>, day: number, hour = 12) =>
    sharedClassAt(input, at(day, hour)).jointTasks;
  it("stay through the day, from a week after the choice, for as long as nothing else was chosen", () => {
    expect([tasks(kept(), 7, 0), tasks(kept(), 15, 23), tasks(kept(), 16, 0)]).toEqual([true, true, false]);
    const again = [choice(2, "unchanged", "2026-01-20"), choice(3, "next-week")];
    expect([tasks(kept(again), 8), tasks(kept(again.toReversed()), 8)]).toEqual([false, false]);
    const first = [choice(3, "unchanged", "2026-01-20"), choice(2, "next-week")];
    expect([tasks(kept(first), 8), tasks(kept(first.toReversed()), 8)]).toEqual([true, true]);
    const toCome = [choice(2, "unchanged", "2026-01-20"), choice(9, "next-week")];
    expect([tasks(kept(toCome), 9, 15), tasks(kept(toCome), 9, 16)]).toEqual([true, false]);
  });
  it("are none without a day, and none that were closed when it was chosen", () => {
    expect(tasks(kept([choice(2, "unchanged")]), 8)).toBe(false);
    expect(tasks(kept([choice(8, "unchanged", "2026-01-20")]), 9)).toBe(false);
    expect(tasks(kept([choice(8, "unchanged", "2026-01-20")]), 14, 0)).toBe(false);
    const closed = couple([[3, "stop"]], cleared, { choices: [choice(3, "unchanged", "2026-01-20")] });
    expect(sharedClassAt(closed, at(8)).jointTasks).toBe(false);
  });
  it("end when a check was asked since, also in a week that is over", () => {
    expect(tasks(kept(undefined, { ownDays: [at(3, 9)] }), 8)).toBe(false);
    expect(tasks(kept(undefined, { ownDays: [at(1, 9)] }), 8)).toBe(false);
    expect(tasks(kept(undefined, { ownDays: [at(-8, 9)] }), 8)).toBe(true);
    expect(tasks(kept(undefined, { ownDays: [at(9, 9)] }), 8)).toBe(true);
    expect(tasks(kept(undefined, { ownDays: [at(2, 16)] }), 8)).toBe(false);
  });
});

describe("the choice after a stop", () => {
  it("waits only where joint steps are open in the week of the stop, and nothing was chosen since", () => {
    expect(needsStopChoice(couple(stopped(2), cleared), at(2, 10))).toBe(true);
    expect(needsStopChoice(couple(stopped(2), cleared), at(7, 0))).toBe(false);
    expect(needsStopChoice(couple(stopped(2), []), at(3))).toBe(false);
    expect(needsStopChoice(couple([...cleared, [-1, "stop"]], cleared), at(1))).toBe(false);
    expect(needsStopChoice(couple(stopped(2), cleared, { choices: [choice(1, "next-week")] }), at(3))).toBe(true);
    expect(needsStopChoice(couple(stopped(2), cleared, { choices: [choice(2, "next-week")] }), at(3))).toBe(false);
    expect(needsStopChoice(couple(stopped(2), cleared, { ownDays: [at(3, 9)] }), at(4))).toBe(false);
    const asked: Line[] = [...cleared, [3, "asked"]];
    expect(needsStopChoice(couple(asked, cleared), at(4))).toBe(false);
    expect(needsStopChoice(alone([]), at(4))).toBe(false);
  });
});
