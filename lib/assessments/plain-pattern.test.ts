import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWrittenSo, readPlainPattern } from "@/lib/assessments/plain-pattern";

const fits = (source: string, text: string) => {
  const pattern = readPlainPattern(source);
  return pattern && isWrittenSo(pattern, text);
};

describe("a pattern that is read place by place", () => {
  it("takes what it means, and nothing else", () => {
    expect(fits("^[0-9]{5}$", "10115")).toBe(true);
    expect(fits("[0-9]{5}", "1011")).toBe(false);
    expect(fits("[0-9]{5}", "101156")).toBe(false);
    expect(fits("[A-Z]{1,2}\\d+ ?[a-z]*", "SW1 ab")).toBe(true);
    expect(fits("yes|no", "no")).toBe(true);
    expect(fits("yes|no", "yesno")).toBe(false);
    expect(fits("a?b+", "bbb")).toBe(true);
    expect(fits("\\+\\d{2,}", "+1")).toBe(false);
    expect(fits(".{3}", "äöü")).toBe(true);
    expect(fits("5\\$", "5$")).toBe(true);
  });
  it("is none where it has groups, looks around, names what came before, or is no pattern", () => {
    for (const source of [
      "(a+)+$",
      "(?=a)b",
      "(a)\\1",
      "a++",
      "[z-a]",
      "a{3,1}",
      "[",
      "",
      "^a|b$",
      "a||b",
      "a".repeat(201),
    ])
      expect(readPlainPattern(source), source).toBeNull();
    expect(readPlainPattern("[a-z]{400}[a-z]{400}")).toBeNull();
  });
  it("agrees with the engine of the language, whatever is written", () => {
    const place = fc.tuple(
      fc.constantFrom("a", "b", "[ab]", "[^a]", ".", "\\d", "\\."),
      fc.constantFrom("", "?", "*", "+", "{2}", "{1,3}", "{2,}"),
    );
    const way = fc.array(place, { minLength: 1, maxLength: 5 }).map((all) => all.flat().join(""));
    const source = fc.array(way, { minLength: 1, maxLength: 2 }).map((all) => all.join("|"));
    fc.assert(
      fc.property(source, fc.string({ unit: fc.constantFrom("a", "b", "1", ".", "c"), maxLength: 9 }), (one, text) => {
        expect(fits(one, text), one).toBe(new RegExp(`^(?:${one})$`, "su").test(text));
      }),
      { numRuns: 1500 },
    );
  });
  it("asks each place once for a character, so that no answer takes long", () => {
    let asked = 0;
    const counting = {
      test: (text: string) => {
        asked += 1;
        return text === "a";
      },
    } as unknown as RegExp;
    const way = Array.from({ length: 20 }, () => ({ fits: counting, least: 0, most: Number.POSITIVE_INFINITY }));
    expect(isWrittenSo([way], `${"a".repeat(2_000)}!`)).toBe(false);
    expect(asked).toBeLessThanOrEqual(20 * 2_001);
  });
});
