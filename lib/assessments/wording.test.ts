import { describe, expect, it } from "vitest";
import { parseInstrument } from "@/lib/assessments/instrument";
import { answerLists, withConfirmedKey, withWording, wordingOf } from "@/lib/assessments/wording";
import { linesOf } from "@/lib/assessments/wording-lines";
import { Refused } from "@/lib/errors";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { csi16 } from "@/lib/instruments/csi-16";
import { fis } from "@/lib/instruments/fis";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { phq9 } from "@/lib/instruments/phq-9";
import { ras } from "@/lib/instruments/ras";
import { rdas } from "@/lib/instruments/rdas";

const lines = (count: number) => Array.from({ length: count }, (_, i) => `Line ${i + 1}`).join("\n");
const stems = { now: "", wished: "" };

describe("lists of answers", () => {
  const listed = (instrument: Parameters<typeof answerLists>[0]) =>
    answerLists(instrument).map(({ questions, values }) => [questions, values.join("")]);

  it("are one for each printed format, in the printed order, and name their questions", () => {
    expect(listed(rdas)).toEqual([
      ["1 to 6", "543210"],
      ["7 to 10", "012345"],
      ["11", "43210"],
      ["12 to 14", "012345"],
    ]);
    expect(listed(csi16)).toEqual([
      ["1", "0123456"],
      ["2", "543210"],
      ["3 to 6", "012345"],
      ["7 to 10", "012345"],
      ["11", "543210"],
      ["12", "012345"],
      ["13", "543210"],
      ["14", "543210"],
      ["15", "012345"],
      ["16", "543210"],
    ]);
    expect(listed(ras)).toEqual(["1", "2", "3", "4", "5", "6", "7"].map((question) => [question, "12345"]));
    expect(listed(phq9)).toEqual([[null, "0123"]]);
  });

  it("say runs as people say them", () => {
    const sets = { a: phq9.optionSets.answers ?? [], b: phq9.optionSets.answers ?? [] };
    const items = phq9.items.map((item, i) => ({ ...item, options: [0, 1, 2, 4, 6, 7].includes(i) ? "a" : "b" }));
    expect(answerLists({ ...phq9, items, optionSets: sets })[0]?.questions).toBe("1 to 3, 5, 7 and 8");
  });
});

describe("a practice's wording", () => {
  it("drops numbering that counts all the way down, and only that", () => {
    expect(linesOf("1. One\n2) Two\n\n(3) Three")).toEqual(["One", "Two", "Three"]);
    expect(linesOf("1. One\nTwo")).toEqual(["1. One", "Two"]);
    expect(linesOf("7 days\n14 days")).toEqual(["7 days", "14 days"]);
  });

  it("fills every item and answer in order and keeps the key", () => {
    const worded = withWording(phq9, { statements: lines(9), labels: { answers: lines(4) }, stems });
    expect(worded.items[8]).toMatchObject({ id: "9", text: "Line 9", critical: phq9.items[8]?.critical });
    expect(worded.optionSets.answers?.map(({ value, label }) => [value, label])).toEqual([
      [0, "Line 1"],
      [1, "Line 2"],
      [2, "Line 3"],
      [3, "Line 4"],
    ]);
    expect(whyNotAssignable(worded)).toBeNull();
    expect(wordingOf(worded).statements).toBe(lines(9));
  });

  it("refuses one line too few with the count, and says which field", () => {
    try {
      withWording(phq9, { statements: lines(8), labels: { answers: lines(5) }, stems });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refused);
      expect((error as Refused).fields.statements).toContain("8 lines and 9 are needed");
      expect((error as Refused).fields["labels.answers"]).toContain("5 lines and 4");
    }
    try {
      withWording(phq9, { statements: "", labels: { answers: lines(1) }, stems });
      expect.unreachable();
    } catch (error) {
      expect((error as Refused).fields.statements).toMatch(/^There are no lines and 9 are needed/);
      expect((error as Refused).fields["labels.answers"]).toMatch(/^There is one line and 4 are needed/);
    }
  });
});

describe("confirming a key item by item", () => {
  const ids = fis.items.map(({ id }) => id);

  it("takes the practice's word on open items and stays unassignable until all are confirmed", () => {
    const worded = withWording(fis, { statements: lines(35), labels: { answers: lines(5) }, stems });
    const some = withConfirmedKey(worded, { confirmed: ["3"], reversed: [] });
    expect(some.items[2]).toMatchObject({ keyConfirmed: true, reversed: false });
    expect(whyNotAssignable(some)).toContain("not been confirmed");
    expect(some.certainty).toEqual(fis.certainty);
    const all = withConfirmedKey(some, { confirmed: ids, reversed: ["6"] });
    expect(whyNotAssignable(all)).toBeNull();
    expect(all.certainty).toEqual({ ...fis.certainty, reversals: "confirmed", scales: "confirmed" });
  });

  it("never changes an item that is confirmed already", () => {
    const again = withConfirmedKey(phq9, { confirmed: ["1"], reversed: ["1"] });
    expect(again.items[0]?.reversed).toBe(false);
    expect(again.certainty).toEqual(phq9.certainty);
  });
});

describe("words of several lines", () => {
  const [first, second, ...more] = fiveDimensions.items;
  if (!first || !second) throw new Error("no items");
  const items = [{ ...first, text: "Think of this week.\n\nTake your time." }, { ...second, text: null }, ...more];
  const twoLines = parseInstrument({ ...fiveDimensions, items });

  it("are saved as they stand, to the letter, and so is one that is still missing", () => {
    expect(withWording(twoLines, wordingOf(twoLines))).toEqual(twoLines);
    const typed = wordingOf(twoLines);
    const sent = { ...typed, statements: typed.statements.replaceAll("\n", "\r\n") };
    expect(withWording(twoLines, sent)).toEqual(twoLines);
  });

  it("stay apart when another is changed", () => {
    const typed = wordingOf(twoLines);
    const changed = withWording(twoLines, {
      ...typed,
      statements: typed.statements.replace("(no words yet)", "Now there are.\nTwo lines."),
    });
    expect(changed.items.slice(0, 2).map(({ text }) => text)).toEqual([
      "Think of this week.\nTake your time.",
      "Now there are.\nTwo lines.",
    ]);
    expect(changed.items.slice(2)).toEqual(twoLines.items.slice(2));
  });
});
