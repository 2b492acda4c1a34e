import { describe, expect, it } from "vitest";
import { type PhaseProgress, phasePaths, phaseSentence } from "@/components/charts/phase-bar-geometry";

const count = (path: string) => (path.match(/M/g) ?? []).length;
const ten = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3];
type Place = { state: "not-started" | "finished" } | { state: "week" | "on-hold" | "paused" | "ended"; week: number };
const counts = (place: Place, phases: readonly number[] = ten) => {
  const progress = { ...place, phases } as PhaseProgress;
  const paths = phasePaths(progress, 112, 14);
  return {
    p1: count(paths.p1),
    p2: count(paths.p2),
    p3: count(paths.p3),
    at: count(paths.at),
    todo: count(paths.todo),
  };
};

describe("phasePaths", () => {
  it("has ten ticks before the start", () => {
    expect(counts({ state: "not-started" })).toEqual({ p1: 0, p2: 0, p3: 0, at: 0, todo: 10 });
  });

  it("shows what is done, this week and what is to come", () => {
    expect(counts({ state: "week", week: 7 })).toEqual({ p1: 4, p2: 2, p3: 0, at: 1, todo: 3 });
  });

  it("splits this week in two on hold", () => {
    expect(counts({ state: "on-hold", week: 6 })).toEqual({ p1: 4, p2: 1, p3: 0, at: 2, todo: 4 });
  });

  it("splits it when paused, and counts it as done when the path ended in it", () => {
    expect(counts({ state: "paused", week: 6 })).toEqual({ p1: 4, p2: 1, p3: 0, at: 2, todo: 4 });
    expect(counts({ state: "ended", week: 6 })).toEqual({ p1: 4, p2: 2, p3: 0, at: 0, todo: 4 });
  });

  it("has only blocks at the end", () => {
    expect(counts({ state: "finished" })).toEqual({ p1: 4, p2: 4, p3: 2, at: 0, todo: 0 });
  });

  it("ends at the width that it was given", () => {
    const { p3 } = phasePaths({ state: "finished", phases: ten }, 150, 16);
    expect(endOf(p3)).toBeCloseTo(150, 0);
  });

  it("draws as many weeks as there are, in any number of phases, inside its width", () => {
    expect(counts({ state: "week", week: 4 }, [1, 1, 1, 2, 2, 2])).toEqual({ p1: 3, p2: 0, p3: 0, at: 1, todo: 2 });
    const four = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4];
    expect(counts({ state: "finished" }, four)).toEqual({ p1: 7, p2: 3, p3: 4, at: 0, todo: 0 });
    const year = Array.from({ length: 52 }, (_, i) => Math.min(9, Math.floor(i / 6) + 1));
    const paths = phasePaths({ state: "finished", phases: year }, 112, 14);
    expect(Math.max(endOf(paths.p1), endOf(paths.p2), endOf(paths.p3))).toBeCloseTo(112, 0);
  });
});

function endOf(path: string): number {
  const last = /M([\d.]+) [\d.]+h([\d.]+)V[^M]*$/.exec(path);
  return Number(last?.[1]) + Number(last?.[2]);
}

describe("phaseSentence", () => {
  it("says the hold, the pause and the end in words", () => {
    expect(phaseSentence({ state: "on-hold", week: 6, phases: ten })).toBe("Week 6 of 10, on hold");
    expect(phaseSentence({ state: "paused", week: 6, phases: ten })).toBe("Week 6 of 10, paused");
    expect(phaseSentence({ state: "ended", week: 6, phases: ten })).toBe("Ended early, in week 6 of 10");
    expect(phaseSentence({ state: "finished", phases: [1, 1, 2] })).toBe("Finished, all 3 weeks");
  });
});
