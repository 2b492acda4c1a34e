import { describe, expect, it } from "vitest";
import type { Exercise } from "@/lib/exercises/exercise";
import type { Change } from "@/lib/protocol/decision";
import { exerciseOf } from "@/lib/protocol/definition";
import { exerciseAccess, pauseExercise } from "@/lib/protocol/exercise-access";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import type { SharedClass } from "@/lib/safety/shared-class";

const all: SharedClass = { open: true, jointTasks: true };
const none: SharedClass = { open: false, jointTasks: false };

const access = (today: string, key: string, shared: SharedClass = all, change?: Change, areAway = false) => {
  const decisions = change ? [{ id: "d", effectiveOn: today, madeAt: new Date(0), change }] : [];
  const enrolment = { startDate: "2025-09-01", zone: "UTC" };
  const path = protocolPath({ version: fixtureProtocol, enrolment, decisions, today });
  return exerciseAccess(fixtureProtocol, path, key, shared, areAway);
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
  it("closes nothing for safety: while joint steps are closed each exercise is open as own steps", () => {
    for (const key of ["small-secret", "ten-minute-cuddle", "name-the-fear", "learn-together"]) {
      expect(form(weekSeven, key), key).toBe("shared");
      expect([open(weekSeven, key, none), form(weekSeven, key, none)], key).toEqual([true, "own"]);
    }
  });
  it("leaves joint tasks alone shared where a clinician chose so, and never touch or disclosure", () => {
    const tasks = { open: false, jointTasks: true };
    expect(form(weekSeven, "learn-together", tasks)).toBe("shared");
    expect(form(weekSeven, "ten-minute-cuddle", tasks)).toBe("own");
    expect(form(weekSeven, "small-secret", tasks)).toBe("own");
  });
  it("opens no exercise of touch in any week, whatever page a copy of it has", () => {
    const copy = { ...(exerciseOf(fixtureProtocol, "ten-minute-cuddle") as Exercise), key: "our-touch" };
    const version = {
      ...fixtureProtocol,
      exercises: [...fixtureProtocol.exercises, { ...copy, page: "learn-together" as const }],
    };
    const enrolment = { startDate: "2025-09-01", zone: "UTC" };
    const path = protocolPath({ version, enrolment, decisions: [], today: weekSeven });
    expect(exerciseAccess(version, path, "our-touch", all, false)?.open).toBe(false);
  });
  it("asks joint steps alone for the form: what was chosen on one path is for both, by their calendar", () => {
    const chosen: Change = { kind: "own-steps", from: "2025-10-16", until: "2025-10-18" };
    for (const shared of [all, none])
      expect(access(weekSeven, "ten-minute-cuddle", shared, chosen)).toEqual(
        access(weekSeven, "ten-minute-cuddle", shared),
      );
  });
  it("opens the first week's exercises before the weeks begin, as own steps, whatever joint steps are", () => {
    for (const shared of [all, none])
      expect([open("2025-08-31", "one-real-feeling", shared), form("2025-08-31", "one-real-feeling", shared)]).toEqual([
        true,
        "own",
      ]);
    expect(open("2025-08-31", "learn-together")).toBe(true);
    expect(form("2025-08-31", "learn-together")).toBe("own");
    expect(open("2025-08-31", "small-secret")).toBe(false);
    expect(open("2025-08-31", "one-real-feeling", all, undefined, true)).toBe(false);
  });
  it("closes when put away, in a pause and after the end", () => {
    expect(open(weekSeven, "learn-together", all, undefined, true)).toBe(false);
    expect(open(weekSeven, "small-secret", all, { kind: "pause", until: null })).toBe(false);
    expect(open("2025-11-12", "temperature-check")).toBe(false);
    expect(open(weekSeven, "small-secret", all, { kind: "hold" })).toBe(true);
  });
  it("follows a swap and a drop from their day on", () => {
    const swap: Change = { kind: "swap", from: "small-secret", to: "one-real-feeling", scope: "this-week" };
    expect(open(weekSeven, "small-secret", all, swap)).toBe(false);
    expect(open(weekSeven, "one-real-feeling", all, swap)).toBe(true);
  });
  it("knows the exercise of a pause", () => {
    expect(pauseExercise(fixtureProtocol)?.key).toBe("name-the-fear");
  });
});
