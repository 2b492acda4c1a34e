import { describe, expect, it } from "vitest";
import { conditionWays, MOST_CONDITIONS, rowOf } from "@/lib/assessments/build/conditions";
import { asItemForm, draftOf } from "@/lib/assessments/build/drafts.testing";
import { type ItemForm, withItem } from "@/lib/assessments/build/item-form";
import { type Instrument, type Item, parseInstrument } from "@/lib/assessments/instrument";
import { validateAnswers } from "@/lib/assessments/validate-answers";
import { Refused } from "@/lib/errors";

/** The last of some questions, with what a file says of it. */
const withLast = (count: number, more: Partial<Item>, earlier: Partial<Item> = {}): Instrument => {
  const draft = draftOf(count);
  return parseInstrument({
    ...draft,
    items: draft.items.map((item, i) => (i === count - 1 ? { ...item, ...more } : { ...item, ...earlier })),
    scales: [],
  });
};
const lastOf = ({ items }: Instrument): Item => {
  const item = items.at(-1);
  if (!item) throw new Error("There is no question.");
  return item;
};

/** The question saved as its page shows it, with other words and nothing else changed. */
const reworded = (instrument: Instrument, more: Partial<ItemForm> = {}): Item => {
  const item = lastOf(instrument);
  const rows = item.enableWhen.map((condition) => rowOf(instrument, condition));
  const form = asItemForm({
    ...{ id: item.id, kind: item.kind, options: item.options ?? "", behavior: item.enableBehavior },
    "conditionItem[]": rows.map(({ itemId }) => itemId),
    "conditionWay[]": rows.map(({ way }) => way),
    "conditionValue[]": rows.map(({ value }) => value),
    ...more,
  });
  return lastOf(withItem(instrument, form, item.id));
};

describe("a question that is only worded anew", () => {
  it.each(["exists", "=", "!=", ">", "<", ">=", "<="] as const)("is still asked by “%s”", (operator) => {
    const enableWhen = [{ itemId: "q1", operator, value: operator === "exists" ? true : 3 }];
    const number = { kind: "integer" as const, options: undefined, min: 0, max: 10 };
    for (const earlier of [{}, number]) {
      const instrument = withLast(3, { enableWhen }, earlier);
      expect(reworded(instrument).enableWhen).toEqual(enableWhen);
      // What a list does not offer, a browser takes for its first entry.
      const shown = lastOf(instrument).enableWhen.map((condition) => rowOf(instrument, condition).way);
      expect(conditionWays.map(({ value }) => value)).toEqual(expect.arrayContaining(shown));
    }
  });

  it("keeps as many conditions as an imported one may have", () => {
    const enableWhen = Array.from({ length: 20 }, (_, i) => ({
      ...{ itemId: `q${i + 1}`, operator: "=" as const, value: 1 },
    }));
    expect(MOST_CONDITIONS).toBe(20);
    expect(reworded(withLast(21, { enableWhen })).enableWhen).toEqual(enableWhen);
  });
});

describe("greater and less", () => {
  const answers = (...said: [label: string, score: number | null][]) =>
    said.map(([label, score], value) => ({ value, score, label, codes: [] }));
  const asks = (often: Instrument["optionSets"][string], way: string) => () =>
    withItem(
      { ...draftOf(2), scales: [], optionSets: { often } },
      asItemForm({ id: "q2", "conditionItem[]": ["q1"], "conditionWay[]": [way], "conditionValue[]": ["Often"] }),
      "q2",
    );

  it("are asked of answers that go up in what they count, and of no others", () => {
    const aside = answers(["Never", 0], ["Often", 1], ["Does not apply", null]);
    const downwards = answers(["Always", 4], ["Often", 3], ["Never", 0]);
    const up = answers(["Never", 0], ["Rarely", 2], ["Often", 4]);
    for (const way of [">=", "<=", ">", "<"]) {
      expect(asks(aside, way)).toThrow(Refused);
      expect(asks(downwards, way)).toThrow(Refused);
      expect(asks(up, way)).not.toThrow();
    }
    expect(asks(aside, "=")).not.toThrow();
  });
});

it("a question that is answered in another way from now on holds nobody to the rules of the way before", () => {
  const day = { kind: "date" as const, options: undefined, earliest: "2020-01-01", latest: "2020-12-31" };
  const text = { kind: "text" as const, options: undefined, longest: 3, pattern: "[a-z]+", example: "abc" };
  const asWords = reworded(withLast(2, day), { kind: "text" });
  const asDay = reworded(withLast(2, text), { kind: "date" });
  for (const [item, value] of [
    [asWords, "It was a good year"],
    [asDay, "2026-11-30"],
  ] as const) {
    const instrument = { ...draftOf(1), scales: [], items: [item] };
    expect(validateAnswers(instrument, [{ itemId: item.id, form: "now", value }])).toEqual([]);
  }
  expect(reworded(withLast(2, day), { kind: "date" })).toMatchObject({ earliest: "2020-01-01", latest: "2020-12-31" });
  expect(reworded(withLast(2, text), { kind: "text" })).toMatchObject({ longest: 3, pattern: "[a-z]+" });
});
