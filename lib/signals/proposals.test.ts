import { describe, expect, it } from "vitest";
import type { ConnectionStatus } from "@/lib/connection/connection-status";
import { judgedStatus } from "@/lib/connection/status.testing";
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
  const seenAs = (given: Parameters<typeof judgedStatus>[0]) => ({ status: judgedStatus(given), saysGain: true });
  const steady = seenAs({ latest: 6, baseline: 6 });
  const row = (marks: DayMark[]) => ({
    exercise: "x",
    logged: 0,
    asked: 0,
    days: marks.map((mark, i) => ({ date: `2025-10-1${i + 3}`, mark, today: false, skipped: false })),
  });
  it("is three observations with what they rest on", () => {
    const attempts = [log(1, "done", 8, 5), log(2, "done", 7, 5), log(3, "done", 9, 4)];
    const seen = readiness(
      [row(["done", "tried", "done", "planned"])],
      attempts,
      seenAs({ latest: 3, baseline: 6, signal: "review" }),
      "2025-10-16",
    );
    expect(seen.map((o) => [o.met, o.detail])).toEqual([
      [true, "2 of 3 so far, and one stopped early"],
      [true, "Median 8 before, 5 after, 3 times"],
      [false, "Weeks 3 and 4 both lie at least 2 points below the first fortnight (6); week 4 has a median of 3."],
    ]);
    expect(readinessSentence(seen)).toBe("2 of 3 met. You decide, not the count.");
  });
  it("says when there is too little to say", () => {
    const seen = readiness(
      [row(["none"])],
      [log(1, "done", 8, 5)],
      { status: { kind: "no checks" }, saysGain: true },
      "2025-10-16",
    );
    expect(seen.map((o) => o.met)).toEqual([null, null, null]);
    expect(readiness([row(["done", "not-logged"])], [], steady, "2025-10-16")[0]?.met).toBe(false);
  });
  it("takes no attempt that was stopped for practice", () => {
    const [practice] = readiness([row(["tried"])], [], steady, "2025-10-16");
    expect(practice).toMatchObject({ met: false, detail: "0 of 1 so far, and one stopped early" });
  });
  it("says of connection only what its checks bear", () => {
    const baseline = { from: 0, median: 6, lower: 5, upper: 7, checks: 9 };
    const met = (status: ConnectionStatus) =>
      readiness([], [], { status, saysGain: true }, "2025-10-16").find(({ key }) => key === "connection")?.met;
    expect(met({ kind: "silent", baseline, week: 9, weeks: 6 })).toBeNull();
    expect(met({ kind: "waiting", baseline })).toBeNull();
    expect(met({ kind: "no baseline", counts: { checked: 20, lately: 4 } })).toBeNull();
    expect(met(judgedStatus({ latest: 9, baseline: 6, days: 2 }))).toBeNull();
    expect(met(judgedStatus({ latest: 3, baseline: 6, days: 1, signal: "watch" }))).toBe(false);
    expect(met(judgedStatus({ latest: 4.4, baseline: 6 }))).toBe(false);
    expect(met(judgedStatus({ latest: 6, baseline: 6, days: 3 }))).toBe(true);
    expect(met(judgedStatus({ latest: 9, baseline: 6, days: 3 }))).toBe(true);
  });
  it("tells no rise while words of gain wait", () => {
    const status = judgedStatus({ latest: 9, baseline: 6 });
    const detail = (saysGain: boolean) =>
      readiness([], [], { status, saysGain }, "2025-10-16").find(({ key }) => key === "connection")?.detail;
    expect(detail(true)).toContain("3 above");
    expect(detail(false)).toBe("Week 4 has a median of 9.");
  });
});
