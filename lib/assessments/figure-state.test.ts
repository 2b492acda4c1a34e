import { expect, it } from "vitest";
import { compareScores } from "@/lib/assessments/change";
import { figuresState, withOwnState } from "@/lib/assessments/figure-state";
import { BUILT_IN_INSTRUMENTS, builtInInstrument } from "@/lib/instruments/built-in";

const judgedOn = (key: string, before: number, after: number) => {
  const instrument = builtInInstrument(key);
  const scale = instrument?.scales.at(-1);
  if (!instrument || !scale) throw new Error(key);
  return compareScores(withOwnState(instrument, scale), before, after).words;
};

it("says of a change that it is judged by a figure which was not read, or which rests on a count that was not", () => {
  expect(judgedOn("rdas", 40, 60)).toBe("higher and better, beyond measurement error (published, unconfirmed)");
  expect(judgedOn("pcl-5", 60, 30)).toBe("lower and better, beyond measurement error (published)");
  expect(judgedOn("distance-moves", 1, 1)).not.toContain("confirmed");
});

it("has no band of an instrument of somebody else’s whose figures are unconfirmed", () => {
  const open = BUILT_IN_INSTRUMENTS.filter((one) => figuresState(one) === "unconfirmed");
  expect(open.map(({ key }) => key)).toContain("rdas");
  for (const { scales } of open) for (const { bands } of scales) expect(bands).toEqual([]);
});
