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

describe("moving a path to another version", () => {
  it("says its size and what becomes of the end", () => {
    expect(previewMove(input, weeks(14), (date) => date)).toEqual([
      "14 weeks in 3 phases.",
      "The end date moves from 2026-12-13 to 2027-01-10.",
    ]);
    expect(previewMove(input, weeks(6), (date) => date)).toEqual([
      "6 weeks in 3 phases.",
      "Week 8 lies past its last week, so the path ends with this week.",
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
    expect(previewMove(input, other, (date) => date)).toEqual([
      "10 weeks in 3 phases.",
      "Week 9: Temperature check 3 times instead of daily; Share a small secret once, which was not there; no Name the fear.",
    ]);
  });
});
