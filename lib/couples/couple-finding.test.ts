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
      "The widest distance of the two together is social (Ines wishes for 32 points more, Dario wishes for 1 point more).",
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
    expect(coupleFinding(rows, "Ines", "Dario")).toContain(
      "social (Ines wishes for 1 point more, Dario has what Dario wishes for)",
    );
    expect(coupleFinding(rows.slice(0, 2), "Ines", "Dario")).toMatch(/no dimension yet/);
  });

  it("does not let a wish for less hide the other's distance", () => {
    expect(coupleFinding([row("emotional", [40, 72], [72, 32])], "Ines", "Dario")).toContain(
      "Ines wishes for 32 points more, Dario wishes for 40 points less",
    );
    const far = { ...row("emotional", [20, 60], [70, 20]) };
    expect(coupleFinding([far, row("social", [40, 45], [40, 40])], "Ines", "Dario")).toMatch(
      /is emotional \(Ines wishes/,
    );
  });

  it("names all that are equally far", () => {
    const rows = [row("emotional", [40, 60], [50, 60]), row("social", [40, 70], [60, 20])];
    expect(coupleFinding(rows, "Ines", "Dario")).toBe(
      "The widest distances of the two together are equal: emotional (Ines wishes for 20 points more, Dario wishes for 10 points more); social (Ines wishes for 30 points more, Dario wishes for 40 points less).",
    );
  });
});
