import { describe, expect, it } from "vitest";
import { answerLines, placesWords, readAnswers, rowsOf, setWords } from "@/lib/assessments/build/answers";
import { draftChecks } from "@/lib/assessments/build/checks";
import { scaleOutlooks } from "@/lib/assessments/build/comparable";
import { conditionWords } from "@/lib/assessments/build/conditions";
import { asItemForm, asScaleForm, draftOf } from "@/lib/assessments/build/drafts.testing";
import { withEarlier } from "@/lib/assessments/build/earlier";
import { itemForm, itemWords, withItem } from "@/lib/assessments/build/item-form";
import { freeItemId } from "@/lib/assessments/build/items";
import { freeScaleKey, withScale } from "@/lib/assessments/build/scale-form";
import { settle } from "@/lib/assessments/build/settle";
import type { Instrument } from "@/lib/assessments/instrument";
import { Refused } from "@/lib/errors";

const draft = draftOf(3);
const refusal = (run: () => unknown): Readonly<Record<string, string>> => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refused) return error.fields;
    throw error;
  }
  throw new Error("It was not refused.");
};
const withSaid = (given: Record<string, unknown>, id = "q3", from: Instrument = draft) =>
  settle(from, withItem(from, asItemForm({ id, ...given }), id)).instrument;
const itemOf = (instrument: Instrument, id: string) => instrument.items.find((item) => item.id === id);

describe("the form of a question", () => {
  it("makes each kind of question", () => {
    expect(itemOf(withSaid({ kind: "yes-no" }), "q3")).toMatchObject({ kind: "choice", options: "yes-no" });
    expect(itemOf(withSaid({ kind: "integer", min: "0", max: "10" }), "q3")).toMatchObject({ min: 0, max: 10 });
    expect(itemOf(withSaid({ kind: "text" }), "q3")).not.toHaveProperty("options");
    expect(itemOf(withSaid({ kind: "display", required: "yes" }), "q3")).toMatchObject({ required: false });
    const own = withSaid({ options: "", ownAnswers: "0 Never\n1 Now and then\n- Does not apply" });
    expect(own.optionSets["answers-1"]).toMatchObject([
      { label: "Never" },
      { label: "Now and then" },
      { label: "Does not apply", score: null },
    ]);
  });

  it("asks back at each field that does not fit, and takes nothing", () => {
    const said = refusal(() =>
      withSaid({ kind: "integer", min: "five", max: "2", reversed: "yes", "counts[]": ["x"] }),
    );
    expect(said).toMatchObject({ min: expect.stringContaining("whole number"), reversed: expect.any(String) });
    expect(refusal(() => withSaid({ kind: "integer", min: "5", max: "2" }))).toHaveProperty("max");
    expect(refusal(() => withSaid({ options: "" }))).toHaveProperty("options");
    expect(refusal(() => withSaid({ options: "", ownAnswers: "0 Same\n1 same" })).ownAnswers).toContain("Line 2");
    expect(itemForm.safeParse({ key: "ours", text: " ", kind: "choice" }).success).toBe(false);
  });

  it("reads conditions by the words of an answer or by its number, and says what is offered", () => {
    const when = (value: string, way = "=", item = "q1") =>
      withSaid({ "conditionItem[]": ["", item], "conditionWay[]": ["=", way], "conditionValue[]": ["", value] });
    expect(itemOf(when("OFTEN"), "q3")?.enableWhen).toEqual([{ itemId: "q1", operator: "=", value: 3 }]);
    expect(itemOf(when("3", ">="), "q3")?.enableWhen).toEqual([{ itemId: "q1", operator: ">=", value: 3 }]);
    expect(itemOf(when("", "answered"), "q3")?.enableWhen).toEqual([{ itemId: "q1", operator: "exists", value: true }]);
    expect(refusal(() => when("perhaps"))["condition.1"]).toBe(
      "Question 1 (“Statement 1”) offers: Never, Rarely, Sometimes, Often, Always. Choose one of them.",
    );
    expect(refusal(() => when("often", "=", "q3"))["condition.1"]).toContain("does not come before this one");
    const instrument = when("often", "!=");
    const item = itemOf(instrument, "q3");
    expect(item && conditionWords(instrument, item)).toBe("Asked only if question 1 is not “Often”");
    expect(item && itemWords(instrument, item).conditions).toBe("question 1 != Often");
  });

  it("drops what was marked once other answers are offered", () => {
    const marked = { when: { values: [4] }, effect: "crisis" as const, sentence: "Marked." };
    const before = { ...draft, items: draft.items.map((item) => ({ ...item, critical: [marked] })) };
    expect(itemOf(withSaid({}, "q3", before), "q3")?.critical).toEqual([marked]);
    expect(itemOf(withSaid({ kind: "yes-no" }, "q3", before), "q3")?.critical).toEqual([]);
  });
});

describe("answers", () => {
  it("keep what stands for them when their words and numbers change, so that conditions still mean them", () => {
    const before = draft.optionSets.often ?? [];
    const rows = rowsOf(before).map((row, i) => ({ ...row, label: `Word ${i}`, counts: String(4 - i) }));
    const read = readAnswers(before, [...rows, { value: "", counts: "", label: "Does not apply" }]);
    expect("options" in read && read.options.map(({ value, score, label }) => [value, score, label])).toEqual([
      [0, 4, "Word 0"],
      [1, 3, "Word 1"],
      [2, undefined, "Word 2"],
      [3, 1, "Word 3"],
      [4, 0, "Word 4"],
      [5, null, "Does not apply"],
    ]);
  });

  it("may count the same, or nothing; they may not say the same", () => {
    const rows = [
      { value: "", counts: "0", label: "Not this week" },
      { value: "", counts: "0", label: "Never" },
      { value: "", counts: "", label: "Never" },
    ];
    expect(readAnswers([], rows)).toEqual({ problems: { "label.2": "Answer 2 says the same. Write other words." } });
    expect(readAnswers([], rows.slice(0, 2))).toMatchObject({ options: [{ value: 0 }, { value: 1, score: 0 }] });
    expect(readAnswers([], rows.slice(0, 1))).toHaveProperty("problems");
    expect(readAnswers([], [{ value: "", counts: "one", label: "" }])).toHaveProperty("problems");
  });

  it("are read one a line", () => {
    expect(answerLines("Never\nOften").map(({ counts, label }) => [counts, label])).toEqual([
      ["0", "Never"],
      ["1", "Often"],
    ]);
    expect(answerLines("3 = Never\n-1: Often\n– Neither").map(({ counts, label }) => [counts, label])).toEqual([
      ["3", "Never"],
      ["-1", "Often"],
      ["", "Neither"],
    ]);
    expect(setWords(draft.optionSets.often ?? [])).toBe("Never to Always (0 to 4)");
    expect(placesWords([1, 2, 3, 5, 7, 8])).toBe("1 to 3, 5, 7, 8");
  });
});

describe("the form of a scale", () => {
  const scale = (given: Record<string, unknown>) =>
    withScale(draft, asScaleForm({ "items[]": ["q1", "q2"], ...given }), "scale-1");

  it("keeps no band and no cut-off without a source", () => {
    const bands = { "bandFrom[]": ["0", "4"], "bandLabel[]": ["Low", "High"] };
    expect(refusal(() => scale(bands)).figures).toContain("Without one they are not kept");
    expect(refusal(() => scale({ cutoff: "3", cutoffMeaning: "Look again." })).figures).toContain("source");
    expect(refusal(() => scale({ ...bands, figures: "source" }))).toHaveProperty("figuresSource");
    expect(scale({ ...bands, figures: "ours" }).scales[0]).toMatchObject({
      bands: [
        { min: 0, label: "Low" },
        { min: 4, label: "High" },
      ],
      figuresSource: "ours",
    });
    const sourced = {
      ...bands,
      cutoff: "5",
      cutoffMeaning: "Look again.",
      figures: "source",
      figuresSource: "A (2001)",
    };
    expect(scale(sourced).scales[0]?.cutoff).toMatchObject({ value: 5, certainty: "unconfirmed" });
    expect(scale({ ...sourced, figuresRead: "yes" }).scales[0]?.cutoff).toMatchObject({ certainty: "confirmed" });
  });

  it("says what does not fit at its field", () => {
    const said = refusal(() =>
      scale({
        "items[]": [],
        multiplier: "0",
        blanks: "x",
        "bandFrom[]": ["99"],
        "bandLabel[]": [""],
        figures: "ours",
      }),
    );
    expect(Object.keys(said).sort()).toEqual(["bandFrom.0", "bandLabel.0", "blanks", "items", "multiplier"]);
    expect(refusal(() => scale({ blanks: "2" })).blanks).toContain("at least one of them");
    const other = settle(draft, scale({})).instrument;
    expect(
      refusal(() => withScale(other, asScaleForm({ title: "calm", "items[]": ["q1"] }), "scale-2")),
    ).toHaveProperty("title");
  });
});

describe("what is still missing", () => {
  it("names its place, and tells what cannot be published from what is only asked", () => {
    const items = draft.items.map((item, i) => (i === 1 ? { ...item, text: null } : { ...item, text: "The same" }));
    const options = { ...draft.optionSets, spare: draft.optionSets.often ?? [] };
    const waiting = items.map((item, i) =>
      i === 2 ? { ...item, enableWhen: [{ itemId: "q1", operator: "=" as const, value: 9 }] } : item,
    );
    const checks = draftChecks({ ...draft, items: waiting, optionSets: options });
    expect(checks.filter(({ isOpen }) => isOpen).map(({ sentence }) => sentence)).toEqual([
      "Question 2 has no words yet.",
      "Question 3 (“The same”) waits for an answer that question 1 (“The same”) does not offer.",
    ]);
    expect(checks.filter(({ isOpen }) => !isOpen).map(({ sentence }) => sentence)).toEqual([
      "Question 3 (“The same”) says the same as question 1 (“The same”).",
      "No question uses the answers Never to Always (0 to 4).",
      "There is no scale: the answers are read one by one, and no chart is drawn.",
    ]);
  });
});

describe("the next version", () => {
  const first = settle(draft, withScale(draft, asScaleForm({ "items[]": ["q1", "q2"] }), "scale-1")).instrument;

  it("says of each scale whether its line goes on", () => {
    const reversed = withScale(
      first,
      asScaleForm({ scale: "scale-1", "items[]": ["q1", "q2"], "reversed[]": ["q2"] }),
      "scale-1",
    );
    expect(scaleOutlooks(first, first)).toMatchObject([{ kind: "same" }]);
    expect(scaleOutlooks(first, reversed)).toMatchObject([{ kind: "breaks" }]);
    const reworded = withSaid({ "counts[]": ["scale-1"] }, "q2", first);
    expect(scaleOutlooks(first, reworded)).toMatchObject([
      { kind: "reworded", sentence: expect.stringContaining("question 2") },
    ]);
    const added = withScale(first, asScaleForm({ title: "Other", "items[]": ["q3"] }), "scale-2");
    expect(scaleOutlooks(first, added).map(({ kind }) => kind)).toEqual(["same", "new"]);
    expect(scaleOutlooks(added, first).map(({ kind }) => kind)).toEqual(["same", "gone"]);
  });

  it("uses no name of a question or scale again", () => {
    expect(freeItemId(new Set(["q1", "q2", "q4"]))).toBe("q3");
    expect(freeScaleKey(new Set(["scale-1"]))).toBe("scale-2");
  });
});

it("keeps the last steps so that they can be taken back, and not for ever", () => {
  const many = Array.from({ length: 40 }, (_, i) => i).reduce<ReturnType<typeof withEarlier>>(
    (steps, i) => withEarlier(steps, `Step ${i}`, draft),
    [],
  );
  expect(many).toHaveLength(30);
  expect(many.at(-1)?.did).toBe("Step 39");
  const large = { ...draft, purpose: "x".repeat(900_000) };
  expect(withEarlier(withEarlier(withEarlier([], "One", large), "Two", large), "Three", large)).toHaveLength(2);
});
