import { expect, it } from "vitest";
import { earlierVersions } from "@/lib/instruments/earlier-versions.testing";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";
import { notCompared } from "./compared";
import { comparedSentences, formWords } from "./compared-words";

const before = (key: string) => {
  const found = earlierVersions.find(({ now }) => now.key === key)?.before;
  if (!found) throw new Error(key);
  return found;
};
const [old, oldBrief] = [before("five-dimensions"), before("five-dimensions-brief")];
const apart = ["intellectual", "recreational", "social"];

it("compares two people only where they answered the same statements", () => {
  expect(notCompared(fiveDimensions, fiveDimensions)).toEqual([]);
  for (const [one, other] of [
    [old, fiveDimensions],
    [oldBrief, fiveDimensionsBrief],
    [old, fiveDimensionsBrief],
    [oldBrief, fiveDimensions],
  ] as const) {
    expect(notCompared(one, other), `${one.key} ${other.key}`).toEqual(apart);
    expect(notCompared(other, one)).toEqual(apart);
  }
  // The brief form asks some of the full form's statements, so that the two stand beside each other.
  expect(notCompared(fiveDimensions, fiveDimensionsBrief)).toEqual([]);
  expect(notCompared(oldBrief, old)).toEqual([]);
  // What one of them was never asked is not a difference between them.
  const none = { ...fiveDimensions, scales: fiveDimensions.scales.filter(({ key }) => key !== "social") };
  expect(notCompared(old, none)).toEqual(["intellectual", "recreational"]);
});

it("says it in sentences, and nothing where both answered the very same", () => {
  const people = (one: typeof old, other: typeof old) =>
    comparedSentences({ name: "Ines", instrument: one }, { name: "Dario", instrument: other });
  expect(people(fiveDimensions, fiveDimensions)).toEqual([]);
  expect(people(fiveDimensions, fiveDimensionsBrief)).toEqual([]);
  expect(people(old, fiveDimensions)).toEqual([
    "Ines and Dario answered other statements for intellectual, recreational and social: their scores there are not compared.",
    "For emotional and sexual they answered the same in other words: compare with care.",
  ]);
});

it("names each form with its own error", () => {
  expect(formWords(fiveDimensions)).toBe("the full form, each score give or take 19 points (assumed)");
  expect(formWords(fiveDimensionsBrief)).toBe("the brief form, each score give or take 27 points (assumed)");
  const bare = { ...fiveDimensions, scales: fiveDimensions.scales.map((one) => ({ ...one, reliability: null })) };
  expect(formWords(bare)).toBe("the full form");
});
