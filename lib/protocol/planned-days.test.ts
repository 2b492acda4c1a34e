import { describe, expect, it } from "vitest";
import { type Dose, daysAWeek } from "@/lib/protocol/dose";
import { isPlannedOn, plannedOffsets } from "@/lib/protocol/planned-days";

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
    expect(isPlannedOn(times(1), 5, true)).toBe(true);
    expect(isPlannedOn(times(1), 5, false)).toBe(false);
    expect(isPlannedOn(times(3), 1, true)).toBe(false);
  });
});
