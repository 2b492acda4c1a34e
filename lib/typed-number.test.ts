import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsWords, numberIn, readNumber } from "@/lib/typed-number";

const value = (typed: string) => {
  const read = readNumber(typed);
  return read.kind === "number" ? read.value : read.kind;
};

describe("a number as people write it", () => {
  it("has a comma or a point, thousands that are parted, a sign or a half", () => {
    const written: [string, number][] = [
      ["7", 7],
      [" 1,5 ", 1.5],
      ["1.5", 1.5],
      ["1 000", 1000],
      ["1\u00a0000,25", 1000.25],
      ["1\u202f234\u202f567", 1234567],
      ["1’000", 1000],
      ["1.234,5", 1234.5],
      ["1,234.5", 1234.5],
      ["1,234,567", 1234567],
      ["½", 0.5],
      ["2½", 2.5],
      ["2 ¾", 2.75],
      [",5", 0.5],
      ["7.", 7],
      ["0,500", 0.5],
      ["007", 7],
      ["−3", -3],
      ["- 3,25", -3.25],
      ["+4", 4],
      ["٧٫٥", 7.5],
      ["۱۲", 12],
      ["७.५", 7.5],
      ["১২", 12],
      ["７，５", 7.5],
      ["١٬٢٣٤٫٥", 1234.5],
      ["𝟗", 9],
      ["1.2345", 1.2345],
      ["1234,567", 1234.567],
    ];
    for (const [typed, meant] of written) expect(value(typed), typed).toBe(meant);
  });

  it("is none where it is words, where its marks stand wrong, or where a computer wrote it", () => {
    for (const typed of [
      "seven",
      "1e3",
      "0x10",
      "Infinity",
      "NaN",
      "1,23,4",
      "1.2.3",
      "1 00",
      "1,000,00",
      "--2",
      "2 2½½",
      ".",
      "1,5½",
      "1.000.00",
    ])
      expect(readNumber(typed).kind, typed).toBe("none");
    expect(readNumber("12345678901234567").kind).toBe("none");
    expect(readNumber("  ").kind).toBe("empty");
  });

  it("may be either where one mark stands before three digits", () => {
    expect(readNumber("1,500")).toEqual({ kind: "either", fraction: 1.5, thousands: 1500 });
    expect(readNumber("-2.250")).toEqual({ kind: "either", fraction: -2.25, thousands: -2250 });
  });
});

describe("the number of a field", () => {
  it("is asked back only where both readings would do", () => {
    expect(numberIn("1,500", { least: 0, most: 10 })).toEqual({ value: 1.5 });
    expect(numberIn("1,440", { least: 5, most: 1440, isWhole: true })).toEqual({ value: 1440 });
    expect(numberIn("1,500")).toEqual({
      isAsked: true,
      problem: "Did you mean 1500, or 1 point 5? Write 1500 or 1.5.",
    });
    expect(numberIn("1,255")).toEqual({
      isAsked: true,
      problem: "Did you mean 1255, or 1 point 255? Write 1255 or 1.2550.",
    });
    expect(numberIn("2,000")).toEqual({
      isAsked: true,
      problem: "Did you mean 2000, or 2 with nothing behind the point? Write 2000 or 2.",
    });
  });

  it("says its bounds before and after, and leaves an empty field empty", () => {
    const minutes = { least: 5, most: 1440, isWhole: true };
    expect(boundsWords(minutes)).toBe("A whole number from 5 to 1440.");
    for (const typed of ["4", "1441", "7,5", "soon", "1e1"])
      expect(numberIn(typed, minutes), typed).toEqual({ problem: "Write a whole number from 5 to 1440." });
    expect(numberIn("", minutes)).toEqual({ value: null });
    expect(numberIn("x")).toEqual({ problem: "Write a number, such as 7 or 2.5." });
    expect(boundsWords({ least: 0 })).toBe("A number of 0 or more.");
  });

  it("takes what it proposes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(",", "."),
        (before, behind, mark) => {
          const typed = `${before}${mark}${String(behind).padStart(3, "0")}`;
          const asked = numberIn(typed);
          if (!("problem" in asked)) throw new Error(`${typed} was taken without asking`);
          const [, one = "", other = ""] = /Write (\S+) or (\S+)\.$/.exec(asked.problem) ?? [];
          expect([numberIn(one), numberIn(other)], typed).toEqual([
            { value: before * 1000 + behind },
            { value: Number(`${before}.${String(behind).padStart(3, "0")}`) },
          ]);
        },
      ),
    );
  });
});

/** The ways in which people of different places write the same number. */
const ways = ["en-GB", "de-DE", "de-CH", "fr-FR", "sv-SE", "pt-BR", "en-IN"].flatMap((locale) => [
  new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }),
  new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false }),
]);

describe("any number, written in any of the ways", () => {
  it("is read as what it is, or asked about with that among the readings, and never as another", () => {
    const numbers = fc.tuple(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.constantFrom(1, 10, 100, 1000, 10_000),
    );
    fc.assert(
      fc.property(numbers, fc.constantFrom(...ways), ([digits, scale], way) => {
        const number = digits / scale;
        const typed = way.format(number);
        const read = readNumber(typed);
        // India parts thousands by two and three: that is no number here, and asked about.
        if (read.kind === "none") expect(typed, typed).toMatch(/^[-−]?\d{1,2}(,\d{2})+,\d{3}/);
        else if (read.kind === "either") expect([read.fraction, read.thousands], typed).toContain(number);
        else expect(read, typed).toEqual({ kind: "number", value: number === 0 ? 0 : number });
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,' ½-+e") }), (typed) => {
        const read = readNumber(typed);
        if (read.kind === "number") expect(Number.isFinite(read.value), typed).toBe(true);
      }),
    );
  });
});
