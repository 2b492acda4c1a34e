import { describe, expect, it } from "vitest";
import { consentText, shippedLimits } from "@/lib/identity/consent-text";
import { builtInReadings } from "@/lib/learn/readings";
import { readingGradeOf } from "../scripts/reading-grade.testing";
import { gradeOf } from "./flesch-kincaid";

describe("the grade of a text", () => {
  it("is about what a dictionary of syllables makes of it, for every text that ships", () => {
    const texts = [
      consentText.paragraphs.join("\n"),
      shippedLimits,
      ...builtInReadings.map(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs).join("\n")),
    ];
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts)
      expect(Math.abs(gradeOf(text) - readingGradeOf([text])), text.slice(0, 40)).toBeLessThan(0.8);
  });

  it("follows the formula where every syllable is sure", () => {
    // Ten words of one syllable in two sentences, and four of three in one.
    expect(gradeOf("The cat sat on mats. The dog ran off then.")).toBeCloseTo(0.39 * 5 + 11.8 - 15.59, 6);
    expect(gradeOf("Banana potato tomato banana.")).toBeCloseTo(0.39 * 4 + 11.8 * 3 - 15.59, 6);
  });

  it("rises with longer words and longer sentences, and is nothing for no words", () => {
    expect(gradeOf("We tell nobody. We ask you first.")).toBeLessThan(
      gradeOf(
        "Disclosure of confidential information presupposes authorisation, notwithstanding statutory exceptions.",
      ),
    );
    expect(gradeOf(" \n ")).toBe(0);
  });
});
