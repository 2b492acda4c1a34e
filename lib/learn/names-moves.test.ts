import { expect, it } from "vitest";
import { namesMoves } from "@/lib/learn/names-moves";
import { readingOf } from "@/lib/learn/readings";

const own = (words: string) => ({ title: "Ours", sections: [{ heading: null, paragraphs: [words] }] });

it("finds readings about moves, touch and favours, also in a practice's own words", () => {
  for (const key of ["four-ways-of-keeping-away", "the-bodys-alarm", "start-gently", "pulling-away-out-loud"])
    expect(namesMoves(readingOf(key) ?? own("")), key).toBe(true);
  for (const words of ["Ask for a favour.", "Hugging can wait.", "She keeps away from him.", "A distance move."])
    expect(namesMoves(own(words)), words).toBe(true);
  expect(namesMoves(own("Sleep well, and eat breakfast."))).toBe(false);
});
