import { describe, expect, it } from "vitest";
import type { LoggedAttempt } from "@/lib/exercises/attempt";
import { dayMarks, practiceRows, practisedSentence } from "@/lib/protocol/adherence";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";

const today = "2025-10-16";
const path = protocolPath({
  version: fixtureProtocol,
  enrolment: { startDate: "2025-09-01", zone: "UTC" },
  decisions: [],
  today,
});
const log = (day: number, exercise: string, outcome: LoggedAttempt["outcome"]) => ({
  exercise,
  date: `2025-10-${day}`,
  outcome,
});
const attempts = [
  log(13, "ten-minute-cuddle", "done"),
  log(14, "small-secret", "tried"),
  log(15, "ten-minute-cuddle", "skipped"),
  log(12, "ten-minute-cuddle", "done"),
  log(14, "learn-together", "done"),
];
const week = path.current;
if (!week) throw new Error("week 7 is current");
const rows = practiceRows(week, attempts, today);
const marks = (exercise: string) => rows.find((r) => r.exercise === exercise)?.days.map((d) => d.mark);

describe("practice marks", () => {
  it("say what each day was", () => {
    expect(marks("ten-minute-cuddle")).toEqual(["done", "none", "not-logged", "none", "planned", "none", "none"]);
    expect(marks("small-secret")).toEqual(["none", "tried", "none", "planned", "none", "none", "none"]);
    expect(marks("learn-together")?.[1]).toBe("done");
    expect(rows[0]).toMatchObject({ logged: 1, asked: 3, days: { 2: { skipped: true }, 3: { today: true } } });
  });
  it("are one a day for the client, in a sentence that counts what was done", () => {
    const days = dayMarks(rows, "2025-10-13", today);
    expect(days.map((d) => d.mark)).toEqual(["done", "done", "not-logged", "planned", "planned", "none", "none"]);
    expect(practisedSentence(days)).toBe("You practised on 2 days.");
    expect(practisedSentence([{ mark: "tried" }])).toBe("You tried on 1 day. That counts.");
    expect(practisedSentence([{ mark: "done" }, { mark: "tried" }])).toBe(
      "You practised on 1 day and tried on another.",
    );
    expect(practisedSentence([{ mark: "not-logged" }])).not.toMatch(/miss/);
  });
});
