import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coupleFinding } from "./couple-finding";
import { releaseForm, sharingForm } from "./couple-forms";
import { chosenItems, type ShareDecision, sharedByBoth, sharedSpans, shareStates, shownItems } from "./share-decisions";
import {
  isShareItem,
  itemAt,
  itemInSentence,
  itemWords,
  keptItemWords,
  numberOf,
  pairsWithin,
  shareItems,
} from "./share-items";
import {
  combinedGap,
  finishedWeeks,
  inWholePoints,
  isWhole,
  pairRows,
  practisedWeeks,
  type ScoreRecord,
  scoreRows,
  widestTogetherFirst,
  wishesApart,
} from "./shared-scores";

const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 8, minute));
const decided = (
  item: string,
  decision: ShareDecision["decision"],
  minute: number,
  heldAtOnce = false,
): ShareDecision => ({ item, decision, decidedAt: at(minute), heldAtOnce });

describe("the list of what can be shared", () => {
  it("is closed: no words, no safety answers, no single days", () => {
    expect(shareItems).toHaveLength(7);
    expect(shareItems.map(itemWords)).toContain("Sexual, now and wished");
    expect(shareItems.map(itemInSentence).slice(0, 3)).toEqual([
      "connection, week by week",
      "the days on which I practised",
      "emotional, now and wished",
    ]);
    for (const never of [
      "reflections",
      "messages",
      "safety-and-steadiness",
      "idealised-now",
      "connection-checks",
      "emotional-now",
      "",
    ])
      expect(isShareItem(never)).toBe(false);
  });

  it("has a number for each, so that an address names nothing", () => {
    expect(shareItems.map((item) => itemAt(numberOf(item)))).toEqual(shareItems);
    for (const none of [0, -1, 8, 1.5, Number.NaN]) expect(itemAt(none)).toBeNull();
  });

  it("is all that a form accepts, nothing chosen is refused", () => {
    const coupleId = crypto.randomUUID();
    const parse = (given: unknown) =>
      sharingForm.safeParse({ coupleId, decision: "shared", "items[]": given }).data?.["items[]"];
    expect(parse(["social", "emotional", "social"])).toEqual(["emotional", "social"]);
    expect(parse("social")).toEqual(["social"]);
    for (const wrong of [[], ["reflections"], undefined, "", ["emotional", "notes"]])
      expect(parse(wrong)).toBeUndefined();
    expect(releaseForm.safeParse({ "items[]": ["notes"] }).success).toBe(false);
  });
});

describe("decisions", () => {
  it("make a ledger, the newest first, in which a second yes and a second no are nothing", () => {
    const decisions = [
      decided("emotional", "shared", 1),
      decided("emotional", "shared", 2),
      decided("emotional", "withdrawn", 3),
      decided("emotional", "withdrawn", 4),
      decided("social", "withdrawn", 4),
      decided("emotional", "shared", 5),
      decided("connection-weeks", "shared", 6),
    ];
    expect(sharedSpans(decisions)).toEqual([
      { item: "connection-weeks", sharedAt: at(6), withdrawnAt: null },
      { item: "emotional", sharedAt: at(5), withdrawnAt: null },
      { item: "emotional", sharedAt: at(1), withdrawnAt: at(3) },
    ]);
    expect(chosenItems([...decisions, decided("something-else", "shared", 7)])).toEqual([
      "connection-weeks",
      "emotional",
    ]);
  });

  it("show and stop only where a week begins", () => {
    const decisions = [
      decided("social", "shared", 1),
      decided("emotional", "shared", 5),
      decided("social", "withdrawn", 6),
    ];
    expect(shownItems(decisions, at(1))).toEqual(["social"]);
    expect(shownItems(decisions, at(4))).toEqual(["social"]);
    expect(shownItems(decisions, at(6))).toEqual(["emotional"]);
    expect(shareStates(decisions, at(4))).toEqual([
      { item: "emotional", isChosen: true, isShown: false, since: at(5) },
      { item: "social", isChosen: false, isShown: true, since: at(6) },
    ]);
  });

  it("of before hold for pairs alone, and what was stopped then stays stopped", () => {
    const sides = ["emotional-now", "emotional-wished", "social-now", "sexual-wished"];
    const before = sides.map((item) => decided(item, "shared", 1, true));
    expect(shownItems(before, at(2))).toEqual(["emotional"]);
    const stopped = [...before, decided("emotional-wished", "withdrawn", 4, true)];
    expect(shownItems(stopped, at(2))).toEqual([]);
    expect(shownItems([...before, decided("emotional", "withdrawn", 4)], at(2))).toEqual(["emotional"]);
    expect(chosenItems([...before, decided("emotional", "withdrawn", 4)])).toEqual([]);
    expect(keptItemWords("social-now")).toBe("Social, now");
    expect(keptItemWords("social-now-now")).toBeNull();
    expect(pairsWithin(["sexual-now", "sexual-wished", "social-now", "practice-days"])).toEqual([
      "practice-days",
      "sexual",
    ]);
  });

  it("stand as the last one of each item says, in whatever order they arrive; of two at once the no holds", () => {
    const one = fc.record({
      item: fc.constantFrom("emotional", "social", "practice-days"),
      decision: fc.constantFrom("shared" as const, "withdrawn" as const),
      minute: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (made) => {
        const decisions = made.map(({ item, decision, minute }) => decided(item, decision, minute));
        const shuffled = [...decisions].reverse();
        const standing = chosenItems(shuffled);
        for (const item of ["emotional", "social", "practice-days"] as const) {
          const mine = decisions.filter((decision) => decision.item === item);
          const last = Math.max(...mine.map(({ decidedAt }) => decidedAt.getTime()));
          const newest = mine.filter(({ decidedAt }) => decidedAt.getTime() === last);
          const isShared = newest.length > 0 && newest.every(({ decision }) => decision === "shared");
          expect(standing.includes(item)).toBe(isShared);
        }
      }),
    );
  });

  it("meet where both share", () => {
    expect(sharedByBoth(["social", "emotional"], ["emotional", "sexual"])).toEqual(["emotional"]);
    expect(sharedByBoth([], shareItems)).toEqual([]);
  });
});

describe("scores", () => {
  const scores: ScoreRecord[] = [
    { scaleKey: "emotional", form: "now", score: 35.6 },
    { scaleKey: "emotional", form: "wished", score: 76 },
    { scaleKey: "sexual", form: "now", score: 44 },
    { scaleKey: "sexual", form: "wished", score: null },
    { scaleKey: "idealised", form: "now", score: 90 },
  ];

  it("are seen as pairs, and a hidden dimension leaves no row", () => {
    expect(scoreRows(scores, ["emotional", "social"])).toEqual([
      { dimension: "emotional", now: 35.6, wished: 76, gap: 76 - 35.6 },
    ]);
    expect(
      scoreRows(scores, shareItems)
        .filter(isWhole)
        .map(({ dimension }) => dimension),
    ).toEqual(["emotional"]);
    expect(scoreRows(scores, shareItems)).toEqual([
      { dimension: "emotional", now: 35.6, wished: 76, gap: 76 - 35.6 },
      { dimension: "sexual", now: 44, wished: null, gap: null },
    ]);
    expect(scoreRows(scores, [])).toEqual([]);
  });

  it("pair up, rank only where both have a gap, and keep the fixed order otherwise", () => {
    const first = scoreRows(scores, shareItems);
    const rows = pairRows(first, [
      { dimension: "emotional", now: 52, wished: 72, gap: 20 },
      { dimension: "social", now: 60, wished: 56, gap: -4 },
    ]);
    expect(rows.map(({ dimension }) => dimension)).toEqual(["emotional", "social", "sexual"]);
    expect(rows.map(combinedGap)).toEqual([20 + (76 - 35.6), null, null]);
    const whole = { now: 0, wished: 96, gap: 96 };
    const wide = { dimension: "social" as const, first: whole, second: whole };
    expect(widestTogetherFirst([...rows.slice(0, 1), wide, ...rows.slice(2)]).map(combinedGap)).toEqual([
      192,
      20 + (76 - 35.6),
      null,
    ]);
  });

  it("state the gap that every other page states: rounded once, from the exact figures", () => {
    // 33.6 − 14.4 is 19.2; rounded sides would make it 20 (34 − 14).
    const sides: ScoreRecord[] = [
      { scaleKey: "emotional", form: "now", score: 14.4 },
      { scaleKey: "emotional", form: "wished", score: 33.6 },
    ];
    const exact = pairRows(scoreRows(sides, shareItems), scoreRows(sides, shareItems));
    const emotional = { now: 14, wished: 34, gap: 19 };
    expect(inWholePoints(exact)).toEqual([{ dimension: "emotional", first: emotional, second: emotional }]);
    expect(coupleFinding(exact, "Ines", "Dario")).toContain(
      "Ines wishes for 19 points more, Dario wishes for 19 points more",
    );
    expect(exact.map(wishesApart)).toEqual([0]);
  });
});

describe("weeks", () => {
  it("are shown once they are over, so that no single day is", () => {
    const checks = [
      { date: "2026-10-01", value: 4 },
      { date: "2026-10-03", value: 6 },
      { date: "2026-10-15", value: 9 },
    ];
    expect(finishedWeeks(checks, "2026-10-01", "2026-10-06")).toEqual([]);
    expect(finishedWeeks(checks, "2026-10-01", "2026-10-07")).toEqual([{ week: 1, score: 5 }]);
    expect(finishedWeeks(checks, "2026-10-01", "2026-10-20")).toEqual([
      { week: 1, score: 5 },
      { week: 2, score: null },
    ]);
    expect(finishedWeeks(checks, "2026-10-01", "2027-10-20")).toHaveLength(10);
    const oneDay = [...checks, { date: "2026-10-15", value: 3 }];
    expect(finishedWeeks(oneDay, "2026-10-01", "2026-10-21")[2]).toEqual({ week: 3, score: null });
  });

  it("count a day once, and leave out weeks without practice", () => {
    const dates = ["2026-10-01", "2026-10-01", "2026-10-04", "2026-10-15", "2026-09-30"];
    expect(practisedWeeks(dates, "2026-10-01", "2026-10-21")).toEqual([
      { week: 1, days: 2 },
      { week: 3, days: 1 },
    ]);
    expect(practisedWeeks(dates, "2026-10-01", "2026-10-20")).toEqual([{ week: 1, days: 2 }]);
  });
});
