import { describe, expect, it } from "vitest";
import { changeWords, type DumbbellChange, share, widestFirst } from "@/components/charts/dumbbell-geometry";
import { gapHeight } from "@/components/charts/five-gaps";
import { figureAnchor, mirrorPlace } from "@/components/charts/mirror-geometry";
import { nameLines } from "@/components/charts/name-lines";
import { nearReach } from "@/components/charts/near-dots";
import { practicePaths } from "@/components/charts/practice-geometry";
import { ratedPaths } from "@/components/charts/rated-geometry";
import { axisTop, strategyPaths } from "@/components/charts/strategies-geometry";

const count = (path: string) => (path.match(/M/g) ?? []).length;

describe("five gaps", () => {
  it("grow to 48 points and no further; a closed or negative gap has no height", () => {
    expect([-4, 0, 24, 48, 90].map(gapHeight)).toEqual([0, 0, 13, 26, 26]);
  });
});

describe("names under a chart", () => {
  it("break between words, onto two lines at most, and end in an ellipsis only when that is not enough", () => {
    expect(nameLines("Ask for a favour", 20)).toEqual(["Ask for a favour"]);
    expect(nameLines("One real feeling a day", 14)).toEqual(["One real", "feeling a day"]);
    expect(nameLines("One real feeling a day", 20)).toEqual(["One real", "feeling a day"]);
    expect(nameLines("Learn something together", 12)).toEqual(["Learn somet…", "together"]);
    expect(nameLines("Beziehungstemperatur", 9)).toEqual(["Beziehun…"]);
  });
});

describe("dumbbells", () => {
  it("place scores on the whole 0 to 96 scale", () => {
    expect([0, 48, 96, 120].map(share)).toEqual(["0%", "50%", "100%", "100%"]);
  });

  it("come widest gap first and do not change what they were given", () => {
    const row = { baseline: null, change: null };
    const rows = [
      { ...row, dimension: "social" as const, now: 60, wished: 56, gap: -4 },
      { ...row, dimension: "emotional" as const, now: 36, wished: 76, gap: 40 },
    ];
    expect(widestFirst(rows).map((one) => one.dimension)).toEqual(["emotional", "social"]);
    expect(rows[0]?.dimension).toBe("social");
  });

  it("say a change in words with its basis and a true minus", () => {
    const said = (change: DumbbellChange) => Object.values(changeWords(change)).join(" ");
    expect(said({ points: 16, reliable: true, basis: "assumed" })).toBe("+16 reliable (assumed)");
    expect(said({ points: -8, reliable: false, basis: "assumed" })).toBe("\u22128 within error (assumed)");
    expect(said({ points: 0, reliable: false, basis: "published", isProrated: true })).toBe(
      "0 within error (published, prorated)",
    );
    expect(said({ points: 30, reliable: false, basis: null })).toBe("+30 no figure for error");
  });
});

describe("two people either side of one line", () => {
  it("meet at 96, and run away from it to 0", () => {
    expect([0, 24, 96].map((score) => mirrorPlace(score, "first"))).toEqual(["0%", "25%", "100%"]);
    expect([0, 24, 96].map((score) => mirrorPlace(score, "second"))).toEqual(["100%", "75%", "0%"]);
  });

  it("turn close figures away from each other, on both sides", () => {
    expect(figureAnchor(36, 76, "first", "now")).toBe("middle");
    expect(figureAnchor(36, null, "first", "now")).toBe("middle");
    expect([figureAnchor(48, 56, "first", "now"), figureAnchor(56, 48, "first", "wish")]).toEqual(["end", "start"]);
    expect([figureAnchor(48, 56, "second", "now"), figureAnchor(56, 48, "second", "wish")]).toEqual(["start", "end"]);
    expect([figureAnchor(50, 50, "first", "now"), figureAnchor(50, 50, "first", "wish")]).toEqual(["end", "start"]);
  });
});

describe("the check's dot and ring", () => {
  it("come nearer with every step", () => {
    const reaches = Array.from({ length: 10 }, (_, index) => nearReach(index + 1));
    expect(reaches.every((reach, index) => index === 0 || reach < (reaches[index - 1] ?? 0))).toBe(true);
  });
});

describe("practice marks", () => {
  it("draw one path per kind, with today ringed", () => {
    const states = ["done", "tried", "unlogged", "planned", "rest", "done", "skipped"] as const;
    const paths = practicePaths(states, { pitch: 34, size: 20, round: false, today: 3 });
    expect(count(paths.skipped)).toBe(2);
    expect(count(paths.done)).toBe(3);
    expect(count(paths.triedEdge)).toBe(1);
    expect(count(paths.open)).toBe(2);
    expect(count(paths.rest)).toBe(1);
    expect(count(paths.today)).toBe(1);
  });
});

describe("how weeks were judged", () => {
  const side = (middle: number | null) => (middle === null ? null : { middle, times: 1 });
  const week = (number: number, said: number | null, rated: number | null) => ({
    week: number,
    said: side(said),
    rated: side(rated),
  });

  it("draws what was given and nothing else; two that agree stand side by side", () => {
    const paths = ratedPaths([week(1, 1, 3), week(2, null, 2), week(3, 4, null), week(4, 2, 2), week(5, null, null)]);
    expect([paths.said, paths.rated, paths.lines].map(count)).toEqual([3, 3, 1]);
    expect(paths.said).not.toMatch(/NaN|Infinity/);
    expect(ratedPaths([])).toMatchObject({ lines: "", said: "", rated: "" });
  });
});

describe("strategies", () => {
  const weeks = [
    { week: 1, counts: [2, 3, 2, 1] },
    { week: 2, counts: [1, 2, 1, 0] },
    { week: 3, counts: null },
  ];

  it("end the axis above the tallest week", () => {
    expect(axisTop(weeks)).toBe(12);
    expect(axisTop([])).toBe(8);
  });

  it("leave out what was not noticed and weeks without an entry", () => {
    const paths = strategyPaths(weeks, { left: 24, width: 386, top: 16, floor: 184 });
    expect(count(paths.solid)).toBe(2);
    expect(count(paths.hollow)).toBe(1);
    expect(paths.totals.map((total) => total.total)).toEqual([8, 4]);
  });
});
