import { describe, expect, it } from "vitest";
import { anxietyChanges, anxietySentence } from "@/lib/exercises/anxiety-change";
import { distanceMoveWords } from "@/lib/exercises/distance-moves";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { firstTimes } from "@/lib/exercises/first-times";
import { movesByWeek, movesSentence } from "@/lib/exercises/moves-by-week";

const attempt = (exercise: string, date: string, before: number | null, after: number | null, outcome = "done") => ({
  exercise,
  date,
  form: "shared" as ExerciseForm,
  outcome: outcome as "done" | "tried" | "skipped",
  anxietyBefore: before,
  anxietyAfter: after,
});

describe("anxiety before and after", () => {
  it("pairs what has both figures, by exercise, with medians", () => {
    const changes = anxietyChanges([
      attempt("cuddle", "2026-10-01", 8, 5),
      attempt("favour", "2026-10-02", 7, null),
      attempt("cuddle", "2026-10-03", 6, 4, "tried"),
      attempt("cuddle", "2026-10-04", 9, 3),
      attempt("secret", "2026-10-05", 9, 8),
    ]);
    expect(changes.map(({ exercise, median }) => [exercise, median.before, median.after])).toEqual([
      ["cuddle", 8, 4],
      ["secret", 9, 8],
    ]);
    expect(anxietySentence(changes)).toBe("Anxiety fell from 8.5 to 4.5 during exercises (medians of 4 times).");
  });

  it("keeps own steps apart from what was done with the partner", () => {
    const changes = anxietyChanges([
      attempt("cuddle", "2026-10-01", 8, 5),
      { ...attempt("cuddle", "2026-10-03", 4, 2), form: "own" },
    ]);
    expect(changes.map(({ form, median }) => [form, median.before])).toEqual([
      ["shared", 8],
      ["own", 4],
    ]);
  });

  it("says a rise and a standstill as they are, and nothing as nothing", () => {
    expect(anxietySentence(anxietyChanges([attempt("a", "2026-10-01", 3, 6)]))).toContain(
      "rose from 3 to 6 during exercises (one time)",
    );
    expect(anxietySentence(anxietyChanges([attempt("a", "2026-10-01", 4, 4)]))).toContain("stayed at 4");
    expect(anxietySentence(anxietyChanges([attempt("a", "2026-10-01", 4, null)]))).toContain("No exercise");
  });
});

describe("moves by week", () => {
  const title = (move: keyof typeof distanceMoveWords) => distanceMoveWords[move].title;
  it("counts each kind in its week; a week ahead is not zero", () => {
    const weeks = movesByWeek(
      [
        { date: "2026-09-30", move: "lone-wolf" },
        { date: "2026-10-01", move: "lone-wolf" },
        { date: "2026-10-07", move: "phantom-ex" },
        { date: "2026-10-08", move: "lone-wolf" },
      ],
      "2026-10-01",
      "2026-10-09",
      3,
    );
    expect(weeks).toEqual([
      { week: 1, counts: [1, 0, 1, 0] },
      { week: 2, counts: [0, 0, 1, 0] },
      { week: 3, counts: null },
    ]);
    expect(movesSentence(weeks, title)).toBe(
      "3 times in all, most often lone wolf (2 of 3). Noticing more can be good news.",
    );
    expect(movesSentence(weeks.slice(1), title)).toBe("Once: lone wolf.");
    const even = [{ week: 1, counts: [2, 0, 2, 1] }];
    expect(movesSentence(even, title)).toBe(
      "5 times in all, most often phantom ex and lone wolf (2 each). Noticing more can be good news.",
    );
    expect(movesSentence([{ week: 1, counts: [1, 1, 0, 0] }], title)).toBe(
      "2 times in all: phantom ex and focusing on flaws, each as often. Noticing more can be good news.",
    );
    expect(movesSentence([], title)).toBe("None noticed in these weeks.");
  });
});

describe("first times", () => {
  it("takes the first done, not a try or a skip", () => {
    const found = firstTimes([
      attempt("cuddle", "2026-10-09", null, null),
      attempt("cuddle", "2026-10-05", null, null, "tried"),
      attempt("favour", "2026-10-06", null, null, "skipped"),
      attempt("favour", "2026-10-07", null, null),
      attempt("cuddle", "2026-10-08", null, null),
    ]);
    expect(found).toEqual([
      { exercise: "favour", form: "shared", date: "2026-10-07" },
      { exercise: "cuddle", form: "shared", date: "2026-10-08" },
    ]);
    const own = { ...attempt("cuddle", "2026-10-01", null, null), form: "own" as const };
    const both = firstTimes([own, attempt("cuddle", "2026-10-08", null, null)]);
    expect(both.map(({ form, date }) => [form, date])).toEqual([
      ["own", "2026-10-01"],
      ["shared", "2026-10-08"],
    ]);
  });
});
