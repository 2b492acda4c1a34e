import { describe, expect, test } from "vitest";
import { type Measures, measuresChoices, measuresCloseness } from "@/lib/assessments/closeness";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";

describe("what closes with the safety gate", () => {
  test("of what ships: every measure of how close or content two people are, and no other", () => {
    expect(BUILT_IN_INSTRUMENTS.filter(measuresCloseness).map(({ key }) => key)).toEqual([
      "five-dimensions",
      "five-dimensions-brief",
      "connection-check",
      "pair",
      "csi-16",
      "rdas",
      "ras",
    ]);
    expect(BUILT_IN_INSTRUMENTS.filter(({ measures }) => measures === "undecided")).toEqual([]);
  });

  test("whatever is called now and wished, and whatever nobody has decided about", () => {
    expect(measuresCloseness({ measures: "one-person", forms: ["now", "wished"] })).toBe(true);
    expect(measuresCloseness({ measures: "undecided", forms: ["now"] })).toBe(true);
    expect(measuresCloseness({ measures: "one-person", forms: ["now"] })).toBe(false);
  });

  test("can be said, and not unsaid", () => {
    const all: Measures[] = ["closeness", "one-person", "undecided"];
    for (const now of all) expect(measuresChoices(now)).toContain("closeness");
    expect(measuresChoices("closeness")).toEqual(["closeness"]);
    for (const now of all.slice(0, 2)) expect(measuresChoices(now)).not.toContain("undecided");
  });
});
