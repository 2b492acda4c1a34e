import { describe, expect, it } from "vitest";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { firstCheckUntil, type PathUse, startFixed, startPreview } from "./start-change";

const untouched: PathUse = { attempts: 0, decisions: 0, isLinked: false, earlierStart: null };

describe("whether a start can be moved", () => {
  it("can while nothing was lived or decided", () => {
    expect(startFixed(untouched, "2026-11-30")).toBeNull();
    expect(startFixed({ ...untouched, earlierStart: "2026-11-29" }, "2026-11-30")).toBeNull();
  });
  it.each([
    [{ attempts: 1 }, /Begin again at week 1/],
    [{ decisions: 1 }, /Begin again at week 1/],
    [{ isLinked: true }, /fixed by now/],
    [{ earlierStart: "2026-11-30" }, /Choose a later day/],
  ])("cannot with %j", (use, words) => {
    expect(startFixed({ ...untouched, ...use }, "2026-11-30")).toMatch(words);
  });
});

describe("what moves", () => {
  const source = { startDate: "2006-11-23", zone: "Europe/London", version: fixtureProtocol, decisions: [] };
  const today = "2026-11-30";

  it("is shown for each phase, the end and each measure, before anything is changed", () => {
    const preview = startPreview(source, "2026-11-30", today);
    expect(preview.stands.before).toBe("Your weeks of practice are behind you.");
    expect(preview.stands.after).toMatch(/^Week 1 of/);
    expect(preview.phases[0]).toMatchObject({ from: "2006-11-23", to: "2026-11-30" });
    expect(preview.end.to?.slice(0, 4)).toBe("2027");
    expect(preview.measures.length).toBeGreaterThan(3);
    expect(preview.measures.every(({ to }) => to !== null && to >= "2026-11-29")).toBe(true);
    expect(preview.closed).toBe(0);
  });

  it("says how much could not be answered any more", () => {
    expect(startPreview({ ...source, startDate: "2026-11-30" }, "2026-11-01", today).closed).toBeGreaterThan(0);
  });

  it("leaves the first check its first week, and never ends it in the past", () => {
    expect(firstCheckUntil("2026-12-07", today)).toBe("2026-12-13");
    expect(firstCheckUntil("2026-11-01", today)).toBe(today);
  });
});
