import { describe, expect, it } from "vitest";
import { asLines, linesOf, wordsFor, wordsFrom } from "@/lib/assessments/wording-lines";

describe("pasted words", () => {
  it("are lines, without the numbers in front that count all the way down", () => {
    expect(linesOf("1. One\n\n2) Two\n")).toEqual(["One", "Two"]);
    expect(linesOf("1. One\n3. Two")).toEqual(["1. One", "3. Two"]);
  });

  it("stand between empty lines where one has several", () => {
    const two = ["First line\nsecond line", "Other"];
    expect(wordsFor(asLines(two), 2)).toEqual(two);
    expect(wordsFor("One\n\nTwo", 2)).toEqual(["One", "Two"]);
    expect(wordsFor("One\nTwo\n\nThree", 3)).toEqual(["One", "Two", "Three"]);
    expect(wordsFor("1. First\nline\n\n2. Other", 2)).toEqual(["First\nline", "Other"]);
    expect(wordsFrom(asLines(["One", null]), ["One", null])).toEqual(["One", null]);
    expect(asLines([null, null])).toBe("");
  });

  it("come out of a spreadsheet with their number beside them, or under a named column", () => {
    expect(wordsFor('1\tOne\n2\t"Two\nlines"', 2)).toEqual(["One", "Two\nlines"]);
    expect(wordsFor("scale\tquestion\nA\tOne\nB\tTwo", 2)).toEqual(["One", "Two"]);
  });
});
