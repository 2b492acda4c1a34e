import { describe, expect, it } from "vitest";
import { releasable } from "@/db/queries/couples/couple-release";
import type { ShareItem } from "@/lib/couples/share-items";
import { earlierVersions } from "@/lib/instruments/earlier-versions.testing";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";

const person = (id: string, scores: Record<string, [number | null, number | null]>, shares: ShareItem[]) => ({
  shares,
  sitting: {
    ...{ assessmentId: id, date: "2026-11-20", week: 8, instrument: fiveDimensions },
    scores: Object.entries(scores).flatMap(([scaleKey, [now, wished]]) => [
      { scaleKey, form: "now" as const, score: now },
      { scaleKey, form: "wished" as const, score: wished },
    ]),
  },
});
const both: ShareItem[] = ["emotional", "social"];

describe("what can be released to both", () => {
  it("is what both share and both have whole, and nothing of which one has nothing", () => {
    const ines = person("a", { emotional: [36, 76], social: [48, 56] }, both);
    expect(releasable(ines, person("b", { emotional: [52, 72], social: [60, null] }, both))?.rows).toEqual([
      { dimension: "emotional", first: { now: 36, wished: 76, gap: 40 }, second: { now: 52, wished: 72, gap: 20 } },
    ]);
    expect(releasable(ines, person("b", { social: [null, 56] }, both))).toBeNull();
    expect(releasable(person("b", {}, both), ines)).toBeNull();
    expect(releasable(ines, person("b", { emotional: [52, 72] }, ["practice-days", "social"]))).toBeNull();
  });
  it("leaves out what the two answered in other statements", () => {
    const scores = { emotional: [36, 76] as [number, number], social: [48, 56] as [number, number] };
    const before = earlierVersions.find(({ now }) => now.key === "five-dimensions")?.before;
    if (!before) throw new Error("no earlier version");
    const [ines, dario] = [person("a", scores, both), person("b", scores, both)];
    const named = (sitting: typeof ines.sitting) =>
      releasable(ines, { ...dario, sitting })?.rows.map(({ dimension }) => dimension);
    expect(named(dario.sitting)).toEqual(["emotional", "social"]);
    expect(named({ ...dario.sitting, instrument: before })).toEqual(["emotional"]);
  });
  it("is nothing while one of the two has no sitting", () => {
    const ines = person("a", { emotional: [36, 76] }, both);
    expect(releasable(ines, { ...ines, sitting: null })).toBeNull();
    expect(releasable({ ...ines, sitting: null }, ines)).toBeNull();
  });
});
