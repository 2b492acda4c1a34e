import { describe, expect, it } from "vitest";
import { doseChoices, doseKey, doseOfKey } from "@/lib/protocol/dose-choices";

describe("doses in a form", () => {
  it("come back from their key as they were", () => {
    for (const { value } of doseChoices) expect(doseKey(doseOfKey(value) ?? { kind: "daily" })).toBe(value);
    expect(doseOfKey("up-to-2")).toEqual({ kind: "up-to", times: 2 });
    expect(doseOfKey("when-it-comes-0")).toEqual({ kind: "when-it-comes", practise: 0 });
  });
  it("are all different, and nothing else is a dose", () => {
    expect(new Set(doseChoices.map(({ label }) => label)).size).toBe(doseChoices.length);
    expect(doseOfKey("times-9")).toBeUndefined();
  });
});
