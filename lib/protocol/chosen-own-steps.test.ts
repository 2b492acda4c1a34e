import { describe, expect, it } from "vitest";
import { chosenOwnSteps } from "@/lib/protocol/chosen-own-steps";
import type { Change, Decision } from "@/lib/protocol/decision";
import { BEGIN_AFTER_SECONDS, spansOf } from "@/lib/safety/chosen-own-steps";

const at = (day: number, time = "14:00:00") => new Date(`2026-01-${`${day}`.padStart(2, "0")}T${time}Z`);
const made = (id: string, day: number, change: Change, time?: string): Decision => {
  const effectiveOn = `2026-01-${`${day}`.padStart(2, "0")}`;
  return { id, effectiveOn, madeAt: at(day, time), change };
};
const own = (from: number, until: number | null): Change => ({
  kind: "own-steps",
  from: `2026-01-${`${from}`.padStart(2, "0")}`,
  until: until === null ? null : `2026-01-${`${until}`.padStart(2, "0")}`,
});
const spans = (...decisions: Decision[]) => spansOf(chosenOwnSteps(decisions), "Europe/London");

describe("own steps that were chosen", () => {
  it("begin a minute after the decision where they begin today, and at midnight on a later day", () => {
    expect(BEGIN_AFTER_SECONDS).toBe(60);
    expect(spans(made("a", 8, own(8, 12)))).toEqual([{ from: at(8, "14:01:00"), until: at(12, "00:00:00") }]);
    expect(spans(made("a", 8, own(10, null)))).toEqual([{ from: at(10, "00:00:00"), until: null }]);
    expect(spans(made("a", 8, { kind: "hold" }))).toEqual([]);
  });
  it("never were, where they are taken back before they began", () => {
    const undo: Change = { kind: "undo", undoes: "a" };
    expect(spans(made("a", 8, own(8, null)), made("b", 8, undo, "14:00:45"))).toEqual([]);
    expect(spans(made("a", 8, own(8, null)), made("b", 8, undo, "14:01:00"))).toEqual([]);
    expect(spans(made("a", 8, own(10, null)), made("b", 9, undo))).toEqual([]);
  });
  it("end with an undo, and go on where the undo is undone", () => {
    const decisions = [
      made("a", 8, own(8, 20)),
      made("b", 10, { kind: "undo", undoes: "a" }),
      made("c", 15, { kind: "undo", undoes: "b" }),
    ];
    expect(spans(...decisions)).toEqual([
      { from: at(8, "14:01:00"), until: at(10) },
      { from: at(15, "14:01:00"), until: at(20, "00:00:00") },
    ]);
    expect(spans(...decisions.slice(0, 2), made("d", 9, { kind: "undo", undoes: "z" }))).toHaveLength(1);
  });
  it("count their days where the couple is counted", () => {
    const chosen = chosenOwnSteps([made("a", 8, own(9, 10))]);
    expect(spansOf(chosen, "Pacific/Auckland")).toEqual([{ from: at(8, "14:01:00"), until: at(9, "11:00:00") }]);
    expect(spansOf(chosen, "America/Los_Angeles")).toEqual([{ from: at(9, "08:00:00"), until: at(10, "08:00:00") }]);
  });
});
