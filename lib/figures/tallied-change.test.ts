import { describe, expect, test } from "vitest";
import { tallyChanges } from "@/lib/figures/tallied-change";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { rdas } from "@/lib/instruments/rdas";

/** Its source prints 11.58 points for it; higher is better. */
const total = rdas.scales.find(({ reliability }) => reliability?.threshold === 11.58);
const scale = total?.key ?? "";
const course = (sittings: number, first?: number, newest?: number) => ({
  instrument: rdas,
  sittings,
  first: first === undefined ? {} : { [scale]: first },
  newest: newest === undefined ? {} : { [scale]: newest },
});

describe("changes of a whole practice", () => {
  test("are counted by the direction of the scale, beyond error alone, and everybody who was asked is in them", () => {
    const [tally] = tallyChanges([
      course(2, 30, 50),
      course(3, 50, 30),
      course(2, 10, 11),
      course(2, 10),
      course(1, 10, 10),
      course(0),
    ]);
    expect(tally).toMatchObject({ asked: 6, never: 1, once: 1 });
    const counted = tally?.scales.find(({ title }) => title === total?.title);
    expect(counted).toEqual({ title: total?.title, compared: 3, better: 1, worse: 1, other: 0 });
  });

  test("keep instruments apart, by title", () => {
    const none = { sittings: 0, first: {}, newest: {} };
    const tallies = tallyChanges([course(0), { instrument: fiveDimensions, ...none }]);
    expect(tallies.map(({ key }) => key)).toEqual([fiveDimensions.key, rdas.key]);
    expect(tallyChanges([])).toEqual([]);
  });
});
