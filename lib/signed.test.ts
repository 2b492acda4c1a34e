import { expect, it } from "vitest";
import { minus, signed } from "./signed";

it("writes a true minus and no sign before a zero", () => {
  expect([-8, 0, -0, 16].map((value) => minus(value))).toEqual(["\u22128", "0", "0", "16"]);
  expect([-8, 0, -0, 16].map((value) => signed(value))).toEqual(["\u22128", "0", "0", "+16"]);
});

it("judges the sign by what is shown", () => {
  expect([-0.004, 0.004, -0.256, 0.256].map((value) => signed(value, 2))).toEqual([
    "0.00",
    "0.00",
    "\u22120.26",
    "+0.26",
  ]);
  expect(minus(-1.5, 1)).toBe("\u22121.5");
});
