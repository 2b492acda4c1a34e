import { describe, expect, test } from "vitest";
import { parseInstrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

const full = builtInInstrument("five-dimensions");
if (!full) throw new Error("no instrument");

describe("an instrument that contradicts itself is refused", () => {
  const broken = (change: object) => () => parseInstrument({ ...JSON.parse(JSON.stringify(full)), ...change });

  test.each([
    ["an unknown field", { colour: "blue" }, /colour/],
    [
      "a scale over a question that is not there",
      { scales: [{ ...full.scales[0], items: ["gone"] }] },
      /not a question/,
    ],
    [
      "a range that the answers cannot give",
      { scales: [{ ...full.scales[0], range: { min: 0, max: 24 } }] },
      /give 0 to 96/,
    ],
    ["an option set that is not there", { optionSets: {} }, /option sets/],
    ["the same question twice", { items: [...full.items, full.items[0]] }, /Two questions/],
  ])("%s", (_, change, message) => {
    expect(broken({})).not.toThrow();
    expect(broken(change)).toThrow(message);
  });
});
