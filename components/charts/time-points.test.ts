import { expect, it } from "vitest";
import { breaksIn, type TimePoint } from "@/components/charts/time-points";

const point = (at: number, isBreak = false): TimePoint => ({ at, now: 50, wished: null, isBreak });

it("breaks a line half way before the point at which another one begins, and never before the first", () => {
  expect(breaksIn([point(0), point(5), point(10, true)])).toEqual([7.5]);
  expect(breaksIn([point(0, true), point(4, true), point(6, true)])).toEqual([2, 5]);
  expect(breaksIn([point(0), point(5)])).toEqual([]);
});
