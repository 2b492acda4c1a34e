import { describe, expect, it } from "vitest";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewMove } from "@/lib/protocol/preview-move";

const input: PathInput = {
  version: fixtureProtocol,
  enrolment: { startDate: "2026-10-05", zone: "Europe/London" },
  decisions: [],
  today: "2026-11-24",
};
const weeks = (n: number): ProtocolVersion => ({
  ...fixtureProtocol,
  weeks: Array.from({ length: n }, (_, i) => ({
    ...(fixtureProtocol.weeks[Math.min(i, 9)] ?? fixtureProtocol.weeks[0]),
    number: i + 1,
  })) as ProtocolVersion["weeks"],
});

const say = (date: string) => date;
const changesOf = (version: ProtocolVersion, on = input) => previewMove(on, version, say).changes;

describe("moving a path to another version", () => {
  it("says its size, what falls due elsewhere and what becomes of the end", () => {
    expect(changesOf(weeks(14))).toEqual([
      "14 weeks in 3 phases.",
      "Assessments fall due on other days.",
      "The end date moves from 2026-12-13 to 2027-01-10.",
    ]);
    expect(changesOf(weeks(6))).toEqual([
      "6 weeks in 3 phases.",
      "Week 8 lies past its last week, so the path ends with this week.",
      "Assessments fall due on other days.",
      "The end date moves from 2026-12-13 to 2026-11-29.",
    ]);
  });
  it("says which weeks from here ask for something else, and nothing of those that are over", () => {
    const other = weeks(10);
    const [one, , , , , , , , nine] = other.weeks;
    if (!one || !nine) throw new Error("no such week");
    one.exercises = nine.exercises;
    other.weeks[8] = {
      ...nine,
      exercises: [
        { exercise: "temperature-check", dose: { kind: "times", times: 3 } },
        { exercise: "small-secret", dose: { kind: "times", times: 1 } },
      ],
    };
    expect(previewMove(input, other, say)).toEqual({
      refusal: null,
      changes: [
        "10 weeks in 3 phases.",
        "Week 9: Temperature check 3 times instead of daily; Share a small secret once, which was not there; no Name the fear.",
      ],
      clientWords: "Something in your later weeks has changed. What you did stays as it is.",
    });
    expect(previewMove(input, other, say, true).clientWords).toBe(
      "Your later weeks are again as they were planned before. What you did stays as it is.",
    );
  });
  it("says which exercises are told in other words, and the client then reads of it", () => {
    const reworded: ProtocolVersion = {
      ...fixtureProtocol,
      exercises: fixtureProtocol.exercises.map((one) =>
        one.key === "small-secret" ? { ...one, title: "Tell one thing" } : one,
      ),
    };
    expect(previewMove(input, reworded, say)).toMatchObject({
      changes: ["10 weeks in 3 phases.", "Told in other words: Tell one thing."],
      clientWords: "From today, your weeks follow a changed plan. What you did stays as it is.",
    });
  });
  it("tells the client nothing where the weeks from here are the same", () => {
    expect(previewMove(input, weeks(10), say)).toEqual({
      refusal: null,
      changes: ["10 weeks in 3 phases.", "Nothing differs in the weeks from here."],
      clientWords: null,
    });
  });
  it("is refused where the weeks are over or ended, unless they go on by it", () => {
    const over = { ...input, today: "2026-12-20" };
    expect(previewMove(over, weeks(8), say).refusal).toMatch(/weeks are over/);
    expect(previewMove(over, weeks(14), say)).toMatchObject({
      refusal: null,
      clientWords: "Your weeks go on, and follow a changed plan. What you did stays as it is.",
    });
    const ended: PathInput = {
      ...input,
      decisions: [
        { id: "end", effectiveOn: "2026-11-20", madeAt: new Date(1), change: { kind: "end", followUps: true } },
      ],
    };
    expect(previewMove(ended, weeks(14), say).refusal).toBe("This protocol has ended.");
  });
  it("speaks of the start and of the pause that lie ahead", () => {
    const other = {
      ...fixtureProtocol,
      weeks: fixtureProtocol.weeks.map((week) => ({ ...week, exercises: week.exercises.slice(0, 1) })),
    };
    const soon = { ...input, today: "2026-10-01" };
    expect(previewMove(soon, other, say).clientWords).toBe("When your weeks begin, they follow a changed plan.");
    const paused: PathInput = {
      ...input,
      decisions: [
        { id: "pause", effectiveOn: "2026-11-20", madeAt: new Date(1), change: { kind: "pause", until: null } },
      ],
    };
    expect(previewMove(paused, other, say, true).clientWords).toMatch(
      /^When we start again, your weeks follow the plan that you had before\./,
    );
  });
});
