import { describe, expect, test } from "vitest";
import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { BUILT_IN_INSTRUMENTS, builtInInstrument } from "@/lib/instruments/built-in";

const OURS = [
  "five-dimensions",
  "five-dimensions-brief",
  "distance-moves",
  "safety-and-steadiness",
  "safety-and-steadiness-since",
  "connection-check",
  "suds",
];
const PUBLISHED = [
  "pair",
  "fis",
  "ecr-r",
  "ecr-rs",
  "ecr-s",
  "csi-16",
  "rdas",
  "ras",
  "phq-9",
  "gad-7",
  "who-5",
  "pcl-5",
  "pc-ptsd-5",
  "itq",
  "core-10",
  "hark",
  "e-hits",
];

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

describe("built-in instruments", () => {
  test("are exactly ours and the seventeen published, each once", () => {
    expect(BUILT_IN_INSTRUMENTS.map((instrument) => instrument.key)).toEqual([...OURS, ...PUBLISHED]);
  });

  test.each([...OURS, ...PUBLISHED])("%s reads back from JSON as it was", (key) => {
    const instrument = builtIn(key);
    expect(parseInstrument(JSON.parse(JSON.stringify(instrument)))).toEqual(instrument);
  });

  test.each(OURS)("%s is complete, ours, assignable, and not called validated", (key) => {
    const instrument = builtIn(key);
    expect(whyNotAssignable(instrument)).toBeNull();
    expect(instrument).toMatchObject({ validated: false, licence: { status: "ours", wording: "own" } });
  });

  test.each(PUBLISHED)("%s carries no word of its authors and cannot be assigned yet", (key) => {
    const instrument = builtIn(key);
    expect(instrument.items.every((item) => item.text === null && item.section === undefined)).toBe(true);
    expect(
      Object.values(instrument.optionSets)
        .flat()
        .every((option) => option.label === null),
    ).toBe(true);
    expect(instrument.stems).toEqual({ now: null, wished: null });
    expect(whyNotAssignable(instrument)).toMatch(/wording/);
  });

  test.each([
    ["pair", "yes no no no"],
    ["fis", "no no no no"],
    ["ecr-r", "no no no no"],
    ["ecr-rs", "no no no no"],
    ["ecr-s", "no no no no"],
    ["csi-16", "no yes yes no"],
    ["rdas", "no no no yes"],
    ["ras", "no no no yes"],
    ["phq-9", "yes yes yes yes"],
    ["gad-7", "yes yes yes yes"],
    ["who-5", "yes yes yes no"],
    ["pcl-5", "yes yes yes yes"],
    ["pc-ptsd-5", "yes yes yes yes"],
    ["itq", "yes no no no"],
    ["core-10", "yes yes yes no"],
    ["hark", "yes yes yes yes"],
    ["e-hits", "yes yes yes yes"],
  ])("%s: reversals, scales, scoring and figures read at the source: %s", (key, expected) => {
    const { certainty, items, scales } = builtIn(key);
    const { reversals, scales: counted, scoring, figures } = certainty;
    const read = [reversals, counted, scoring, figures].map((one) => (one === "confirmed" ? "yes" : "no")).join(" ");
    expect(read).toBe(expected);
    // A key that rests on memory is closed until somebody checks it, and its figures never look certain.
    if (reversals === "unconfirmed" || counted === "unconfirmed")
      expect(items.every(({ keyConfirmed }) => !keyConfirmed)).toBe(true);
    if (figures === "unconfirmed")
      for (const { cutoff } of scales) expect(cutoff?.certainty ?? "unconfirmed").toBe("unconfirmed");
  });

  test("bands are read in the source, so only PHQ-9 and GAD-7 have them", () => {
    const banded = BUILT_IN_INSTRUMENTS.filter((instrument) =>
      instrument.scales.some((scale) => scale.bands.length > 0),
    );
    expect(banded.map((instrument) => instrument.key)).toEqual(["phq-9", "gad-7"]);
    expect(banded.every((instrument) => instrument.certainty.figures === "confirmed")).toBe(true);
  });

  test("an unconfirmed key is still closed after the wording is entered", () => {
    const worded = (key: string): Instrument => {
      const source = builtIn(key);
      const label = (option: Instrument["optionSets"][string][number]) => ({
        ...option,
        label: `Answer ${option.value}`,
      });
      return {
        ...source,
        items: source.items.map((item) => ({ ...item, text: `Statement ${item.id}` })),
        optionSets: Object.fromEntries(
          Object.entries(source.optionSets).map(([set, options]) => [set, options.map(label)]),
        ),
      };
    };
    expect(whyNotAssignable(worded("phq-9"))).toBeNull();
    expect(whyNotAssignable(worded("pair"))).toMatch(/key/);
  });

  test("safety screens are marked as such, so that exports and charts leave them out", () => {
    const safety = BUILT_IN_INSTRUMENTS.filter((instrument) => instrument.sensitivity === "safety");
    expect(safety.map((instrument) => instrument.key)).toEqual([
      "safety-and-steadiness",
      "safety-and-steadiness-since",
      "hark",
      "e-hits",
    ]);
  });
});

describe("Five Dimensions", () => {
  const full = builtIn("five-dimensions");

  test("has 36 statements, six a scale, two or three of them reversed, interleaved", () => {
    expect(full.items).toHaveLength(36);
    for (const scale of full.scales) {
      const items = full.items.filter((item) => scale.items.includes(item.id));
      expect([2, 3]).toContain(items.filter((item) => item.reversed).length);
      expect(items).toHaveLength(6);
    }
    const scaleOf = (id: string) => id.replace(/-\d+$/, "");
    for (const [i, item] of full.items.entries()) {
      if (i > 0) expect(scaleOf(item.id)).not.toBe(scaleOf(full.items[i - 1]?.id ?? ""));
    }
  });

  test("the brief form is fifteen of the same statements on the same 0 to 96", () => {
    const brief = builtIn("five-dimensions-brief");
    expect(brief.items).toHaveLength(15);
    for (const item of brief.items) expect(full.items).toContainEqual(item);
    for (const scale of brief.scales) {
      expect(scale.items).toHaveLength(3);
      expect(scale.range).toEqual({ min: 0, max: 96 });
      const reversed = brief.items.filter((item) => scale.items.includes(item.id) && item.reversed).length;
      expect(reversed).toBe(1);
    }
  });

  test("assumes no gender and no marriage", () => {
    const words = BUILT_IN_INSTRUMENTS.filter((instrument) => OURS.includes(instrument.key)).flatMap((instrument) =>
      instrument.items.map((item) => item.text ?? ""),
    );
    expect(words.join(" ")).not.toMatch(
      /\b(he|she|him|her|his|hers|husband|wife|spouse|married|marriage|boyfriend|girlfriend)\b/i,
    );
  });
});

describe("our own statements", () => {
  test.each(OURS)("%s: none is longer than twenty words", (key) => {
    for (const { text } of builtIn(key).items)
      expect((text?.match(/[A-Za-z’]+/g) ?? []).length).toBeLessThanOrEqual(20);
  });
});
