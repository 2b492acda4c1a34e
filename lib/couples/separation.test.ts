import { describe, expect, it } from "vitest";
import { askedUntil, shownOnFault, whatEachReads } from "./separation";

const person = { partner: "Teo Lind", therapistName: "Alma Keller" };

describe("the end of a link, as each of the two reads it", () => {
  it("is own steps until the agreed day, and no name from then on", () => {
    const [now, then, ...more] = whatEachReads(person, "2026-11-23", "2026-12-02");
    expect(more).toEqual([]);
    expect(now).toMatchObject({ from: "2026-11-23", until: "2026-12-02" });
    expect(now?.words).toContain("Teo’s name still stands");
    expect(now?.words).toContain("Alma looks at the next step with you");
    expect(then).toMatchObject({ from: "2026-12-02", until: null });
    expect(then?.words).toContain("Teo’s name is gone");
  });

  it("has one step where it shows today", () => {
    expect(whatEachReads(person, "2026-11-23", "2026-11-23")).toHaveLength(1);
  });

  it("is the same for both but for the names, and never says why", () => {
    const words = (partner: string) =>
      whatEachReads({ ...person, partner }, "2026-11-23", "2026-12-02")
        .map((step) => step.words)
        .join(" ");
    expect(words("Teo Lind").replaceAll("Teo", "Mara")).toBe(words("Mara Quist"));
    expect(words("Teo Lind")).not.toMatch(/separat|divorc|apart|because|safe/i);
  });

  it("shows within two months, and is asked about for three", () => {
    expect(shownOnFault("2026-11-22", "2026-11-23")).toMatch(/Agree a day/);
    expect(shownOnFault("2026-11-23", "2026-11-23")).toBeNull();
    expect(shownOnFault("2027-01-22", "2026-11-23")).toBeNull();
    expect(shownOnFault("2027-01-23", "2026-11-23")).toMatch(/Agree a day/);
    expect(askedUntil("2026-11-23")).toBe("2027-02-23");
  });
});
