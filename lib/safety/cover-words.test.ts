import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverFault } from "@/lib/safety/cover-words";

const couple = ["Ines Duarte", "Dario de la Cruz"];

describe("cover words", () => {
  it.each([
    "We take these days more slowly. Everything is here when you want it.",
    "A few days by yourself, as in any part of the path.",
    "Steps of your own until Monday.",
    "A scarf, a unit, a checkered shirt and a whitepaper.",
  ])("may stand without a name and a reason: %s", (words) => expect(coverFault(words, couple)).toBeNull());

  it("may be empty", () => {
    expect(coverFault(null, couple)).toBeNull();
    expect(coverFault("", couple)).toBeNull();
  });

  it.each([
    ["Let us see how Dario is.", "Dario"],
    ["dario’s week is full", "Dario"],
    ["Gently, INES!", "Ines"],
    ["The Duartes are away.", "Duarte"],
    ["Mr Cruz travels.", "Cruz"],
  ])("name nobody of the couple: %s", (words, name) => {
    expect(coverFault(words, couple)).toBe(
      `These words may be read by somebody else, so they name nobody. Take “${name}” out, or leave them empty.`,
    );
  });

  it.each([
    ...["for your safety", "so that you are safe", "it is unsafe", "after the check", "what you answered"],
    ...["your answers", "we stop here", "because of the stop", "if you are afraid", "out of fear", "frightened"],
    ...["the violence", "it was violent", "abusive", "what hurts", "threats", "it is dangerous", "a risk"],
    ...["a concern", "the police", "what you disclosed", "a technical problem", "technically", "TECHNICAL"],
    ...["an answer", "a question", "a screen", "things that frighten", "no harm", "a hurt", "a threat", "in danger"],
    ...["an alarm", "an advocate", "to safeguard", "safeguarding", "a disclosure", "one advocate’s"],
    ...["the gate", "you were scared", "being screened", "your questionnaire", "harmful", "he hit"],
  ])("give no reason: %s", (words) => expect(coverFault(words, couple)).toMatch(/so they give no reason/));

  it("names the word that is to go", () => {
    expect(coverFault("A technical matter.", [])).toBe(
      "These words may be read by somebody else, so they give no reason. Take “technical” out, or leave them empty.",
    );
  });

  it("leaves small words of a name alone, and reads a name with signs in it as letters", () => {
    expect(coverFault("Some days de luxe, la la.", couple)).toBeNull();
    expect(coverFault("A day.", ["A."])).toBeNull();
    expect(coverFault("Anna (Annie) is away", ["Anna (Annie)"])).toMatch("Anna");
    const taken = (words: string, name: string) => /Take “(.*)” out/.exec(coverFault(words, [name]) ?? "")?.[1];
    expect(taken("Annie rests", "Anna (Annie)")).toBe("Annie");
    expect(taken("as Rashid wishes", "Omar al-Rashid")).toBe("Rashid");
    expect(taken("Marie has days of her own", "Anne-Marie Duarte, MA")).toBe("Marie");
    expect(taken("Days with O’Neill", "Siobhán O’Neill")).toBe("Neill");
    expect(taken("Al rests", "Al X. Duarte")).toBe("Al");
    expect(taken("مع ليلى", "ليلى حداد")).toBe("ليلى");
    expect(taken("A day of one’s own, la la", "A de la Ó")).toBeUndefined();
    expect(coverFault("Zoe\u0308 rests", ["Zo\u00eb"])).toMatch("Zo\u00eb");
  });

  it("finds a name wherever it stands between other words", () => {
    const other = fc.constantFrom("slowly", "now", "a", "day", "of", "one’s", "own", "—", ",");
    fc.assert(
      fc.property(fc.array(other), fc.array(other), (before, after) => {
        expect(coverFault([...before, "Dario", ...after].join(" "), couple)).toMatch("Dario");
      }),
    );
  });
});
