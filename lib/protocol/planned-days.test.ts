import { describe, expect, it } from "vitest";
import { type Dose, daysAWeek } from "@/lib/protocol/dose";
import { offsetsFrom, plannedOffsets } from "@/lib/protocol/planned-days";

const times = (n: number): Dose => ({ kind: "times", times: n });

describe("planned days", () => {
  it("are as many as the dose asks for, in order, inside the week", () => {
    for (let n = 1; n <= 7; n += 1) {
      const offsets = plannedOffsets(times(n));
      expect(offsets).toHaveLength(daysAWeek(times(n)));
      expect([...offsets].sort((a, b) => a - b)).toEqual([...new Set(offsets)]);
      expect(offsets.every((o) => o >= 0 && o <= 6)).toBe(true);
    }
    expect(plannedOffsets({ kind: "when-it-comes", practise: 0 })).toEqual([]);
  });
  it("leave a day between up to four times a week", () => {
    for (let n = 2; n <= 4; n += 1) {
      const offsets = plannedOffsets(times(n));
      for (let i = 1; i < offsets.length; i += 1) expect((offsets[i] ?? 0) - (offsets[i - 1] ?? 0)).toBeGreaterThan(1);
    }
  });
  it("give a late newcomer its own day", () => {
    expect(offsetsFrom(times(1), 5, null, true)).toEqual([5]);
    expect(offsetsFrom(times(1), 5, null, false)).toEqual([]);
    expect(offsetsFrom(times(3), 1, null, true)).toEqual([2, 4]);
  });
  it("of a dose that grew in mid-week are as many more as there is room for, and of one that became smaller its own", () => {
    expect(offsetsFrom(times(4), 3, 1, false)).toEqual([3, 4, 6]);
    expect(offsetsFrom({ kind: "daily" }, 5, 1, false)).toEqual([5, 6]);
    expect(offsetsFrom(times(3), 3, 1, false)).toEqual([4, 6]);
    expect(offsetsFrom(times(1), 2, 2, false)).toEqual([3]);
  });
});
