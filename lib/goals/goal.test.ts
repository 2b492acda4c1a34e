import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Goal, type GoalStep, goalMeasures, goalStepKinds, goalsUntil, nextGoalSteps } from "./goal";
import { reviewGoalForm, setGoalForm } from "./goal-forms";
import { goalLineSentence, goalLines, goalsByDimension } from "./goal-lines";

const id = "0f6f2f6e-8a8b-4a5e-9d0a-5b1f1f6a0a01";
const form = {
  ...{ id, clientId: id, words: "To say what I need.", measure: "connection", line: "7" },
  ...{ agreedWith: "client", agreedHow: "session", agreedOn: "2026-11-03" },
};
const step = (more: Partial<GoalStep> = {}): GoalStep => ({
  ...{ ordinal: 1, kind: "set", words: "To say what I need.", measure: "connection", line: 7, isShown: false },
  ...{ agreedWith: "client", agreedHow: "session", agreedOn: "2026-11-03", note: null, reviewedAt: null },
  ...{ by: "Alma", at: new Date("2026-11-03T10:00:00Z") },
  ...more,
});
const goal = (name: string, ...steps: Partial<GoalStep>[]): Goal => ({
  id: name,
  steps: steps.map((one, i) => step({ ordinal: i + 1, ...one })),
});

describe("a goal as it is written down", () => {
  it("takes a line that fits its chart, or none", () => {
    expect(setGoalForm.parse(form)).toMatchObject({ measure: "connection", line: 7 });
    expect(setGoalForm.parse({ ...form, measure: "none", line: "" })).toMatchObject({ measure: null, line: null });
    expect(setGoalForm.parse({ ...form, measure: "sexual", line: "0" })).toMatchObject({ measure: "sexual", line: 0 });
    for (const [measure, line] of [
      ["connection", "0"],
      ["connection", "11"],
      ["connection", "6.5"],
      ["connection", ""],
      ["emotional", "97"],
      ["none", "7"],
    ])
      expect(setGoalForm.safeParse({ ...form, measure, line }).error?.issues.map(({ path }) => path[0])).toEqual([
        "line",
      ]);
  });

  it("needs words, and with whom, when and how it was agreed", () => {
    for (const field of ["words", "agreedWith", "agreedHow", "agreedOn"])
      expect(setGoalForm.safeParse({ ...form, [field]: "" }).success, field).toBe(false);
  });

  it("is reviewed in a session or outside of one, and never changed by a review", () => {
    const review = { goalId: id, seen: "1", kind: "met", appointmentId: "", note: "" };
    expect(reviewGoalForm.parse(review)).toMatchObject({ appointmentId: null, note: null });
    expect(reviewGoalForm.safeParse({ ...review, kind: "changed" }).success).toBe(false);
  });

  it("is over when it is met or let go, and can be taken up again from there alone", () => {
    for (const kind of goalStepKinds)
      expect(nextGoalSteps(kind)).toEqual(
        kind === "met" || kind === "let-go" ? ["going-on"] : ["going-on", "met", "let-go", "changed"],
      );
  });
});

describe("the lines of goals", () => {
  it("are one a chart, of goals that are worked towards, agreed on last", () => {
    const goals = [
      goal("a", {}),
      goal("b", { line: 8, agreedOn: "2026-11-10" }),
      goal("c", { measure: "emotional", line: 60 }, { kind: "met", measure: "emotional", line: 60 }),
      goal("d", { measure: "social", line: 0 }),
      goal("e", { measure: null, line: null }),
    ];
    expect(goalLines(goals)).toEqual([
      { measure: "connection", at: 8, agreedOn: "2026-11-10" },
      { measure: "social", at: 0, agreedOn: "2026-11-03" },
    ]);
    expect(goalsByDimension(goalLines(goals))).toEqual({ social: 0 });
  });

  it("say where they stand and never that somebody is there", () => {
    const words = goalMeasures.map((measure) =>
      goalLineSentence({ measure, at: 7, agreedOn: "2026-11-03" }, () => "3 Nov"),
    );
    expect(words[0]).toBe("The goal line at 7 was agreed on 3 Nov.");
    expect(words[1]).toBe("The goal line for emotional closeness at 7 was agreed on 3 Nov.");
    expect(words.join(" ")).not.toMatch(/reach|met|achiev|%|above|below|better/i);
  });
});

it("stands at the end of a day as it was decided until then, in any order of days", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 6 }), day, (days, last) => {
      const sorted = days.toSorted();
      const one = goal("a", ...sorted.map((on) => ({ at: new Date(`${on}T10:00:00Z`) })));
      const [standing] = goalsUntil([one], last, (at) => at.toISOString().slice(0, 10));
      expect(standing?.steps.length ?? 0).toBe(sorted.filter((on) => on <= last).length);
    }),
  );
});
