import { describe, expect, it } from "vitest";
import { isShared } from "@/lib/exercises/offered-form";
import { chosenOwnSteps } from "@/lib/protocol/chosen-own-steps";
import type { Decision } from "@/lib/protocol/decision";
import {
  alone,
  at,
  choice,
  cleared,
  couple,
  history,
  isOpen,
  type Line,
  london,
} from "@/lib/safety/joint-steps.testing";
import { calendarOf } from "@/lib/safety/practice-week";
import { chosenAt, needsStopChoice, nextBoundary, sharedClassAt } from "@/lib/safety/shared-class";

describe("joint steps of one person", () => {
  it("open at the start of a practice week and never in it", () => {
    const late: Line[] = [
      [0, "screen"],
      [2, "clear"],
    ];
    expect(isOpen(alone(late), 3)).toBe(false);
    expect(isOpen(alone(late), 6, 23)).toBe(false);
    expect(isOpen(alone(late), 7, 0)).toBe(true);
  });
  it("outlive an answer until the week ends", () => {
    const stopped = [...cleared, [3, "stop"]] as Line[];
    expect([3, 4, 6].map((day) => isOpen(alone(stopped), day))).toEqual([true, true, true]);
    expect(isOpen(alone(stopped), 7, 0)).toBe(false);
  });
  it("close when asked, at the week's end, unless a clinician has decided by then", () => {
    const asked = [...cleared, [3, "asked"]] as Line[];
    expect(isOpen(alone(asked), 6)).toBe(true);
    expect(isOpen(alone(asked), 7)).toBe(false);
    expect(isOpen(alone([...asked, [4, "screen"], [5, "clear"]]), 7)).toBe(true);
  });
});

describe("joint steps of a couple", () => {
  it("need both, count from the week after the link, and follow the earlier path", () => {
    expect(isOpen(couple(cleared, cleared), 1)).toBe(true);
    expect(isOpen(couple(cleared, []), 1)).toBe(false);
    // Linked on Tuesday: until the next week begins each goes by their own gate.
    expect(isOpen(couple(cleared, [], {}, { linkedAt: at(1) }), 2)).toBe(true);
    expect(isOpen(couple(cleared, [], {}, { linkedAt: at(1) }), 7)).toBe(false);
    const calendar = calendarOf(["2026-01-08", london.startDate], "Europe/London");
    const own = { calendar: { startDate: "2026-01-08", zone: "Asia/Tokyo" } };
    const mixed = couple(cleared, [...cleared, [9, "stop"]], own, { calendar });
    expect(nextBoundary(mixed, at(9))).toEqual(at(14, 0));
    expect(isOpen(mixed, 10)).toBe(true);
    expect(isOpen(mixed, 14, 0)).toBe(false);
  });
  it("close for both when own days begin, and open again only with a week", () => {
    const asked: Line[] = [...cleared, [3, "asked"], [3, "screen"], [3, "clear"]];
    const during = { ownDays: [at(3, 9)] };
    expect(isOpen(couple(asked, asked, during), 3, 8)).toBe(true);
    for (const day of [3, 4, 5, 6]) expect(isOpen(couple(asked, asked, during), day, 16)).toBe(false);
    expect(isOpen(couple(asked, asked, during), 7, 0)).toBe(true);
    expect(isOpen(couple(asked, [...cleared, [3, "asked"]], during), 7, 0)).toBe(false);
  });
  it("stay closed while the two accounts of violence differ, whatever each gate says", () => {
    const reports: Line[] = [[-9, "reports"], ...cleared.slice(2)];
    const denies: Line[] = [[-9, "screen"], ...cleared.slice(2)];
    const owns: Line[] = [[-9, "owns"], ...cleared.slice(2)];
    expect(isOpen(couple(reports, denies), 1)).toBe(false);
    expect(isOpen(couple(owns, denies), 1)).toBe(false);
    expect(isOpen(couple(denies, denies), 1)).toBe(true);
  });
  it("read as in own steps from the end of a link on, and open for nobody in mid-week", () => {
    const ended = { endedAt: at(2), endShownAt: at(9, 0) };
    const input = couple(cleared, cleared, {}, ended);
    expect(isOpen(input, 1)).toBe(true);
    expect(isOpen(input, 3)).toBe(false);
    expect(isOpen(input, 10)).toBe(false);
  });
  it("open nothing by an end in the middle of a week, also where one’s own week began before it", () => {
    // Ended on the first day of a week, to be shown on that day; one's own weeks begin on Sundays.
    const own = { calendar: { startDate: "2026-01-04", zone: "Europe/London" } };
    for (const [day, hour] of [
      [7, 9],
      [6, 12],
    ] as const) {
      const waits: Line[] = [...cleared, [day, "asked"]];
      const link = { endedAt: at(day, hour), endShownAt: at(7, 0) };
      for (const over of [{}, own])
        for (const later of [7.5, 8, 12]) expect(isOpen(couple(waits, waits, over, link), later)).toBe(false);
    }
  });
});

describe("own steps that a therapist chose", () => {
  const date = (day: number) => at(day, 0).toISOString().slice(0, 10);
  const own = (made: number, from: number, until: number | null): Decision => ({
    id: "own",
    effectiveOn: date(made),
    madeAt: at(made, 14),
    change: { kind: "own-steps", from: date(from), until: until === null ? null : date(until) },
  });
  const undo = (madeAt: Date): Decision => {
    return { id: "undo", effectiveOn: "2026-01-01", madeAt, change: { kind: "undo", undoes: "own" } };
  };
  const chosen = (...decisions: Decision[]) => ({ chosen: chosenOwnSteps(decisions) });

  it("close joint steps of both, on whichever path they were chosen, until a week begins after them", () => {
    const inMidWeek = chosen(own(2, 2, 9));
    const mine = couple(cleared, cleared, inMidWeek);
    const theirs = couple(cleared, cleared, {}, { partner: { history: history(cleared), ...inMidWeek } });
    for (const input of [mine, theirs, alone(cleared, inMidWeek)]) {
      expect([isOpen(input, 2, 13), isOpen(input, 2, 15)]).toEqual([true, false]);
      for (const day of [3, 6, 7, 8, 9, 10, 13])
        expect([day, sharedClassAt(input, at(day))]).toEqual([day, { open: false, jointTasks: false }]);
      expect(isOpen(input, 14, 0)).toBe(true);
      expect(chosenAt(input, at(10))).toEqual({ endsWith: at(14, 0) });
      expect([chosenAt(input, at(14)), chosenAt(input, at(2, 13))]).toEqual([null, null]);
    }
    expect(isOpen(couple(cleared, cleared, chosen(own(2, 2, 7))), 7, 0)).toBe(true);
    expect(chosenAt(couple(cleared, cleared, chosen(own(2, 2, null))), at(30))).toEqual({ endsWith: null });
  });
  it("begin at midnight on the day that was chosen, and open nothing by themselves", () => {
    const later = couple(cleared, cleared, chosen(own(1, 4, 7)));
    expect([isOpen(later, 3, 23), isOpen(later, 4, 0), isOpen(later, 7, 0)]).toEqual([true, false, true]);
    expect(isOpen(couple([...cleared, [5, "stop"]], cleared, chosen(own(1, 4, 7))), 7)).toBe(false);
  });
  it("taken back, go on until the week ends; taken back in their first minute, they never were", () => {
    const taken = couple(cleared, cleared, chosen(own(2, 2, 30), undo(at(9))));
    expect([isOpen(taken, 9, 15), isOpen(taken, 13), isOpen(taken, 14, 0)]).toEqual([false, false, true]);
    const soon = new Date(at(2, 14).getTime() + 30_000);
    const atOnce = couple(cleared, cleared, chosen(own(2, 2, 30), undo(soon)));
    for (const hour of [14, 15, 20]) expect(isOpen(atOnce, 2, hour)).toBe(true);
  });
  it("of a partner count from the link on, and end what a clinician left unchanged", () => {
    const partner = { history: history(cleared), ...chosen(own(-3, -3, 30)) };
    const late = couple(cleared, cleared, {}, { linkedAt: at(1), partner });
    expect([isOpen(late, 2), isOpen(late, 7)]).toEqual([true, false]);
    const stopped: Line[] = [...cleared, [2, "stop"]];
    const kept = { choices: [choice(2, "unchanged", "2026-01-20")] };
    expect(sharedClassAt(couple(stopped, cleared, kept), at(13)).jointTasks).toBe(true);
    const since = couple(stopped, cleared, { ...kept, ...chosen(own(8, 8, 9)) });
    expect([7, 10, 15].map((day) => sharedClassAt(since, at(day)).jointTasks)).toEqual([true, false, false]);
  });
});

describe("a stop outside a check", () => {
  const stopped: Line[] = [...cleared, [2, "stop"]];
  it("asks for a choice the same day, and goes on to the next week without one", () => {
    expect(needsStopChoice(couple(stopped, cleared), at(2, 13))).toBe(true);
    expect(needsStopChoice(couple(stopped, cleared, { choices: [choice(2, "next-week")] }), at(2, 17))).toBe(false);
    expect(needsStopChoice(couple(cleared, cleared), at(2))).toBe(false);
    expect([3, 6, 7].map((day) => isOpen(couple(stopped, cleared), day))).toEqual([true, true, false]);
  });
  it("closes at once only by a clinician's choice", () => {
    const now = couple(stopped, cleared, { choices: [choice(3, "now")] });
    expect([2, 4].map((day) => isOpen(now, day))).toEqual([true, false]);
  });
  it("leaves joint tasks unchanged until the named day, and never touch or disclosure", () => {
    const kept = couple(stopped, cleared, { choices: [choice(2, "unchanged", "2026-01-14")] });
    expect(sharedClassAt(kept, at(8))).toEqual({ open: false, jointTasks: true });
    expect(isShared(sharedClassAt(kept, at(8)), "touch")).toBe(false);
    expect(isShared(sharedClassAt(kept, at(8)), "disclosure")).toBe(false);
    expect(isShared(sharedClassAt(kept, at(8)), "together")).toBe(true);
    expect(isShared(sharedClassAt(kept, at(1)), "alone")).toBe(false);
    expect(sharedClassAt(kept, at(9, 23)).jointTasks).toBe(true);
    expect(sharedClassAt(kept, at(10, 0)).jointTasks).toBe(false);
    const asked = { ...kept, ownDays: [at(8, 9)] };
    expect(sharedClassAt(asked, at(8)).jointTasks).toBe(false);
    expect(sharedClassAt(asked, at(9)).jointTasks).toBe(false);
  });
});
