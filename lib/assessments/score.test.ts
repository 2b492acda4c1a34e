import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { scoreResponse } from "@/lib/assessments/score";
import { builtInInstrument } from "@/lib/instruments/built-in";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const full = builtIn("five-dimensions");

const values = fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 8 }), { minLength: 36, maxLength: 36 });
const fromValues = (given: (number | null)[]): Answer[] =>
  full.items.map((item, i) => ({ itemId: item.id, form: "now", value: given[i] ?? null }));

describe("scoring", () => {
  test("stays in range, and says how it came about", () => {
    fc.assert(
      fc.property(values, (given) => {
        for (const score of scoreResponse(full, fromValues(given))) {
          expect(score.score === null).toBe(score.status === "unscored");
          expect(score.reason === null).toBe(score.status === "scored");
          if (score.status === "prorated") expect(score.answered).toBe(5);
          if (score.score !== null) {
            expect(score.score).toBeGreaterThanOrEqual(0);
            expect(score.score).toBeLessThanOrEqual(96);
          }
        }
      }),
    );
  });

  test("does not depend on the order of answers or items, and mirrors when every answer is turned round", () => {
    fc.assert(
      fc.property(values, (given) => {
        const one = scoreResponse(full, fromValues(given));
        expect(scoreResponse(full, fromValues(given).toReversed())).toEqual(one);
        const shuffled = { ...full, items: full.items.toReversed() };
        expect(scoreResponse(shuffled, fromValues(given))).toEqual(one);
        const mirrored = scoreResponse(full, fromValues(given.map((value) => (value === null ? null : 4 - value))));
        for (const [i, score] of one.entries()) {
          if (score.score !== null) expect((mirrored[i]?.score ?? Number.NaN) + score.score).toBeCloseTo(96, 9);
        }
      }),
    );
  });

  test("never falls when one answer moves towards closeness", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 35 }), (given, at) => {
        const item = full.items[at];
        const value = given[at];
        if (!item || typeof value !== "number") return;
        const better = item.reversed ? Math.max(0, value - 1) : Math.min(4, value + 1);
        const after = scoreResponse(full, fromValues(given.map((old, i) => (i === at ? better : old))));
        for (const [i, score] of scoreResponse(full, fromValues(given)).entries()) {
          expect(after[i]?.score ?? 0).toBeGreaterThanOrEqual(score.score ?? 0);
        }
      }),
    );
  });
});
