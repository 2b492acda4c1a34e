import { describe, expect, test } from "vitest";
import { placeOfPage, rangeWords, readPage } from "@/lib/paging";

describe("pages of a list", () => {
  test("begin where the one before ends, and stop at the last", () => {
    expect(placeOfPage(121, 2)).toEqual({ page: 2, pages: 3, offset: 60 });
    expect(placeOfPage(121, 9)).toEqual({ page: 3, pages: 3, offset: 120 });
    expect(placeOfPage(60, 2)).toEqual({ page: 1, pages: 1, offset: 0 });
    expect(placeOfPage(0, 1)).toEqual({ page: 1, pages: 1, offset: 0 });
    expect(rangeWords({ rows: [0], page: 3, pages: 3, total: 121 })).toBe("121 to 121 of 121");
  });

  test("are read from an address that anybody can write", () => {
    expect([undefined, "", "0", "-1", "2.5", "x", "1e9", ["3", "4"], "2"].map(readPage)).toEqual([
      1, 1, 1, 1, 1, 1, 1, 3, 2,
    ]);
  });
});
