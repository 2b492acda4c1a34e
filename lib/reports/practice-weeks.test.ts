import { expect, it } from "vitest";
import { inShort } from "./in-short";
import { practiceSentence, practiceWeeks } from "./practice-weeks";
import { forWhom, isInPeriod, periodWords, waitsForJointSteps } from "./report";

const on = (date: string, outcome: "done" | "tried" | "skipped" = "done") => ({ date, outcome });

it("counts days with practice by week, a day once, and what was left out not at all", () => {
  const attempts = [on("2026-11-02"), on("2026-11-02", "tried"), on("2026-11-04"), on("2026-11-16", "skipped")];
  const weeks = practiceWeeks(attempts, "2026-11-02", { from: null, to: "2026-11-20", endsOn: null });
  expect(weeks).toEqual([
    { week: 1, days: 2 },
    { week: 2, days: 0 },
    { week: 3, days: 0 },
  ]);
  expect(practiceSentence(weeks, "Ines")).toBe("Ines practised on 2 days, in 1 of 3 weeks.");
});

it("keeps to its period, and knows no week before the start", () => {
  const attempts = [on("2026-11-02"), on("2026-11-10"), on("2026-11-30")];
  expect(practiceWeeks(attempts, "2026-11-02", { from: "2026-11-09", to: "2026-11-15", endsOn: null })).toEqual([
    { week: 2, days: 1 },
  ]);
  expect(practiceWeeks(attempts, "2026-12-07", { from: null, to: "2026-11-15", endsOn: null })).toEqual([]);
  expect(practiceSentence([], "Ines")).toBe("No exercise was logged in this time.");
});

it("counts no week after the end of the path in which nothing was done", () => {
  const span = { from: null, to: "2027-06-30", endsOn: "2026-11-15" };
  const count = (...dates: string[]) =>
    practiceWeeks(
      dates.map((date) => on(date)),
      "2026-11-02",
      span,
    ).length;
  expect([count(), count("2026-11-03"), count("2026-11-25")]).toEqual([2, 2, 4]);
  expect(practiceWeeks([], "2026-11-02", { ...span, from: "2026-12-01" })).toEqual([]);
  expect(practiceWeeks([], "2026-11-02", { ...span, to: "2026-11-08" })).toHaveLength(1);
});

it("says falls first and the rest in order", () => {
  const words = (text: string, isFall = false) => ({ words: text, isFall });
  expect(inShort([words("a"), words(""), words("fell", true), words("b"), words("fell too", true)])).toEqual([
    ...["fell", "fell too", "a", "b"],
  ]);
});

it("says whom it is for and of which days", () => {
  expect(forWhom({ reader: "client", addressee: null }, "Ines")).toBe("Ines");
  expect(forWhom({ reader: "referrer", addressee: null }, "Ines")).toBe("The referrer");
  expect(forWhom({ reader: "referrer", addressee: "Dr Łęcki" }, "Ines")).toBe("Dr Łęcki");
  expect(forWhom({ reader: "record", addressee: null }, "Ines")).toBe("The record");
  expect(periodWords({ from: null, to: "2026-11-30" })).toBe("From the beginning to 30 November 2026");
  expect(periodWords({ from: "2026-03-01", to: "2026-11-30" })).toBe("1 March 2026 to 30 November 2026");
  const days = { from: "2026-03-01", to: "2026-03-03" };
  expect(["2026-02-28", "2026-03-01", "2026-03-03", "2026-03-04"].map((date) => isInPeriod(days, date))).toEqual([
    ...[false, true, true, false],
  ]);
});

it("waits in the portal with charts that wait on the own pages", () => {
  expect(waitsForJointSteps(["connection", "practice", "anxiety"])).toBe(false);
  for (const part of ["dimensions", "gaps", "assessments"] as const) expect(waitsForJointSteps([part])).toBe(true);
});
