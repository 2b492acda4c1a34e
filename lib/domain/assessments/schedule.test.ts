import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssignmentRule, answerSpan, occurrenceState, occurrences } from "@/lib/domain/assessments/schedule";
import { builtInProtocol } from "@/lib/domain/protocol/built-in";
import { protocolPath } from "@/lib/domain/protocol/schedule";
import { addDays, daysBetween, weekday } from "@/lib/domain/time/local-date";
import { localDate } from "@/lib/domain/time/zone";

const window = { opensDaysBefore: 2, expiresDaysAfter: 5 };
const path = (startDate: string) =>
  protocolPath({ version: builtInProtocol, enrolment: { startDate, zone: "UTC" }, decisions: [], today: startDate });
const date = fc.integer({ min: 0, max: 2500 }).map((n) => addDays("2024-01-01", n));
const rule: fc.Arbitrary<AssignmentRule> = fc.oneof(
  date.map((on): AssignmentRule => ({ kind: "once", on })),
  fc
    .record({ weeks: fc.integer({ min: 1, max: 8 }), from: date, until: fc.option(date) })
    .map((r): AssignmentRule => ({ kind: "every", ...r })),
  fc
    .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
    .map((weeks): AssignmentRule => ({ kind: "protocol-weeks", weeks })),
  fc.constant<AssignmentRule>({ kind: "before-phases" }),
);

describe("recurring assignments", () => {
  it("come up on protocol weeks, before phases, and every n weeks", () => {
    const at = (r: AssignmentRule) =>
      occurrences(r, window, path("2025-09-01"), "2026-01-01").map((o) => [o.key, o.dueOn]);
    expect(at({ kind: "protocol-weeks", weeks: [5, 0, 5] })).toEqual([
      ["week-0", "2025-09-01"],
      ["week-5", "2025-10-05"],
    ]);
    expect(at({ kind: "before-phases" }).map(([, d]) => d)).toEqual(["2025-08-31", "2025-09-28", "2025-10-26"]);
    expect(at({ kind: "every", weeks: 4, from: "2025-10-01", until: "2025-11-30" }).map(([, d]) => d)).toEqual([
      "2025-10-01",
      "2025-10-29",
      "2025-11-26",
    ]);
    expect(at({ kind: "before-phases", phases: [3] }).map(([, d]) => d)).toEqual(["2025-10-26"]);
    expect(occurrences({ kind: "before-phases" }, window, null, "2026-01-01")).toEqual([]);
  });
  it("have unique keys, ascending dates and windows in order, and only grow", () => {
    fc.assert(
      fc.property(rule, date, date, fc.nat(200), (r, start, through, more) => {
        const list = occurrences(r, window, path(start), through);
        expect(new Set(list.map((o) => o.key)).size).toBe(list.length);
        list.forEach((o, i) => {
          const before = list[i - 1];
          if (before) expect(o.dueOn > before.dueOn).toBe(true);
          expect(daysBetween(o.opensOn, o.dueOn)).toBe(2);
          if (r.kind === "every") expect(weekday(o.dueOn)).toBe(weekday(r.from));
        });
        expect(occurrences(r, window, path(start), addDays(through, more)).slice(0, list.length)).toEqual(list);
      }),
      { numRuns: 200 },
    );
  });
  it("stands somewhere on every day", () => {
    const occ = { key: "once", opensOn: "2026-03-27", dueOn: "2026-03-29", expiresOn: "2026-04-03" };
    const on = (d: string) => occurrenceState(occ, d, false);
    expect(["2026-03-26", "2026-03-27", "2026-03-29", "2026-04-03", "2026-04-04"].map(on)).toEqual([
      "not-yet",
      "open",
      "due-today",
      "overdue",
      "expired",
    ]);
    expect(occurrenceState(occ, "2027-01-01", true)).toBe("answered");
    expect(occurrenceState({ ...occ, expiresOn: null }, "2027-01-01", false)).toBe("overdue");
  });
  it("opens and closes at local midnight in every zone, across clock changes", () => {
    const zones = fc.constantFrom(
      "Europe/London",
      "America/Havana",
      "Asia/Beirut",
      "Australia/Lord_Howe",
      "Pacific/Apia",
    );
    fc.assert(
      fc.property(date, zones, (on, zone) => {
        const occ = occurrences({ kind: "once", on }, window, null, on)[0];
        if (!occ?.expiresOn) throw new Error("expected one occurrence");
        const span = answerSpan(occ, zone);
        expect(localDate(span.opensAt, zone)).toBe(occ.opensOn);
        expect(localDate(new Date(span.opensAt.getTime() - 1), zone)).toBe(addDays(occ.opensOn, -1));
        expect(localDate(new Date((span.closesAt?.getTime() ?? 0) - 1), zone)).toBe(occ.expiresOn);
        expect(localDate(span.closesAt ?? new Date(0), zone)).toBe(addDays(occ.expiresOn, 1));
      }),
      { numRuns: 200 },
    );
  });
});
