import { describe, expect, it } from "vitest";
import { draftOf } from "@/lib/assessments/build/drafts.testing";
import { freeItemId } from "@/lib/assessments/build/items";
import { planTable } from "@/lib/assessments/build/paste-plan";
import { problemWords, withTable } from "@/lib/assessments/build/paste-take";
import { settle } from "@/lib/assessments/build/settle";

const draft = draftOf(2);
const plan = (text: string) => planTable(draft, text);
const take = (text: string, otherwise = "often") => {
  const taken = new Set(["q1", "q2"]);
  const freeId = () => {
    const id = freeItemId(taken);
    taken.add(id);
    return id;
  };
  return settle(
    draft,
    withTable(draft, plan(text), { otherwise, place: { last: true } }, { freeId, takenScales: new Set() }),
  ).instrument;
};

describe("a pasted table", () => {
  it("is a list of statements where nothing parts cells, whatever marks they hold", () => {
    const { rows, problems } = plan('1. I am calm, mostly; or so.\n\n2. Nothing is "loud"\n');
    expect(rows.map(({ text }) => text)).toEqual(["I am calm, mostly; or so.", 'Nothing is "loud"']);
    expect(problems).toEqual([]);
  });

  it("is read by tabs in the usual order, with cells of several lines", () => {
    const { rows, columns } = plan('1\t"Two\nlines, ""quoted"""\tCalm\tR\n2\tThree\tCalm\t\n');
    expect(columns).toEqual(["number", "statement", "scale", "reversed"]);
    expect(rows).toMatchObject([
      { line: 1, text: 'Two\nlines, "quoted"', scales: ["Calm"], reversed: true },
      { line: 3, text: "Three", reversed: false },
    ]);
  });

  it("is read by semicolons or commas where its first line names columns", () => {
    expect(plan("Statement;Scale\nCalm, mostly;Peace").rows).toMatchObject([
      { text: "Calm, mostly", scales: ["Peace"] },
    ]);
    expect(plan('scale,statement\nPeace,"Calm, mostly"').rows).toMatchObject([
      { text: "Calm, mostly", scales: ["Peace"] },
    ]);
  });

  it("says of each line that does not fit why, and then takes nothing", () => {
    const bad =
      "statement\tscale\treversed\tanswers\n\tCalm\t\t\nOne\tCalm\tmaybe\t\nTwo\tCalm\t\tNever\nThree\tCalm\t\t\tmore";
    expect(plan(bad).problems.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(problemWords(plan(bad))).toContain("Line 3: “maybe” does not say whether it is reversed.");
    expect(() => take(bad)).toThrow(/Nothing was taken/);
    expect(plan("a\tb\tc\td\te\tf\tg").problems[0]?.sentence).toContain("more columns than can be told apart");
    expect(plan("").problems[0]?.sentence).toContain("no statement");
    expect(plan(Array.from({ length: 499 }, (_, i) => `S ${i}`).join("\n")).problems[0]?.sentence).toContain(
      "1 too many",
    );
    expect(() => take("Statement\tScale\tAnswers\nOne\tCalm\twords")).toThrow(/Nothing was taken/);
  });

  it("makes questions, sets that are shared, and scales with their ranges", () => {
    const made = take(
      "statement\tscale\treversed\tanswers\nOne\tCalm | All\t\t\nTwo\tcalm\tR\t0 No | 1 A bit | 2 A lot\nThree\tAll\t\t0 No | 1 A bit | 2 A lot\nFour\t\t\tyes/no\nFive\t\t\t0 to 10\nSix\t\t\twords",
    );
    expect(made.items.map(({ id, kind, options, min, max }) => [id, kind, options, min, max])).toEqual([
      ["q1", "choice", "often", undefined, undefined],
      ["q2", "choice", "often", undefined, undefined],
      ["q3", "choice", "often", undefined, undefined],
      ["q4", "choice", "answers-1", undefined, undefined],
      ["q5", "choice", "answers-1", undefined, undefined],
      ["q6", "choice", "yes-no", undefined, undefined],
      ["q7", "integer", undefined, 0, 10],
      ["q8", "text", undefined, undefined, undefined],
    ]);
    expect(made.scales.map(({ title, items, range }) => [title, items, range])).toEqual([
      ["Calm", ["q3", "q4"], { min: 0, max: 6 }],
      ["All", ["q3", "q5"], { min: 0, max: 6 }],
    ]);
    expect(made.items[3]?.reversed).toBe(true);
  });
});
