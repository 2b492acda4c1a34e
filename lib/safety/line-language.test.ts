import { describe, expect, it } from "vitest";
import { contactsFor, countriesWithLines } from "@/lib/safety/crisis-contacts";
import { lineName } from "@/lib/safety/crisis-line";
import { namePartsOf } from "@/lib/safety/line-language";

const english = new Set(["AU", "CA", "GB", "IE", "IN", "NZ", "US", "ZA"]);
/** English names of lines elsewhere. */
const namedInEnglish = ["MIELI Crisis Helpline", "Police by text", "Emergency by text", "1712 (Dutch)"];

describe("the language of a line's name", () => {
  it("is said for every name of another country that is not English, and for none that is", () => {
    for (const country of countriesWithLines)
      for (const line of contactsFor(country).lines) {
        const [first] = namePartsOf(lineName(line));
        const isEnglish = english.has(country) || country === "JP" || namedInEnglish.includes(line.name);
        expect(first?.lang === undefined, `${country}: ${line.name}`).toBe(isEnglish);
      }
  });

  it("ends where a word about the name begins", () => {
    expect(namePartsOf("Zelfmoordlijn (Dutch)")).toEqual([
      { words: "Zelfmoordlijn", lang: "nl" },
      { words: " (Dutch)" },
    ]);
    expect(namePartsOf("Nicht von uns, for men")).toEqual([{ words: "Nicht von uns" }, { words: ", for men" }]);
    expect(namePartsOf("Kvinnofridslinjen, for women")).toEqual([
      { words: "Kvinnofridslinjen", lang: "sv" },
      { words: ", for women" },
    ]);
    expect(namePartsOf("Die Dargebotene Hand / La Main Tendue").map(({ lang }) => lang)).toEqual([
      "de",
      undefined,
      "fr",
    ]);
  });

  it("takes and adds no letter", () => {
    for (const country of countriesWithLines)
      for (const line of contactsFor(country).lines) {
        const name = lineName(line);
        expect(
          namePartsOf(name)
            .map(({ words }) => words)
            .join(""),
        ).toBe(name);
      }
  });
});
