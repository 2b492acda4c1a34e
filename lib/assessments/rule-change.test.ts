import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssignmentRule } from "@/lib/assessments/assignment-rule";
import { changedRule, changeOfRule, ruleForm, type ScheduledOccurrence } from "@/lib/assessments/rule-change";
import { occurrences } from "@/lib/protocol/occurrences";
import { addDays } from "@/lib/time/local-date";

const weekly: AssignmentRule = { kind: "every", weeks: 1, from: "2026-11-30", until: "2026-12-21" };
const window = { opensDaysBefore: 0, expiresDaysAfter: 3 };
const planned = (rule: AssignmentRule) => occurrences(rule, window, null, "2027-12-31");
const scheduled = (rule: AssignmentRule, stays: readonly string[] = []): ScheduledOccurrence[] =>
  planned(rule).map((one) => ({ ...one, id: one.key, stays: stays.includes(one.dueOn) }));
const days = (list: readonly { dueOn: string }[]) => list.map(({ dueOn }) => dueOn);

describe("changing a rule", () => {
  it("leaves what is begun, moves the rest in order, and cancels what is left over", () => {
    const next: AssignmentRule = { kind: "every", weeks: 2, from: "2026-12-09", until: "2026-12-23" };
    const { kept, moved, added, cancelled } = changeOfRule(scheduled(weekly, ["2026-11-30"]), planned(next));
    expect(days(kept)).toEqual(["2026-11-30"]);
    expect(moved.map(({ from, to }) => [from.dueOn, to.dueOn])).toEqual([
      ["2026-12-07", "2026-12-09"],
      ["2026-12-14", "2026-12-23"],
    ]);
    expect(added).toEqual([]);
    expect(days(cancelled)).toEqual(["2026-12-21"]);
  });

  it("leaves each in its own place where the place is still there", () => {
    const { moved, added } = changeOfRule(scheduled(weekly), planned({ ...weekly, until: "2026-12-28" }));
    expect(moved.every(({ from, to }) => from.dueOn === to.dueOn)).toBe(true);
    expect(days(added)).toEqual(["2026-12-28"]);
  });

  it("never asks twice for a place that is taken, loses nobody, and moves nothing that stays", () => {
    const rule = fc
      .record({ weeks: fc.integer({ min: 1, max: 4 }), start: fc.nat(60), times: fc.integer({ min: 1, max: 12 }) })
      .map(({ weeks, start, times }): AssignmentRule => {
        const from = addDays("2026-11-30", start);
        return { kind: "every", weeks, from, until: addDays(from, weeks * 7 * (times - 1)) };
      });
    fc.assert(
      fc.property(rule, rule, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (before, after, touched) => {
        const rows = scheduled(before).map((one, i) => ({ ...one, stays: touched[i] ?? false }));
        const change = changeOfRule(rows, planned(after));
        expect(change.kept).toEqual(rows.filter(({ stays }) => stays));
        expect(change.kept.length + change.moved.length + change.cancelled.length).toBe(rows.length);
        const keys = [...change.kept, ...change.moved.map(({ to }) => to), ...change.added].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set([...change.kept, ...planned(after)].map(({ key }) => key)));
        if (change.added.length > 0) expect(change.cancelled).toEqual([]);
      }),
    );
  });

  it("goes on behind what stays, and keeps its kind", () => {
    const form = (given: Record<string, unknown>) => ruleForm.parse(given);
    const ask = (given: Record<string, unknown>, after: string | null = null, rule: AssignmentRule = weekly) =>
      changedRule(rule, form(given), "2026-11-25", after);
    expect(ask({ next: "2026-12-01", every: "2", ends: "never", days: "1", expires: "", grace: "24" })).toEqual({
      rule: { kind: "every", weeks: 2, from: "2026-12-01", until: null },
      window: { opensDaysBefore: 1, expiresDaysAfter: null, graceHours: 24 },
    });
    expect(ask({ next: "2026-12-01", times: "3", every: "1" })).toMatchObject({ rule: { until: "2026-12-15" } });
    expect(ask({ next: "2026-11-24" })).toMatchObject({ fault: { field: "next" } });
    expect(ask({})).toMatchObject({ fault: { field: "next" } });
    expect(ask({ next: "2026-11-30" }, "2026-11-30")).toMatchObject({ fault: { field: "next" } });
    const weeks: AssignmentRule = { kind: "protocol-weeks", weeks: [1] };
    expect(ask({ "weeks[]": ["5", "3", "5"] }, null, weeks)).toMatchObject({ rule: { weeks: [3, 5] } });
    expect(ask({}, null, weeks)).toMatchObject({ fault: { field: "weeks" } });
    expect(ask({}, null, { kind: "before-phases" })).toMatchObject({ rule: { kind: "before-phases" } });
  });
});
