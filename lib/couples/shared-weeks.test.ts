import { describe, expect, it } from "vitest";
import { finishedWeeks, practisedWeeks } from "./shared-scores";

describe("weeks", () => {
  it("are shown once they are over, so that no single day is", () => {
    const checks = [
      { date: "2026-10-01", value: 4 },
      { date: "2026-10-03", value: 6 },
      { date: "2026-10-15", value: 9 },
    ];
    expect(finishedWeeks(checks, "2026-10-01", "2026-10-06")).toEqual([]);
    expect(finishedWeeks(checks, "2026-10-01", "2026-10-07")).toEqual([{ week: 1, score: 5 }]);
    expect(finishedWeeks(checks, "2026-10-01", "2026-10-20")).toEqual([
      { week: 1, score: 5 },
      { week: 2, score: null },
    ]);
    expect(finishedWeeks(checks, "2026-10-01", "2027-10-20")).toHaveLength(10);
    const oneDay = [...checks, { date: "2026-10-15", value: 3 }];
    expect(finishedWeeks(oneDay, "2026-10-01", "2026-10-21")[2]).toEqual({ week: 3, score: null });
  });

  it("count a day once, and leave out weeks without practice", () => {
    const dates = ["2026-10-01", "2026-10-01", "2026-10-04", "2026-10-15", "2026-09-30"];
    expect(practisedWeeks(dates, "2026-10-01", "2026-10-21")).toEqual([
      { week: 1, days: 2 },
      { week: 3, days: 1 },
    ]);
    expect(practisedWeeks(dates, "2026-10-01", "2026-10-20")).toEqual([{ week: 1, days: 2 }]);
  });
});
