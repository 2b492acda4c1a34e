import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConnectionStatus } from "@/lib/connection/connection-status";
import { judgedStatus } from "@/lib/connection/status.testing";
import { coupleFinding } from "@/lib/couples/couple-finding";
import { clientSummary, type SummaryFacts } from "@/lib/signals/client-summary";

/* Held against docs/RULES.md, section 6: falls first, nothing of a gain while it waits, one check never a week's middle. */

const baseline = { from: 0, median: 6, lower: 5, upper: 7, checks: 9 };
const half = fc.integer({ min: 2, max: 20 }).map((step) => step / 2);
const connection = fc.oneof(
  fc.constantFrom<ConnectionStatus | null>(
    null,
    { kind: "no checks" },
    { kind: "forming", day: 5, of: 14, checks: 2 },
    { kind: "no baseline", counts: null },
    { kind: "waiting", baseline },
    { kind: "silent", baseline, week: 9, weeks: 6 },
  ),
  fc
    .record({ latest: half, baseline: half, days: fc.integer({ min: 1, max: 7 }) })
    .chain(({ latest, baseline: start, days }) =>
      fc
        .constantFrom(...(start - latest >= 2 ? (["watch", "review"] as const) : (["none"] as const)))
        .map((signal) => judgedStatus({ latest, baseline: start, days, signal })),
    ),
);
const facts: fc.Arbitrary<SummaryFacts> = fc.record({
  firstName: fc.constant("Ines"),
  practice: fc.option(fc.record({ logged: fc.nat(7), asked: fc.nat(7) })),
  connection,
  falls: fc.constantFrom("", "Since baseline, beyond measurement error: sexual fell by 40 points (assumed)."),
  widest: fc.option(
    fc.record({ titles: fc.subarray(["emotional", "social", "sexual"]), gap: fc.integer({ min: -96, max: 96 }) }),
  ),
  gateClear: fc.boolean(),
  safetyOpen: fc.boolean(),
  waiting: fc.nat(4),
});

describe("the summary of a client", () => {
  test("says every fall before all but an open event, and no gain while one waits", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const told = clientSummary(given);
        expect(told).not.toMatch(/NaN|undefined|null|Infinity|-\d| {2}/);
        if (told !== "") expect(told).toMatch(/^[A-Z0-9].*\.$/);
        const opened = "A safety event is open, and comes before everything else on this page.";
        expect(told.startsWith(opened)).toBe(given.safetyOpen);
        const after = given.safetyOpen ? told.slice(opened.length).trim() : told;
        if (given.falls) expect(after.startsWith(given.falls)).toBe(true);
        const judged = given.connection?.kind === "judged" ? given.connection : null;
        const fall = judged ? judged.baseline.median - judged.latest.median : 0;
        if (fall >= 1) {
          expect(after.slice(given.falls.length).trim()).toMatch(
            /^Connection (has been lower|was lower|stands [\d.]+ below)/,
          );
          expect(after).not.toContain("counts as a gain");
        } else expect(after).not.toMatch(/lower|below/);
        if (!given.gateClear || given.safetyOpen) expect(told).not.toContain("above");
        if (judged === null) expect(told).not.toContain("Connection");
        if (judged && judged.latest.days >= 3) expect(told).not.toMatch(/by one check|by checks on/);
        if (fall >= 1 && judged?.latest.days === 1) expect(told).toContain("by one check");
        if (given.widest && given.widest.gap <= 0) expect(told).not.toContain("widest");
      }),
      { numRuns: 500 },
    );
  });
});

describe("the finding above two people", () => {
  const gap = fc.option(fc.integer({ min: -96, max: 96 }));
  const side = gap.map((points) => (points === null ? null : { now: 0, wished: points, gap: points }));
  const names = ["emotional", "intellectual", "recreational", "social", "sexual"] as const;
  const rows = fc
    .subarray([...names])
    .chain((some) =>
      fc
        .array(fc.tuple(side, side), { minLength: some.length, maxLength: some.length })
        .map((sides) =>
          some.map((dimension, i) => ({ dimension, first: sides[i]?.[0] ?? null, second: sides[i]?.[1] ?? null })),
        ),
    );

  test("names all the widest and nothing else, and says of each person more or less", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const told = coupleFinding(given, "Ines", "Dario");
        expect(told).toMatch(/^[A-Z].*\.$/);
        expect(told).not.toMatch(/[-−]\d|NaN|undefined|null/);
        const both = given.flatMap(({ dimension, first, second }) =>
          first && second ? [{ dimension, a: first.gap, b: second.gap }] : [],
        );
        const more = ({ a, b }: { a: number; b: number }) => (a > 0 ? a : 0) + (b > 0 ? b : 0);
        const most = both.reduce((far, one) => Math.max(far, more(one)), 0);
        for (const one of both) {
          const isNamed = most > 0 && more(one) === most;
          expect(told.includes(`${one.dimension} (`)).toBe(isNamed);
          if (!isNamed) continue;
          for (const [name, points] of [
            ["Ines", one.a],
            ["Dario", one.b],
          ] as const)
            if (points !== 0)
              expect(told).toMatch(
                new RegExp(
                  `${one.dimension} \\([^)]*${name} wishes for ${Math.abs(points)} points? ${points > 0 ? "more" : "less"}`,
                ),
              );
        }
        if (both.length === 0) expect(told).toContain("no dimension yet");
        else if (most === 0) expect(told).toContain("as near as they wish");
      }),
      { numRuns: 500 },
    );
  });
});
