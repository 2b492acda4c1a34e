import { describe, expect, it } from "vitest";
import { coupleFinding } from "./couple-finding";

describe("the finding about two people", () => {
  const row = (dimension: "emotional" | "social", first: [number, number], second: [number, number]) => ({
    dimension,
    first: { now: first[0], wished: first[1], gap: first[1] - first[0] },
    second: { now: second[0], wished: second[1], gap: second[1] - second[0] },
  });

  it("names the widest distance of both, and says so only where there is none", () => {
    expect(coupleFinding([row("social", [40, 72], [48, 49])], "Ines", "Dario")).toBe(
      "The widest distance of the two together is social: 32 points for Ines, 1 point for Dario.",
    );
    expect(coupleFinding([row("social", [72, 72], [48, 40])], "Ines", "Dario")).toMatch(/^In every dimension here/);
    expect(coupleFinding([], "Ines", "Dario")).toMatch(/no dimension yet/);
  });

  it("leaves out a dimension of which one of the two has no gap", () => {
    const known = row("social", [40, 41], [40, 40]);
    const rows = [
      { ...row("emotional", [10, 90], [10, 90]), first: null },
      { ...row("emotional", [10, 90], [10, 90]), second: { now: 10, wished: null, gap: null } },
      known,
    ];
    expect(coupleFinding(rows, "Ines", "Dario")).toContain("social: 1 point for Ines, 0 points for Dario");
    expect(coupleFinding(rows.slice(0, 2), "Ines", "Dario")).toMatch(/no dimension yet/);
  });

  it("does not let a wish for less hide the other's distance", () => {
    expect(coupleFinding([row("emotional", [40, 72], [72, 32])], "Ines", "Dario")).toContain(
      "32 points for Ines, \u221240 points for Dario",
    );
  });
});
