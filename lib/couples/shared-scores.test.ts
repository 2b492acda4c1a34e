import { describe, expect, it } from "vitest";
import { combinedGap, type PairRow, wishesApart } from "./shared-scores";

const whole = { now: 40, wished: 70.4, gap: 30.4 };
const hopeful = { now: null, wished: 60, gap: null };
const silent = { now: 50, wished: null, gap: null };
const row = (first: PairRow["first"], second: PairRow["second"]): PairRow => ({ dimension: "social", first, second });
/** Each way in which one of the two, or both, have less than a pair of scores, from either side. */
const both = (one: PairRow["first"], other: PairRow["first"]) => [row(one, other), row(other, one)];

describe("what two people's scores come to", () => {
  it("has a combined gap only where both have one", () => {
    expect(combinedGap(row(whole, { now: 10, wished: 12, gap: 2 }))).toBeCloseTo(32.4);
    expect(combinedGap(row(whole, { now: 10, wished: 10, gap: 0 }))).toBeCloseTo(30.4);
    for (const lesser of [null, hopeful, silent])
      for (const one of both(whole, lesser)) expect(combinedGap(one)).toBeNull();
    expect(combinedGap(row(null, null))).toBeNull();
  });
  it("says how far two wishes are apart only where both wish, and a wish for nothing is one", () => {
    expect(both(whole, hopeful).map(wishesApart)).toEqual([10, 10]);
    expect(both(whole, { now: 3, wished: 0, gap: -3 }).map(wishesApart)).toEqual([70, 70]);
    for (const lesser of [null, silent]) for (const one of both(whole, lesser)) expect(wishesApart(one)).toBeNull();
    expect([row(null, null), row(silent, silent)].map(wishesApart)).toEqual([null, null]);
  });
});
