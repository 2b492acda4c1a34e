import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";

describe("CSV", () => {
  it("is read back cell by cell, whatever the words, and runs nothing", () => {
    const word = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.integer()), { minLength: 1 }), fc.boolean(), (rows, hasMark) => {
        const text = csvOf(["word", "number"], rows, hasMark);
        expect(text.startsWith("\ufeff")).toBe(hasMark);
        const read: string[][] = parse(text, { bom: true, relax_column_count: false });
        expect(read[0]).toEqual(["word", "number"]);
        for (const [i, [said, number]] of rows.entries()) {
          const [a = "", b] = read[i + 1] ?? [];
          expect(a === said || a === `'${said}`).toBe(true);
          expect(a).not.toMatch(/^[=+\-@\t\r]/);
          expect(b).toBe(String(number));
        }
      }),
    );
  });
  it("runs nothing of what somebody wrote", () => {
    expect(csvOf(["a"], [["=1+1"], ["-1"], [-1]], false)).toBe("a\r\n'=1+1\r\n'-1\r\n-1\r\n");
  });
});
