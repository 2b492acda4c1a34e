import { describe, expect, it } from "vitest";
import { caseloadColumns } from "@/lib/caseload/columns";
import { comparePlaces, isAfterMark, markOf, NO_SESSION } from "@/lib/caseload/place";
import { caseloadView, columnsShown, isInView, queryOf, viewOfQuery } from "@/lib/caseload/view";
import { attentionLevels, ranksOf, signalKinds, signalRank, signalRow } from "@/lib/signals/kinds";

const place = {
  ...{ tier: 1, level: "attention" as const, rank: 110, nameKey: "ines", stage: "during" as const, phase: 2 },
  ...{ weekKey: -4, activityKey: 0, dueKey: 9_999_999, sessionKey: NO_SESSION, lettersUnasked: false, clientId: "c" },
};
const view = caseloadView.parse({});

describe("what a view shows", () => {
  it.each([
    [{}, {}, true],
    [{ stage: "after" as const }, {}, false],
    [{ stage: "after" as const, level: "risk" as const }, {}, true],
    [{ stage: "after" as const }, { state: "all" as const }, true],
    [{}, { state: "starting" as const }, false],
    [{}, { phase: "2" as const }, true],
    [{}, { phase: "3" as const }, false],
    [{}, { flag: "needs-you" as const }, true],
    [{}, { flag: "review" as const }, false],
    [{ lettersUnasked: true }, { flag: "letters" as const }, true],
    [{}, { whose: "b" }, false],
  ])("%j in %j: %s", (of, asked, isShown) => {
    expect(isInView({ ...place, ...of }, "a", { ...view, ...asked })).toBe(isShown);
  });

  it("is read from what anybody types", () => {
    expect(caseloadView.parse({ q: " a\0b ", phase: "9", state: "x", whose: "me", flag: "", sort: "drop" })).toEqual({
      ...{ q: "ab", phase: "all", state: "current", whose: "all", flag: "any", sort: "attention", columns: "" },
    });
  });
});

describe("the columns of a view", () => {
  it.each([
    ["", ["week", "score", "gaps", "practice", "activity", "due", "session"], ""],
    ["none.session.week", ["week", "session"], "week.session"],
    ["none", [], "none"],
    ["drop table", ["week", "score", "gaps", "practice", "activity", "due", "session"], ""],
    ["none.week.score.gaps.practice.activity.due.session", [...caseloadColumns], ""],
  ])("%j", (asked, shown, kept) => {
    const view = caseloadView.parse({ columns: asked });
    expect(view.columns).toBe(kept);
    expect(columnsShown(view)).toEqual(shown);
    expect(viewOfQuery(queryOf(view))).toEqual(view);
  });
});

describe("the order of places", () => {
  it("is by tier, then key, then name without accents, then the client; and goes on after a mark", () => {
    const other = (of: Partial<typeof place>) => ({ ...place, ...of });
    const inOrder = [
      other({ tier: 0, rank: 500 }),
      other({ rank: 20, nameKey: "zoe" }),
      other({ rank: 20, nameKey: "\uffee" }),
      other({ rank: 20, nameKey: "\u{1f600}" }),
      other({ rank: 20, nameKey: "\u{1f600}", clientId: "d" }),
    ];
    for (const [i, one] of inOrder.entries())
      for (const [j, two] of inOrder.entries()) {
        expect(Math.sign(comparePlaces(one, two, "attention"))).toBe(Math.sign(i - j));
        expect(isAfterMark(two, markOf(one, "attention"), one.nameKey, "attention")).toBe(j > i);
      }
  });
});

describe("the ranks of a level", () => {
  it("are those of its kinds and of no other", () => {
    for (const level of attentionLevels) {
      if (level === "starting") continue;
      const { from, below } = ranksOf([level]);
      for (const kind of signalKinds)
        for (const isTaken of [false, true]) {
          const rank = signalRank(kind, isTaken);
          expect(rank >= from && rank < below, kind).toBe(signalRow(kind).level === level);
        }
    }
  });
});
