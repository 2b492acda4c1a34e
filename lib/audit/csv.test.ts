import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";

describe("a file of comma-separated values", () => {
  it("quotes every cell, and ends every line", () => {
    expect(csvOf(["Who", "What"], [['Ines "In"', "a,\nb"]])).toBe('\uFEFF"Who","What"\r\n"Ines ""In""","a,\nb"\r\n');
  });
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "|calc", "%0A"])(
    "makes no formula of %j",
    (typed) => {
      expect(csvOf([], [[typed]])).toContain(`"'${typed}"`);
    },
  );
  it("leaves ordinary words as they are", () => {
    expect(csvOf([], [["read the record", "12 March"]])).toContain('"read the record","12 March"');
  });
});
