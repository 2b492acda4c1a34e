import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linksADay, nextLinkMinutes } from "./link-life";

const asked = (count: number, alive = 0) =>
  Array.from({ length: count }, (_, index) => ({ isAlive: index >= count - alive }));

describe("the next link from a letter", () => {
  it("works for an hour, and the last of a day until the next", () => {
    expect([0, 1, 2, 3].map((count) => nextLinkMinutes(asked(count)))).toEqual([60, 60, 60, 1440]);
  });

  it("is not made while the last of the day still works, and is once that one is used", () => {
    expect(nextLinkMinutes(asked(linksADay, 1))).toBeNull();
    expect(nextLinkMinutes(asked(linksADay))).toBe(1440);
  });

  it("leaves the owner a working link whenever a stranger asked, and never more than a handful a day", () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(minutes, (gaps) => {
        const made: { at: number; endsAt: number }[] = [];
        let at = 0;
        for (const gap of gaps) {
          at += gap;
          const lastDay = made.filter((link) => link.at > at - 1440).map(({ endsAt }) => ({ isAlive: endsAt > at }));
          const life = nextLinkMinutes(lastDay);
          if (life !== null) made.push({ at, endsAt: at + life });
          if (!made.some(({ endsAt }) => endsAt > at)) return false;
          if (made.filter((link) => link.at > at - 1440).length > linksADay) return false;
        }
        return true;
      }),
    );
  });
});
