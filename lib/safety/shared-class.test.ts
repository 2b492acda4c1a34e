import { describe, expect, it } from "vitest";
import { isShared } from "@/lib/exercises/offered-form";
import { alone, at, choice, cleared, couple, history, isOpen, type Line } from "@/lib/safety/joint-steps.testing";
import { needsStopChoice, nextBoundary, sharedClassAt } from "@/lib/safety/shared-class";

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
    const partner = {
      history: history([...cleared, [9, "stop"]]),
      calendar: { startDate: "2026-01-08", zone: "Asia/Tokyo" },
    };
    const mixed = couple(cleared, [], {}, { partner });
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
