import { describe, expect, it } from "vitest";
import { ratedAttempts, ratedSentence } from "@/lib/exercises/rated-attempts";

const time = (howItWent: number | null, rating: number | null) => ({
  exercise: "small-secret",
  form: "shared" as const,
  date: "2026-11-23",
  howItWent,
  rating,
});

describe("what was judged", () => {
  it("is what either of the two judged, and a 0 is a judgement", () => {
    expect(ratedAttempts([time(null, null), time(0, null), time(null, 0)])).toEqual([time(0, null), time(null, 0)]);
  });

  it.each([
    ["nobody’s", [], "Ines has not said yet how an exercise went. None is rated yet."],
    ["one side’s", [time(1, null)], "For Ines it went “Hard”, one time. None is rated yet."],
    [
      "the other’s",
      [time(null, 3)],
      "Ines has not said yet how an exercise went. As rated here: “As meant”, one time.",
    ],
    [
      "both",
      [time(0, 3), time(1, 4), time(4, null)],
      "For Ines it went “Hard” (the middle of 3 times). As rated here: between “As meant” and “Beyond what was asked” (the middle of 2 times).",
    ],
  ])("is said for %s", (_, rated, sentence) => {
    expect(ratedSentence(rated, "Ines")).toBe(sentence);
  });
});
