import { describe, expect, it } from "vitest";
import { familyOf, feelingFamilies, searchFeelings } from "@/lib/exercises/feelings";

describe("feelings", () => {
  it("are eight families of about ten different words", () => {
    expect(feelingFamilies).toHaveLength(8);
    const words = feelingFamilies.flatMap((f) => f.words);
    expect(new Set(words).size).toBe(words.length);
    for (const f of feelingFamilies) expect(f.words.length).toBeGreaterThanOrEqual(9);
  });
  it("are found by beginning, middle and family", () => {
    expect(searchFeelings("hope")[0]).toEqual({ word: "hopeful", family: "glad" });
    expect(searchFeelings("TIRED ").map((f) => f.word)).toEqual(["tired"]);
    expect(searchFeelings("afraid")).toHaveLength(10);
    expect(searchFeelings("e", 5)).toHaveLength(5);
    expect(searchFeelings("  ")).toEqual([]);
    expect(searchFeelings("xyz")).toEqual([]);
  });
  it("belong to a family, or are a person's own", () => {
    expect(familyOf(" Left out")?.key).toBe("sad");
    expect(familyOf("wobbly")).toBeNull();
  });
});
