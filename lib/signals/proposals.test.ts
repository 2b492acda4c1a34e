import { describe, expect, it } from "vitest";
import type { DayMark } from "@/lib/protocol/adherence";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { gentlerProposals, readiness, readinessSentence, type WeighedAttempt } from "@/lib/signals/proposals";

const log = (
  day: number,
  outcome: WeighedAttempt["outcome"],
  before: number | null = null,
  after: number | null = null,
): WeighedAttempt => ({
  exercise: "ten-minute-cuddle",
  date: `2025-10-${String(day).padStart(2, "0")}`,
  loggedAt: new Date(Date.UTC(2025, 9, day)),
  outcome,
  anxietyBefore: before,
  anxietyAfter: after,
});
const propose = (attempts: WeighedAttempt[], since = {}) =>
  gentlerProposals(fixtureProtocol, attempts, since).map((p) => [p.because, p.alternatives[0]?.key]);

describe("go gentler", () => {
  it("comes up after two skips in a row", () => {
    expect(propose([log(1, "done"), log(3, "skipped"), log(5, "skipped")])).toEqual([["skips", "learn-together"]]);
    expect(propose([log(1, "skipped"), log(3, "done"), log(5, "skipped")])).toEqual([]);
    expect(propose([log(1, "skipped")])).toEqual([]);
  });
  it("comes up after anxiety of 8 or more three times running", () => {
    expect(propose([log(1, "done", 8), log(2, "done"), log(3, "tried", 9), log(5, "done", 10)])).toEqual([
      ["anxiety", "learn-together"],
    ]);
    expect(propose([log(1, "done", 8), log(3, "tried", 7), log(5, "done", 10)])).toEqual([]);
    expect(propose([log(1, "done", 9), log(3, "done", 9)])).toEqual([]);
  });
  it("does not come up again for what was decided on, and offers the smaller steps of the exercise", () => {
    const skips = [log(3, "skipped"), log(5, "skipped")];
    expect(propose(skips, { "ten-minute-cuddle": "2025-10-05" })).toEqual([]);
    // An attempt of the very day of a decision was in front of whoever decided.
    expect(propose(skips, { "ten-minute-cuddle": "2025-10-03" })).toEqual([]);
    const [found] = gentlerProposals(fixtureProtocol, skips);
    expect(found?.alternatives.map((e) => e.key)).toEqual(["learn-together", "one-real-feeling"]);
  });
});

describe("ready for the next phase", () => {
  const row = (marks: DayMark[]) => ({
    exercise: "x",
    logged: 0,
    asked: 0,
    days: marks.map((mark, i) => ({ date: `2025-10-1${i + 3}`, mark, today: false, skipped: false })),
  });
  it("is three observations with what they rest on", () => {
    const attempts = [log(1, "done", 8, 5), log(2, "done", 7, 5), log(3, "done", 9, 4)];
    const seen = readiness([row(["done", "tried", "done", "planned"])], attempts, "review", "2025-10-16");
    expect(seen.map((o) => [o.met, o.detail])).toEqual([
      [true, "3 of 3 so far, one stopped early"],
      [true, "Median 8 before, 5 after, 3 times"],
      [false, "Lower for two weeks running"],
    ]);
    expect(readinessSentence(seen)).toBe("2 of 3 met. You decide, not the count.");
  });
  it("says when there is too little to say", () => {
    const seen = readiness([row(["none"])], [log(1, "done", 8, 5)], "forming", "2025-10-16");
    expect(seen.map((o) => o.met)).toEqual([null, null, null]);
    expect(readiness([row(["done", "not-logged"])], [], "usual", "2025-10-16")[0]?.met).toBe(false);
  });
});
