import { describe, expect, it } from "vitest";
import { formatDay, formatList, formatMoment, formatNearDay, initialsOf, initialsOfTwo, inSentence } from "./format";

describe("dates as people read them", () => {
  it("leaves out this year and commas", () => {
    expect(formatDay("2026-10-15", "2026-11-23")).toBe("Thu 15 Oct");
    expect(formatDay("2025-10-16", "2026-11-23")).toBe("Thu 16 Oct 2025");
  });
  it("names the days around today", () => {
    expect(formatNearDay("2026-11-24", "2026-11-23")).toBe("Tomorrow");
    expect(formatNearDay("2026-11-22", "2026-11-23")).toBe("Yesterday");
  });
  it("fit into a sentence, where a weekday keeps its capital", () => {
    expect(["Today 07:42", "Yesterday", "Tue 24 Nov", "Thu 26 Nov"].map(inSentence)).toEqual([
      "today 07:42",
      "yesterday",
      "Tue 24 Nov",
      "Thu 26 Nov",
    ]);
  });
  it("reads the clock in the zone it is given, on a 24-hour face", () => {
    const now = new Date("2026-11-23T23:30:00Z");
    expect(formatMoment(new Date("2026-11-23T07:42:00Z"), now, "Europe/London")).toBe("Today 07:42");
    expect(formatMoment(new Date("2026-11-23T07:42:00Z"), now, "Europe/Berlin")).toBe("Yesterday 08:42");
    expect(formatMoment(new Date("2026-11-23T00:05:00Z"), now, "Europe/London")).toBe("Today 00:05");
  });
});

describe("lists", () => {
  it("joins names", () => {
    expect(formatList(["Ana", "Ben", "Chris"])).toBe("Ana, Ben and Chris");
  });
});

describe("initials", () => {
  it.each([
    ["Ines Marchetti", "IM"],
    ["Ana-Maria de la Cruz", "AC"],
    ["Ines", "I"],
    ["  ", ""],
    ["𐐀𐐁 😀b", "𐐀😀"],
    ["ليلى حسن", "لح"],
  ])("of %s are %s, and no half of a letter", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it.each([
    ["Ines Marchetti", "Dario Conti", ["IM", "DC"]],
    ["Anna Keller", "Arno Keller", ["AnK", "ArK"]],
    ["Jo Keller", "Joan Keller", ["JoK", "JoaK"]],
    ["Sam Keller", "Sam Kohl", ["SKe", "SKo"]],
    ["Sam", "Sid", ["Sa", "Si"]],
    ["Sam Keller", "Sam Keller", ["SK 1", "SK 2"]],
    ["", "", [" 1", " 2"]],
  ])("of %s and %s tell them apart: %j", (one, other, initials) => {
    expect(initialsOfTwo(one, other)).toEqual(initials);
  });
});
