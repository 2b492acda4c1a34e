import { describe, expect, it } from "vitest";
import { type ChosenOwnSteps, spansOf } from "./chosen-own-steps";

const decided = new Date("2026-01-07T23:00:00Z");
const later = (seconds: number) => new Date(decided.getTime() + seconds * 1_000);
const chosen = (change: Partial<ChosenOwnSteps>): ChosenOwnSteps[] => [
  {
    from: "2026-01-08",
    until: null,
    decidedOn: "2026-01-08",
    isForBoth: true,
    stood: [{ from: decided, until: null }],
    ...change,
  },
];

describe("the spans of own steps that were chosen", () => {
  it("begin at once from today on, also for the one whose day is not there yet", () => {
    expect(spansOf(chosen({}), "America/Los_Angeles")).toEqual([{ from: later(60), until: null }]);
    expect(spansOf(chosen({ from: "2026-01-07" }), "America/Los_Angeles")).toEqual([{ from: later(60), until: null }]);
    expect(spansOf(chosen({ from: "2026-01-09" }), "America/Los_Angeles")).toEqual([
      { from: new Date("2026-01-09T08:00:00Z"), until: null },
    ]);
  });

  it("are none where they were taken back by the second in which they begin, or end before", () => {
    const until = (seconds: number) => chosen({ stood: [{ from: decided, until: later(seconds) }] });
    for (const seconds of [0, 59, 60]) expect(spansOf(until(seconds), "Europe/London")).toEqual([]);
    expect(spansOf(until(61), "Europe/London")).toEqual([{ from: later(60), until: later(61) }]);
    expect(spansOf(chosen({ until: "2026-01-07" }), "Europe/London")).toEqual([]);
  });
});
