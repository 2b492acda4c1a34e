import { describe, expect, it } from "vitest";
import type { Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import {
  certaintyWords,
  evidenceWords,
  instrumentStatus,
  lengthWords,
  licenceWords,
  scaleWords,
} from "@/lib/instruments/instrument-status";

const named = (key: string): Instrument => {
  const found = builtInInstrument(key);
  if (!found) throw new Error(key);
  return found;
};

describe("what the shelf says about an instrument", () => {
  it("names the step that is missing", () => {
    const fis = named("fis");
    const worded = { ...fis, items: fis.items.map((item) => ({ ...item, text: "Ours" })) };
    const labelled = { answers: (fis.optionSets.answers ?? []).map((option) => ({ ...option, label: "Ours" })) };
    expect(instrumentStatus(null, fis)).toBe("wording needed");
    expect(instrumentStatus(null, { ...worded, optionSets: labelled })).toBe("key to confirm");
    expect(instrumentStatus(null, named("suds"))).toBe("draft");
    expect(instrumentStatus(named("suds"), fis)).toBe("ready");
  });

  it("says licence, evidence, length and scoring in words", () => {
    const five = named("five-dimensions");
    const [first] = five.scales;
    if (!first) throw new Error("no scale");
    expect(licenceWords(named("fis"))).toBe("Permission needed");
    expect(evidenceWords(five)).toBe("Not validated");
    expect(evidenceWords(named("fis"))).toBe("Validated, details unconfirmed");
    expect(certaintyWords(five)).toBeNull();
    expect(certaintyWords(named("phq-9"))).not.toContain("Unconfirmed");
    expect(certaintyWords(named("rdas"))).toBe(
      "Confirmed: volume and pages of the sources. Unconfirmed: reversed questions, which question counts where, how it is counted, cut-offs and figures.",
    );
    expect(certaintyWords(named("pair"))).toMatch(/^Confirmed: reversed questions, .* Unconfirmed: which question/);
    expect(lengthWords(five)).toMatch(/^36 statements, each twice, about \d+ minutes$/);
    expect(scaleWords(first)).toBe("Sum of 6 questions × 4, 0 to 96");
  });
});
