import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestShown, shownCount, shownParts } from "@/lib/figures/small-cells";

describe("a count of few people", () => {
  test("is held back from one to four, and no other", () => {
    expect([0, 1, 4, 5, 60].map(shownCount)).toEqual([0, null, null, 5, 60]);
  });

  test("cannot be had by subtracting either", () => {
    expect(shownParts([12, 3, 9])).toEqual([12, null, null]);
    expect(shownParts([12, 3, 2])).toEqual([12, null, null]);
    expect(shownParts([3, 0])).toEqual([null, 0]);
    expect(shownParts([12, 9])).toEqual([12, 9]);
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (counts) => {
        const shown = shownParts(counts);
        const hidden = counts.filter((_, i) => shown[i] === null);
        for (const [i, count] of counts.entries()) {
          if (count > 0 && count < fewestShown) expect(shown[i]).toBeNull();
          if (shown[i] !== null) expect(shown[i]).toBe(count);
        }
        // Whoever knows the whole finds one hidden part only where nothing else is in it.
        if (hidden.length === 1) expect(counts.filter((count) => count > 0)).toHaveLength(1);
      }),
    );
  });
});
