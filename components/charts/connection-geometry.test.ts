import { describe, expect, it } from "vitest";
import type { ConnectionData } from "@/components/charts/connection-data";
import {
  checkSentence,
  drawnChecks,
  flagPlaces,
  frameFor,
  lineLabels,
  middleOfWeek,
  nearestCheck,
  placeDay,
  placeScore,
  todayLabel,
} from "@/components/charts/connection-geometry";

const frame = frameFor(876);
const data: ConnectionData = {
  weeks: 10,
  today: 45,
  checks: [
    { at: 0.5, score: 4, when: "Mon 1 Sept, 19:00" },
    { at: 30, score: 7, when: "Wed 1 Oct, 19:00" },
    { at: 45, score: 2, when: "Thu 16 Oct, 07:42" },
  ],
  medians: [{ week: 7, median: 2.5, lowest: 2, days: 2, signal: "review" }],
  baseline: { median: 5.5, lower: 3.6, upper: 7.4 },
  events: [
    { at: 44, week: 7, name: "First" },
    { at: 45, week: 7, name: "Second" },
  ],
  goal: null,
  phases: [
    { number: 1, name: "Small Steps", from: 1, to: 4 },
    { number: 2, name: "Building Trust", from: 5, to: 8 },
    { number: 3, name: "Integration", from: 9, to: 10 },
  ],
};

describe("axes", () => {
  it("always run the full scale", () => {
    expect(placeScore(frame)(1)).toBe(frame.floor);
    expect(placeScore(frame)(10)).toBe(frame.top);
    expect(placeDay(frame, 10)(0)).toBe(frame.left);
    expect(placeDay(frame, 10)(70)).toBe(frame.right);
  });

  it("put a median in the middle of its week", () => {
    expect(middleOfWeek(1)).toBe(3.5);
    expect(middleOfWeek(10)).toBe(66.5);
  });
});

describe("nearestCheck", () => {
  it("finds the check under the pointer, also beyond the ends", () => {
    const at = (day: number) => nearestCheck(data.checks, frame, 10, placeDay(frame, 10)(day));
    expect([at(0), at(29), at(70)]).toEqual([0, 1, 2]);
    expect(nearestCheck([], frame, 10, 100)).toBeNull();
  });
});

describe("flagPlaces", () => {
  it("moves flags apart that would touch and keeps their numbers", () => {
    const [first, second] = flagPlaces(data, frame, 6);
    expect(first?.number).toBe(1);
    expect((second?.flagX ?? 0) - (first?.flagX ?? 0)).toBeGreaterThanOrEqual(21);
  });

  it("draws no more flags than it may", () => {
    expect(flagPlaces(data, frame, 1)).toHaveLength(1);
  });
});

describe("todayLabel", () => {
  it("stays in the lane when the lane is free and inside the plot at its end", () => {
    const free = { ...data, events: [] };
    expect(todayLabel(200, free, frame)).toEqual({ x: 207, y: frame.strip + 20, before: false });
    expect(todayLabel(frame.right, free, frame).before).toBe(true);
  });

  it("goes to the foot when flags stand on both sides", () => {
    const crowded = {
      ...data,
      events: [
        { at: 43, week: 7, name: "A" },
        { at: 47, week: 7, name: "B" },
      ],
    };
    expect(todayLabel(placeDay(frame, 10)(45), crowded, frame).y).toBe(frame.floor - 6);
  });
});

describe("lineLabels", () => {
  it("keeps three labels readable when the range is narrow", () => {
    const labels = lineLabels({ ...data, baseline: { median: 6, lower: 5.9, upper: 6.1 } }, frame).map(
      (line) => line.labelY,
    );
    expect((labels[1] ?? 0) - (labels[0] ?? 0)).toBeGreaterThanOrEqual(14);
    expect((labels[2] ?? 0) - (labels[1] ?? 0)).toBeGreaterThanOrEqual(14);
  });

  it("draws a goal from the day on which it was agreed, and from the edge where that was before the weeks", () => {
    const goalFrom = (from: number) =>
      lineLabels({ ...data, goal: { at: 7, from, agreedOn: "" } }, frame).find(({ kind }) => kind === "goal");
    expect(goalFrom(20)).toMatchObject({ y: placeScore(frame)(7), from: placeDay(frame, 10)(20), figure: "7" });
    expect(lineLabels(data, frame).map(({ figure }) => figure)).toEqual(["7.4", "5.5", "3.6"]);
    expect(goalFrom(-9)?.from).toBe(frame.left);
    expect(lineLabels({ ...data, baseline: null }, frame)).toEqual([]);
  });
});

describe("checkSentence", () => {
  it("says when, how much, and what its week shows", () => {
    const last = data.checks[2];
    expect(last && checkSentence(last, data.medians)).toBe("Thu 16 Oct, 07:42: 2 of 10. Week 7 median 2.5, review");
    const first = data.checks[0];
    expect(first && checkSentence(first, data.medians)).toBe("Mon 1 Sept, 19:00: 4 of 10");
  });
});

describe("checks of another record of the same person", () => {
  const elsewhere = [
    {
      record: 12,
      checks: [
        { at: -40, score: 9, when: "Wed 23 Jul, 19:00" },
        { at: 20, score: 3, when: "Sun 21 Sept, 19:00", note: "Alone." },
        { at: 71, score: 8, when: "Tue 11 Nov, 19:00" },
      ],
    },
  ];

  it("are drawn in the order of time where they lie in these weeks, and say whose they are", () => {
    const drawn = drawnChecks({ ...data, elsewhere });
    expect(drawn.map(({ at, record }) => [at, record])).toEqual([
      [0.5, undefined],
      [20, 12],
      [30, undefined],
      [45, undefined],
    ]);
    const other = drawn[1];
    expect(other && checkSentence(other, data.medians)).toBe("Sun 21 Sept, 19:00: 3 of 10, on record 12. “Alone.”");
    expect(drawnChecks(data)).toEqual(data.checks);
  });
});
