import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawn, retention, type Stay } from "@/lib/figures/retention";

const left = (...weeks: number[]): Stay[] => weeks.map((week) => ({ weeks: week, hasLeft: true }));
const stayed = (...weeks: number[]): Stay[] => weeks.map((week) => ({ weeks: week, hasLeft: false }));

/** Remission in weeks under 6-MP, as it is in every textbook (Freireich et al. 1963, Blood 21, 699). */
const sixMp = [...left(6, 6, 6, 7, 10, 13, 16, 22, 23), ...stayed(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];

describe("the share that stays", () => {
  test("is that of the textbooks", () => {
    const steps = retention(sixMp, 35);
    const at = (week: number) => steps[week];
    const published = { 6: 0.857, 7: 0.807, 10: 0.753, 13: 0.69, 16: 0.627, 22: 0.538, 23: 0.448 };
    for (const [week, share] of Object.entries(published)) expect(at(Number(week))?.share).toBeCloseTo(share, 3);
    expect([6, 7, 10, 13, 16, 22, 23].map((week) => at(week)?.atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(at(5)?.share).toBe(1);
    expect(at(35)?.share).toBeCloseTo(0.448, 3);
  });

  test("is the plain share where nobody is lost from sight, never rises, and stays between 0 and 1", () => {
    const stay = fc.record({ weeks: fc.nat(12), hasLeft: fc.boolean() });
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1 }), (stays) => {
        const shares = retention(stays, 12).map(({ share }) => share);
        for (const [i, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(shares[i - 1] ?? 1);
        }
        const all = stays.map(({ weeks }) => ({ weeks, hasLeft: true }));
        for (const { week, share } of retention(all, 12))
          expect(share).toBeCloseTo(all.filter(({ weeks }) => weeks > week).length / all.length, 9);
      }),
    );
  });

  test("is nothing of nobody, and is drawn as far as it stands on people", () => {
    expect(retention([], 2).map(({ share, atRisk }) => [share, atRisk])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(drawn(retention(sixMp, 35), 5).at(-1)?.week).toBe(25);
    expect(drawn(retention(left(1, 2), 3), 5)).toEqual([]);
    expect(() => retention(left(-1), 3)).toThrow(RangeError);
  });
});
