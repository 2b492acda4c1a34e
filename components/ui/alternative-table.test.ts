import { expect, it } from "vitest";
import { rowKeys, sortRows, textOf } from "./alternative-table";

const rows = [
  ["Emotional", 48, "no score"],
  ["Social", 9, "3.5"],
  ["Sexual", 9, "12"],
  [{ text: "Thu 16 Oct", sort: "2025-10-16" }, 60, ""],
] as const;
const firsts = (column: number, direction: "ascending" | "descending") =>
  sortRows(rows, { column, direction }).map(([first]) => textOf(first));

it("sorts numbers by size, equal ones as they were, and words by letters", () => {
  expect(firsts(1, "ascending")).toEqual(["Social", "Sexual", "Emotional", "Thu 16 Oct"]);
  expect(firsts(1, "descending")).toEqual(["Thu 16 Oct", "Emotional", "Social", "Sexual"]);
  expect(firsts(0, "descending")).toEqual(["Social", "Sexual", "Emotional", "Thu 16 Oct"]);
});

it("keeps what has no number after what has one, in both directions", () => {
  expect(firsts(2, "ascending").slice(0, 2)).toEqual(["Social", "Sexual"]);
  expect(firsts(2, "descending").slice(0, 2)).toEqual(["Sexual", "Social"]);
});

it("gives rows that say the same names of their own", () => {
  expect(
    rowKeys([
      ["Mon", 6],
      ["Mon", 6],
      ["Tue", 6],
    ]),
  ).toEqual(["Mon|6", "Mon|6|2", "Tue|6"]);
});
