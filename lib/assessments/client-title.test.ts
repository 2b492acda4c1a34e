import { describe, expect, it } from "vitest";
import { clientTitle } from "@/lib/assessments/client-title";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";

describe("clientTitle", () => {
  it("never says that questions are about safety", () => {
    for (const instrument of BUILT_IN_INSTRUMENTS.filter(({ sensitivity }) => sensitivity === "safety"))
      expect(clientTitle(instrument)).toBe("A few questions");
  });
  it("names what ships in words that mean something to whoever answers", () => {
    const titles = BUILT_IN_INSTRUMENTS.map(clientTitle);
    expect(titles).toContain("How close things feel");
    expect(titles).toContain("How close things feel, short");
    expect(titles.join()).not.toContain("Five Dimensions");
  });
  it("is the practice's own otherwise", () => {
    expect(clientTitle({ title: "Evenings at home", sensitivity: "ordinary" })).toBe("Evenings at home");
  });
});
