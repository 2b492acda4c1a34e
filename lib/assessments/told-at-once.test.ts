import { describe, expect, it } from "vitest";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { tellsAtOnce } from "./told-at-once";

const instrument = (key: string) => {
  const found = BUILT_IN_INSTRUMENTS.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe("what reaches the therapist before anything is sent", () => {
  it("is something where one answer is grave", () => {
    expect(tellsAtOnce(instrument("phq-9"))).toBe(true);
  });

  it("is nothing where there are no rules, or only a concern", () => {
    const calm = { ...instrument("phq-9"), scales: [], combinations: [] };
    const items = calm.items.map((item) => ({ ...item, critical: [] }));
    expect(tellsAtOnce({ ...calm, items })).toBe(false);
    const concern = { when: { atLeast: 1 }, effect: "concern" as const, sentence: "Worth a word." };
    expect(tellsAtOnce({ ...calm, items: items.map((item) => ({ ...item, critical: [concern] })) })).toBe(false);
  });

  it("is something where only a scale or several answers together are grave", () => {
    const calm = instrument("phq-9");
    const items = calm.items.map((item) => ({ ...item, critical: [] }));
    const scales = calm.scales.map((scale) => ({ ...scale, critical: [] }));
    const grave = { effect: "stop" as const, sentence: "Talk first." };
    const [first] = scales;
    if (!first) throw new Error("PHQ-9 has a scale.");
    expect(
      tellsAtOnce({ items, scales: [{ ...first, critical: [{ ...grave, atLeast: 20 }] }], combinations: [] }),
    ).toBe(true);
    const together = { ...grave, key: "two", groups: [{ needs: 1, of: [{ itemId: "a", atLeast: 1 }] }] };
    expect(tellsAtOnce({ items, scales, combinations: [together] })).toBe(true);
  });
});
