import { describe, expect, it } from "vitest";
import { optionalWords, wordsUpTo } from "@/lib/written-words";

const nothing = ["", "   ", "\u200b", "\u200b\u2060\ufeff", "\u2028\n", "\u00ad\u034f", "\u3164\u2800"];

describe("words that show nothing", () => {
  it.each(nothing)("are no message: %j", (words) => {
    expect(wordsUpTo("message", "Write a word.").safeParse(words).error?.issues[0]?.message).toBe("Write a word.");
  });
  it.each(nothing)("are left out where they may be: %j", (words) => {
    expect(optionalWords("message").parse(words)).toBeNull();
  });
  it("are words as soon as one sign shows", () => {
    expect(wordsUpTo("message", "Write a word.").parse(" \u200bא ")).toContain("א");
  });
});
