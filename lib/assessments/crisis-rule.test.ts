import { describe, expect, it } from "vitest";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { crisisRules, meetsCrisis } from "./crisis-rule";

const instrument = (key: string) => {
  const found = BUILT_IN_INSTRUMENTS.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe("the rules that a page holds itself", () => {
  it("are those at which where to turn is shown, each by its item", () => {
    const rules = crisisRules(instrument("phq-9"));
    expect(rules).toHaveLength(1);
    const itemId = rules[0]?.itemId ?? "";
    expect(meetsCrisis(rules, { itemId, value: 1 })).toBe(true);
    expect(meetsCrisis(rules, { itemId, value: 0 })).toBe(false);
    expect(meetsCrisis(rules, { itemId, value: null })).toBe(false);
    expect(meetsCrisis(rules, { itemId: "another", value: 3 })).toBe(false);
  });

  it("are none in a safety check, whatever its items say", () => {
    for (const one of BUILT_IN_INSTRUMENTS.filter(({ sensitivity }) => sensitivity === "safety"))
      expect(crisisRules(one)).toEqual([]);
    expect(crisisRules({ ...instrument("phq-9"), sensitivity: "safety" })).toEqual([]);
  });
});
