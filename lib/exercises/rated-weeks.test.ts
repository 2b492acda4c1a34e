import { describe, expect, it } from "vitest";
import { ratedSentence, ratedWeeks } from "@/lib/exercises/rated-weeks";

const startsOn = "2026-11-23";
const time = (howItWent: number | null, rating: number | null, date = startsOn) => ({ date, howItWent, rating });

describe("what was judged, by week", () => {
  it("is the middle of each side, a 0 is a judgement, and a week without any is a gap", () => {
    const weeks = ratedWeeks(
      [time(0, null), time(1, 4), time(null, null, "2026-12-21"), time(3, 2, "2026-12-13"), time(4, 4, "2026-11-22")],
      startsOn,
    );
    expect(weeks).toEqual([
      { week: 1, said: { middle: 0.5, times: 2 }, rated: { middle: 4, times: 1 } },
      { week: 2, said: null, rated: null },
      { week: 3, said: { middle: 3, times: 1 }, rated: { middle: 2, times: 1 } },
    ]);
    expect(ratedWeeks([], startsOn)).toEqual([]);
  });

  it.each([
    ["nobody’s", [], "Ines has not said yet how an exercise went. None is rated yet."],
    ["one side’s", [time(1, null)], "For Ines it went “Not very well”, one time. None is rated yet."],
    [
      "the other’s",
      [time(null, 3)],
      "Ines has not said yet how an exercise went. As rated here: “As meant”, one time.",
    ],
    [
      "both",
      [time(0, 3), time(1, 4), time(4, null)],
      "For Ines it went “Not very well” (the middle of 3 times). As rated here: between “As meant” and “Beyond what was asked” (the middle of 2 times).",
    ],
  ])("is said for %s", (_, rated, sentence) => {
    expect(ratedSentence(rated, "Ines")).toBe(sentence);
  });
});
