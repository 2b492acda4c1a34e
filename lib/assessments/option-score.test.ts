import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criticalHits } from "@/lib/assessments/critical";
import { type Answer, parseInstrument } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { countedOptions, scoreOf, withScores } from "@/lib/assessments/option-score";
import { scoreResponse } from "@/lib/assessments/score";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { builtInInstrument } from "@/lib/instruments/built-in";

/** Two questions that are answered alike, and a sum of both. */
function ofTwo(options: readonly { label: string; score: number | null }[], range: { min: number; max: number }) {
  const phq = builtInInstrument("phq-9");
  if (!phq) throw new Error("no instrument");
  const [first] = phq.items;
  const item = { ...first, codes: [], critical: [], options: "set", text: "How was it?" };
  return parseInstrument({
    ...phq,
    key: "two",
    items: [
      { ...item, id: "a" },
      { ...item, id: "b", reversed: true },
    ],
    optionSets: { set: countedOptions(options) },
    scales: [
      { key: "both", title: "Both", items: ["a", "b"], method: "sum", range, direction: "lower", maxMissing: 0 },
    ],
  });
}

const halves = [
  { label: "Never", score: 0 },
  { label: "Hardly", score: 0 },
  { label: "Now and then", score: 1.5 },
  { label: "Always", score: 3 },
  { label: "Does not apply", score: null },
];
const answers = (a: number | null, b: number | null): Answer[] => [
  { itemId: "a", form: "now", value: a },
  { itemId: "b", form: "now", value: b },
];

describe("equal, half and absent values", () => {
  const instrument = ofTwo(halves, { min: 0, max: 6 });
  const scored = (a: number | null, b: number | null) => scoreResponse(instrument, answers(a, b))[0];

  test("each answer keeps a place of its own, and counts what it says", () => {
    expect(instrument.optionSets.set?.map((option) => [option.value, scoreOf(option)])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1.5],
      [3, 3],
      [4, null],
    ]);
    expect(itemRange(instrument, { ...instrument.items[0], options: "set" } as never)).toEqual({ min: 0, max: 3 });
  });

  test("two that count alike give the same score, a half one its half, and reversing turns the value", () => {
    expect(scored(0, 3)?.score).toBe(0);
    expect(scored(1, 3)?.score).toBe(0);
    expect(scored(2, 2)?.score).toBe(3);
    expect(scored(3, 1)?.score).toBe(6);
  });

  test("an answer without a value gives no score, and says so", () => {
    expect(scored(4, 3)).toMatchObject({ status: "unscored", score: null, answered: 1 });
    expect(scored(4, 4)).toMatchObject({ status: "unscored", score: null });
  });

  test("what no answer can undo is reckoned by value, and never from the place of an answer", () => {
    const [scale] = instrument.scales;
    const alarming = parseInstrument({
      ...instrument,
      scales: [{ ...scale, critical: [{ atLeast: 4, effect: "concern", sentence: "High." }] }],
    });
    expect(criticalHits(alarming, answers(4, 3))).toEqual([]);
    expect(criticalHits(alarming, answers(3, 0))).toHaveLength(1);
  });

  test("a set in which nothing counts cannot be scored at all", () => {
    const none = halves.map(({ label }) => ({ label, score: null }));
    expect(() => ofTwo(none, { min: 0, max: 6 })).toThrow(/no range/);
  });
});

test("given other values, answers keep what stands for them; their own number is no second one", () => {
  const score = fc.option(fc.constantFrom(0, 0.5, 1, 2, 3, 10), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 9 }), (pairs) => {
      const set = countedOptions(pairs.map(([first], i) => ({ label: `Answer ${i}`, score: first, codes: [] })));
      expect(set.map(scoreOf)).toEqual(pairs.map(([first]) => first));
      expect(new Set(set.map(({ value }) => value)).size).toBe(set.length);
      const changed = withScores(
        set,
        pairs.map(([, second]) => second),
      );
      expect(changed.map(scoreOf)).toEqual(pairs.map(([, second]) => second));
      expect(changed.map(({ value }) => value)).toEqual(set.map(({ value }) => value));
    }),
  );
});

test("a questionnaire that only shows words is given to nobody", () => {
  const phq = builtInInstrument("phq-9");
  if (!phq) throw new Error("no instrument");
  const words = { id: "a", kind: "display", text: "Think of the last two weeks.", required: false };
  const shown = parseInstrument({ ...phq, items: [words], optionSets: {}, scales: [] });
  expect(whyNotAssignable(shown)).toMatch(/asks nothing/);
});
