import { describe, expect, test } from "vitest";
import { connectionOverlap } from "@/lib/connection/connection-overlap";
import { addDays } from "@/lib/time/local-date";

const start = "2026-09-07";
const from = (values: readonly number[], first = 0) =>
  values.map((value, i) => ({ date: addDays(start, first + i), value }));
const flat = [4, 5, 4, 5, 4, 5];

describe("the first fortnight beside later days", () => {
  test("do not overlap when every later day is higher, and wholly when all are alike", () => {
    const higher = connectionOverlap([...from(flat), ...from([8, 8, 9, 8, 9], 14)], start, addDays(start, 30));
    expect(higher?.overlap).toMatchObject({ nap: 1, tau: 1, n: { a: 6, b: 5 } });
    const alike = connectionOverlap(
      [...from([5, 5, 5, 5, 5]), ...from([5, 5, 5, 5, 5], 14)],
      start,
      addDays(start, 30),
    );
    expect(alike?.overlap.nap).toBe(0.5);
    expect(alike?.corrected.status).toBe("undefined");
  });

  test("a fortnight that was rising already is taken out", () => {
    const rising = [2, 3, 3, 4, 4, 5, 5, 6];
    const later = [6, 7, 6, 7, 6, 7];
    const found = connectionOverlap([...from(rising), ...from(later, 14)], start, addDays(start, 30));
    expect(found?.corrected).toMatchObject({ status: "computed", corrected: true });
    if (found?.corrected.status === "computed")
      expect(found.corrected.tau).toBeLessThan(found.corrected.uncorrected ?? 0);
  });

  test("is not told before there are five days on either side, and counts a day once, up to today", () => {
    const four = from([7, 7, 7, 7], 14);
    expect(connectionOverlap([...from(flat), ...four], start, addDays(start, 30))).toBeNull();
    expect(connectionOverlap([...from(flat), ...four, ...four], start, addDays(start, 30))).toBeNull();
    expect(connectionOverlap([...from([5, 5]), ...from([7, 7, 7, 7, 7], 14)], start, addDays(start, 30))).toBeNull();
    const five = [...from(flat), ...from([7, 7, 7, 7, 7], 14)];
    expect(connectionOverlap(five, start, addDays(start, 17))).toBeNull();
    expect(connectionOverlap(five, start, addDays(start, 18))?.overlap.n.b).toBe(5);
  });
});
