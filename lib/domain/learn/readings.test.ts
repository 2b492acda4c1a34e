import { describe, expect, it } from "vitest";
import { readingGrade, readingMinutes, readingSchema } from "@/lib/domain/learn/reading";
import { builtInReadings, readingOf, readingsFor } from "@/lib/domain/learn/readings";
import { builtInProtocol } from "@/lib/domain/protocol/built-in";

const bodies = builtInReadings.map((r) => [r.key, r.sections.flatMap((s) => s.paragraphs).join(" ")] as const);

describe("readings", () => {
  it("are valid, take three to five minutes, and read easily at twelve", () => {
    for (const reading of builtInReadings) {
      expect(readingSchema.safeParse(reading).error?.issues, reading.key).toBeUndefined();
      expect(readingMinutes(reading), reading.key).toBeGreaterThanOrEqual(3);
      expect(readingMinutes(reading), reading.key).toBeLessThanOrEqual(5);
      expect(readingGrade(reading), reading.key).toBeLessThan(7);
    }
  });
  it("belong to weeks and exercises that exist, and every week's reading ships", () => {
    for (const week of builtInProtocol.weeks) {
      if (week.reading) expect(readingOf(week.reading)?.weeks, week.reading).toContain(week.number);
    }
    const keys = new Set(builtInProtocol.exercises.map((e) => e.key));
    for (const reading of builtInReadings) for (const key of reading.exercises) expect(keys.has(key), key).toBe(true);
    for (const key of keys) expect(readingsFor(key).length, key).toBeGreaterThan(0);
  });
  it("never shout or shame", () => {
    for (const [key, body] of bodies)
      expect(body, key).not.toMatch(/!|\b(just|simply|oops|loved one|you failed|missed)\b/i);
  });
  it("say where to turn in the one about highs and lows", () => {
    const body = bodies.find(([key]) => key === "highs-and-lows")?.[1] ?? "";
    for (const words of ["I don't feel safe", "alone", "trauma", "does not clear your browser's history"])
      expect(body).toContain(words);
  });
});
