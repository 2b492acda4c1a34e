import { describe, expect, it } from "vitest";
import { gateAt } from "@/lib/safety/gate";
import { at, choice, cleared, couple, history, isOpen, type Line } from "@/lib/safety/joint-steps.testing";
import { sharedClassAt } from "@/lib/safety/shared-class";

/** Day 0 is the Monday of week 4, day 3 its Thursday. What docs/ARCHITECTURE.md tells stands here in the same order. */
const asked: Line[] = [...cleared, [3, "asked"]];
const ines: Line[] = [...asked, [3, "stop"], [9, "alone"]];
const ivo: Line[] = [...asked, [4, "screen"], [4, "clear"]];
const ownDays = [at(3, 9)];
const stateOf = (lines: readonly Line[], day: number, hour = 18) => gateAt(history(lines), at(day, hour)).state;

describe("the worked example of ARCHITECTURE.md", () => {
  it("holds, day by day", () => {
    const steps = couple(ines, ivo, { ownDays });
    expect([isOpen(steps, 0, 0), isOpen(steps, 3, 8)]).toEqual([true, true]);
    expect([stateOf(ines, 3, 9), stateOf(ivo, 3)]).toEqual(["not-screened", "not-screened"]);
    expect([stateOf(ines, 3), stateOf(ines, 7), stateOf(ivo, 4), stateOf(ines, 9)]).toEqual([
      "stop",
      "stop",
      "clear",
      "clear",
    ]);
    for (const day of [3, 4, 6, 7, 9, 13]) expect(isOpen(steps, day), String(day)).toBe(false);
    expect(isOpen(steps, 14, 0)).toBe(true);
  });

  it("opens on Monday of week 5 when both are cleared on Friday", () => {
    const both = couple([...asked, [4, "screen"], [4, "clear"]], ivo, { ownDays });
    expect([isOpen(both, 6, 23), isOpen(both, 7, 0)]).toEqual([false, true]);
  });

  it("goes on until Monday after a stop outside a check, unless the clinician chooses otherwise", () => {
    const stopped: Line[] = [...cleared, [1, "stop"]];
    expect([isOpen(couple(stopped, cleared), 6), isOpen(couple(stopped, cleared), 7, 0)]).toEqual([true, false]);
    expect(isOpen(couple(stopped, cleared, { choices: [choice(1, "now")] }), 1, 17)).toBe(false);
    const kept = couple(stopped, cleared, { choices: [choice(1, "unchanged", "2026-01-14")] });
    expect(sharedClassAt(kept, at(7))).toEqual({ open: false, jointTasks: true });
  });
});
