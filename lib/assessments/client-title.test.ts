import { describe, expect, it } from "vitest";
import { clientTitle } from "@/lib/assessments/client-title";

describe("clientTitle", () => {
  it("never says that questions are about safety", () => {
    expect(clientTitle({ title: "Safety and steadiness", sensitivity: "safety" })).toBe("A few questions");
  });
  it("is the instrument's own otherwise", () => {
    expect(clientTitle({ title: "Five Dimensions", sensitivity: "ordinary" })).toBe("Five Dimensions");
  });
});
