import { describe, expect, it } from "vitest";
import { builtInProtocol } from "@/lib/domain/protocol/built-in";
import type { Change } from "@/lib/domain/protocol/decision";
import { exerciseAccess, pauseExercise } from "@/lib/domain/protocol/exercise-access";
import { protocolPath } from "@/lib/domain/protocol/schedule";
import type { GateState } from "@/lib/domain/safety/gate";

const access = (today: string, key: string, gate: GateState = "clear", change?: Change, areAway = false) => {
  const decisions = change ? [{ id: "d", effectiveOn: today, madeAt: new Date(0), change }] : [];
  const enrolment = { startDate: "2025-09-01", zone: "UTC" };
  const path = protocolPath({ version: builtInProtocol, enrolment, decisions, today });
  return exerciseAccess(builtInProtocol, path, key, gate, areAway);
};
const open = (...asked: Parameters<typeof access>) => access(...asked)?.open ?? null;
const form = (...asked: Parameters<typeof access>) => access(...asked)?.form ?? null;

const weekSeven = "2025-10-16";

describe("access to an exercise", () => {
  it("is for the exercises of this week, and for the two of any week", () => {
    expect(open(weekSeven, "small-secret")).toBe(true);
    expect(open(weekSeven, "one-real-feeling")).toBe(false);
    expect(open(weekSeven, "name-the-fear")).toBe(true);
    expect(open(weekSeven, "learn-together")).toBe(true);
    expect(open(weekSeven, "no-such-thing")).toBeNull();
  });
  it("closes nothing for safety: unless the gate is clear each exercise is open as own steps", () => {
    for (const key of ["small-secret", "ten-minute-cuddle", "name-the-fear", "learn-together"]) {
      expect(form(weekSeven, key, "clear"), key).toBe("shared");
      for (const gate of ["not-screened", "concern", "stop"] as const)
        expect([open(weekSeven, key, gate), form(weekSeven, key, gate)], `${gate} ${key}`).toEqual([true, "own"]);
    }
  });
  it("gives own steps on the days for which they were chosen, and the usual form after them", () => {
    const chosen: Change = { kind: "own-steps", from: "2025-10-16", until: "2025-10-18" };
    expect(form("2025-10-16", "ten-minute-cuddle", "clear", chosen)).toBe("own");
    expect(form("2025-10-16", "ten-minute-cuddle", "clear", { ...chosen, from: "2025-10-17" })).toBe("shared");
  });
  it("closes when put away, in a pause, before the start and after the end", () => {
    expect(open(weekSeven, "learn-together", "clear", undefined, true)).toBe(false);
    expect(open(weekSeven, "small-secret", "clear", { kind: "pause", until: null })).toBe(false);
    expect(open("2025-08-31", "one-real-feeling")).toBe(false);
    expect(open("2025-11-12", "temperature-check")).toBe(false);
    expect(open(weekSeven, "small-secret", "clear", { kind: "hold" })).toBe(true);
  });
  it("follows a swap and a drop from their day on", () => {
    const swap: Change = { kind: "swap", from: "small-secret", to: "one-real-feeling", scope: "this-week" };
    expect(open(weekSeven, "small-secret", "clear", swap)).toBe(false);
    expect(open(weekSeven, "one-real-feeling", "clear", swap)).toBe(true);
  });
  it("knows the exercise of a pause", () => {
    expect(pauseExercise(builtInProtocol)?.key).toBe("name-the-fear");
  });
});
