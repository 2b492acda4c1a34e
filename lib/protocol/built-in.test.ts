import { describe, expect, it } from "vitest";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { exerciseOf, phaseOfWeek, protocolVersionSchema, weekContent } from "@/lib/protocol/definition";
import { daysAWeek } from "@/lib/protocol/dose";

const times = (weekNumber: number) =>
  Object.fromEntries(weekContent(builtInProtocol, weekNumber).exercises.map((e) => [e.exercise, daysAWeek(e.dose)]));

describe("the built-in protocol", () => {
  it("is a valid version", () => {
    expect(protocolVersionSchema.safeParse(builtInProtocol).error?.issues).toBeUndefined();
  });
  it("has the doses of the brief", () => {
    expect(times(1)).toEqual({ "one-real-feeling": 7 });
    expect(times(2)).toEqual({ "one-real-feeling": 7, "ask-for-a-favour": 1 });
    expect(times(4)).toEqual({ "one-real-feeling": 7, "ask-for-a-favour": 2 });
    expect(times(5)).toEqual({ "ten-minute-cuddle": 2 });
    expect(times(8)).toEqual({ "ten-minute-cuddle": 3, "small-secret": 1 });
    expect(times(10)).toEqual({ "temperature-check": 7, "name-the-fear": 2 });
    expect([1, 4, 5, 8, 9, 10, 12].map((n) => phaseOfWeek(builtInProtocol, n).number)).toEqual([1, 1, 2, 2, 3, 3, 3]);
  });
  it("says each exercise in two to four sentences, for a partner by name", () => {
    for (const exercise of builtInProtocol.exercises) {
      const sentences = exercise.instructions.split(/[.?](?:\s|$)/).filter(Boolean).length;
      expect(sentences, exercise.key).toBeGreaterThanOrEqual(2);
      expect(sentences, exercise.key).toBeLessThanOrEqual(4);
      expect(`${exercise.instructions}${exercise.purpose}`).not.toMatch(/!|\b(just|simply|oops)\b/i);
    }
    expect(exerciseOf(builtInProtocol, "ten-minute-cuddle")?.exposureLevel).toBe("touch");
    expect(exerciseOf(builtInProtocol, "learn-together")?.exposureLevel).toBe("together");
  });
});
