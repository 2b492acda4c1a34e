import { describe, expect, it } from "vitest";
import { signalKinds, signalRow } from "@/lib/signals/kinds";
import { snoozeFault } from "@/lib/signals/set-aside-form";
import { ruleInWords, thresholdKeys, thresholdsForm, thresholdsOf, thresholdTable } from "@/lib/signals/thresholds";

const usual = Object.fromEntries(thresholdKeys.map((key) => [key, String(thresholdTable[key].usual)]));

describe("the numbers of the table of signals", () => {
  it("are what ships until the practice sets its own, and a key that is gone is passed over", () => {
    expect(thresholdsOf()).toMatchObject({ quietDays: 5, skipsInARow: 2, newAWeek: 3 });
    expect(thresholdsOf({ quietDays: 9, gone: 1 })).toMatchObject({ quietDays: 9, skipsInARow: 2 });
    expect(Object.keys(thresholdsOf({ gone: 1 })).sort()).toEqual([...thresholdKeys].sort());
  });

  it("stand in the rules as they count", () => {
    const rules = signalKinds.map((kind) => ruleInWords(signalRow(kind).rule, thresholdsOf({ quietDays: 9 })));
    expect(rules.join(" ")).toContain("Nothing was logged for 9 days");
    expect(rules.join(" ")).not.toMatch(/[{}]/);
  });

  it("are whole and between their ends", () => {
    expect(thresholdsForm.parse(usual)).toEqual(thresholdsOf());
    for (const key of thresholdKeys) {
      const { least, most } = thresholdTable[key];
      for (const value of [least, most])
        expect(thresholdsForm.safeParse({ ...usual, [key]: String(value) }).success, key).toBe(true);
      for (const value of [least - 1, most + 1, `${least}.5`, ""])
        expect(thresholdsForm.safeParse({ ...usual, [key]: String(value) }).success, `${key} ${value}`).toBe(false);
    }
  });
});

describe("a day to put something off until", () => {
  it("is tomorrow at the soonest and eight weeks away at the latest", () => {
    expect(snoozeFault("2025-10-16", "2025-10-16")).toMatch(/from tomorrow on/);
    expect(snoozeFault("2025-10-17", "2025-10-16")).toBeNull();
    expect(snoozeFault("2025-12-11", "2025-10-16")).toBeNull();
    expect(snoozeFault("2025-12-12", "2025-10-16")).toMatch(/within the next 8 weeks/);
  });
});
