import { describe, expect, it } from "vitest";
import { type PhaseProgress, phaseOfWeek, phasePaths, phaseSentence } from "@/components/charts/phase-bar-geometry";

const count = (path: string) => (path.match(/M/g) ?? []).length;
const counts = (progress: PhaseProgress) => {
  const paths = phasePaths(progress, 112, 14);
  return {
    p1: count(paths.p1),
    p2: count(paths.p2),
    p3: count(paths.p3),
    at: count(paths.at),
    todo: count(paths.todo),
  };
};

describe("phaseOfWeek", () => {
  it("changes after weeks 4 and 8", () => {
    expect([1, 4, 5, 8, 9, 10].map(phaseOfWeek)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

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

  it("has only blocks at the end", () => {
    expect(counts({ state: "finished" })).toEqual({ p1: 4, p2: 4, p3: 2, at: 0, todo: 0 });
  });

  it("ends at the width that it was given", () => {
    const { p3 } = phasePaths({ state: "finished" }, 150, 16);
    const last = /M([\d.]+) [\d.]+h([\d.]+)V[^M]*$/.exec(p3);
    expect(Number(last?.[1]) + Number(last?.[2])).toBeCloseTo(150, 0);
  });
});

describe("phaseSentence", () => {
  it("says the hold in words", () => {
    expect(phaseSentence({ state: "on-hold", week: 6 })).toBe("Week 6 of 10, on hold");
  });
});
