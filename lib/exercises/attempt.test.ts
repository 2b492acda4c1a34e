import { describe, expect, it } from "vitest";
import { attemptSchema, howHardLabels, howItWentLabels, saidAsOne, sharedDetailSchema } from "@/lib/exercises/attempt";
import { distanceMoves, distanceMoveWords } from "@/lib/exercises/distance-moves";
import { exercisePages } from "@/lib/exercises/exercise";
import { ownDetailSchema } from "@/lib/exercises/own-detail";

const common = { anxietyBefore: 7, anxietyAfter: null, howHard: 4, howItWent: 3, reflection: null };
const cuddle = { page: "ten-minute-cuddle", bothWilling: true, secondsDone: 600, felt: null };
const ok = (value: unknown) => attemptSchema.safeParse(value).success;

describe("an attempt", () => {
  it("has a detail of its own for every guided page, in each form", () => {
    for (const schema of [sharedDetailSchema, ownDetailSchema])
      expect(schema.options.map((o) => o.shape.page.value)).toEqual([...exercisePages]);
  });
  it("takes done, tried and skipped, each with what belongs to it", () => {
    expect(ok({ outcome: "done", detail: cuddle, ...common })).toBe(true);
    expect(ok({ outcome: "done", detail: null, ...common })).toBe(false);
    expect(ok({ outcome: "tried", detail: null, ...common })).toBe(true);
    const skip = {
      outcome: "skipped",
      page: "small-secret",
      skipReason: "too-big",
      skipNote: null,
      anxietyBefore: 9,
      reflection: null,
    };
    expect(ok(skip)).toBe(true);
    expect(ok({ ...skip, skipReason: "lazy" })).toBe(false);
  });
  it("refuses values outside their range and fields it does not know", () => {
    expect(ok({ outcome: "done", detail: cuddle, ...common, anxietyBefore: 11 })).toBe(false);
    expect(ok({ outcome: "done", detail: cuddle, ...common, howItWent: 5 })).toBe(false);
    expect(ok({ outcome: "done", detail: cuddle, ...common, howHard: 5 })).toBe(false);
    expect(ok({ outcome: "done", detail: { ...cuddle, secondsDone: 601 }, ...common })).toBe(false);
    expect(ok({ outcome: "done", detail: cuddle, ...common, clientId: "x" })).toBe(false);
  });
  it("says what was answered while hard and well were the ends of one question in the same words", () => {
    const words = [0, 1, 2, 3, 4].map((answer) => {
      const { howHard, howItWent } = saidAsOne(answer);
      return [howHardLabels[howHard ?? -1], howItWentLabels[howItWent ?? -1]].filter(Boolean);
    });
    expect(words).toEqual([["Very hard"], ["Hard"], ["In between"], ["Well"], ["Very well"]]);
    expect(saidAsOne(null)).toEqual({ howHard: null, howItWent: null });
  });
  it("asks for the words of what was done, never of what was tried", () => {
    const feeling = { page: "one-real-feeling", family: null, feeling: " ", sentence: null, told: "told" };
    expect(ok({ outcome: "done", detail: feeling, ...common })).toBe(false);
    expect(ok({ outcome: "tried", detail: feeling, ...common })).toBe(true);
    expect(ok({ outcome: "done", detail: { ...feeling, feeling: "tender" }, ...common })).toBe(true);
    const fear = { page: "name-the-fear", sentence: "", returnPromise: null, howItWent: null };
    expect(ok({ outcome: "done", detail: fear, ...common })).toBe(false);
  });
  it("keeps the timer shut until both are willing", () => {
    expect(ok({ outcome: "tried", detail: { ...cuddle, bothWilling: false }, ...common })).toBe(false);
    expect(ok({ outcome: "tried", detail: { ...cuddle, bothWilling: false, secondsDone: 0 }, ...common })).toBe(true);
  });
});

describe("distance moves", () => {
  it("are four, each in words for both", () => {
    expect(distanceMoves).toHaveLength(4);
    for (const move of distanceMoves) expect(distanceMoveWords[move].fromInside).toMatch(/^I .+\.$/);
  });
});
