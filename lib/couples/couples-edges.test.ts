import { describe, expect, it } from "vitest";
import { dimensions } from "@/lib/assessments/dimension";
import { coupleFinding } from "@/lib/couples/couple-finding";
import { coupleWeekAt } from "@/lib/couples/couple-week";
import { type ShareDecision, sharedSpans, shareStates, shownItems } from "@/lib/couples/share-decisions";
import {
  isDimensionItem,
  isShownAlone,
  itemInSentence,
  itemWords,
  keptItemWords,
  pairsWithin,
  shareItems,
  sideOfItem,
} from "@/lib/couples/share-items";
import {
  finishedWeeks,
  isNothing,
  isWhole,
  nothingShared,
  pairRows,
  practisedWeeks,
  scoreRows,
  widestTogetherFirst,
} from "@/lib/couples/shared-scores";
import { alone, cleared, couple, at as instant } from "@/lib/safety/joint-steps.testing";

const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 8, minute));
const decided = (item: string, decision: ShareDecision["decision"], minute: number, heldAtOnce = false) => ({
  ...{ item, decision, decidedAt: at(minute), heldAtOnce },
});

const side = (now: number | null, wished: number | null) => ({
  ...{ now, wished, gap: now === null || wished === null ? null : wished - now },
});

describe("an item of the list", () => {
  it("is shown by a client alone, but for the sexual dimension", () => {
    expect(shareItems.filter((item) => !isShownAlone(item))).toEqual(["sexual"]);
  });
  it("has words of its own, in a list and in a sentence", () => {
    expect(shareItems.map(itemWords)).toEqual([
      ...["Connection, week by week", "On how many days I practised", "Emotional, now and wished"],
      ...["Intellectual, now and wished", "Recreational, now and wished", "Social, now and wished"],
      "Sexual, now and wished",
    ]);
    expect(itemInSentence("practice-days")).toBe("the days on which I practised");
    expect(itemInSentence("sexual")).toBe("sexual, now and wished");
    expect(shareItems.filter(isDimensionItem)).toEqual(dimensions);
  });
  it("could be one side of a dimension before, and nothing else", () => {
    for (const dimension of dimensions)
      for (const form of ["now", "wished"] as const)
        expect(sideOfItem(`${dimension}-${form}`)).toEqual({ dimension, form });
    for (const none of [
      "emotional",
      "emotional-later",
      "emotional-now-now",
      "practice-days",
      "practice-now",
      "",
      "-now",
    ])
      expect(sideOfItem(none), none).toBeNull();
    expect(keptItemWords("emotional-wished")).toBe("Emotional, wished");
    expect(keptItemWords("practice-days")).toBe("On how many days I practised");
    expect(keptItemWords("notes")).toBeNull();
    expect(pairsWithin(["emotional-now", "emotional-wished", "social-wished", "notes"])).toEqual(["emotional"]);
  });
});

describe("decisions at the edge of a week", () => {
  it("count in the instant in which it begins, and what was stopped at once long before stays stopped after it", () => {
    const decisions = [decided("social", "shared", 1), decided("social", "withdrawn", 5)];
    expect(shownItems(decisions, at(5))).toEqual([]);
    expect(shownItems(decisions, at(4))).toEqual(["social"]);
    expect(shownItems(decisions, at(0))).toEqual([]);
    expect(shownItems([decided("social", "shared", 1, true)], at(0))).toEqual([]);
  });
  it("stop both sides of a pair with it, and one side alone with its own", () => {
    const sides = [
      decided("social-now", "shared", 1),
      decided("social-wished", "shared", 1),
      decided("sexual-now", "shared", 1),
    ];
    expect(sharedSpans([...sides, decided("social", "withdrawn", 3)])).toEqual([
      { item: "sexual-now", sharedAt: at(1), withdrawnAt: null },
      { item: "social-wished", sharedAt: at(1), withdrawnAt: at(3) },
      { item: "social-now", sharedAt: at(1), withdrawnAt: at(3) },
    ]);
    expect(
      sharedSpans([...sides, decided("social-now", "withdrawn", 3)]).filter(({ withdrawnAt }) => withdrawnAt),
    ).toEqual([{ item: "social-now", sharedAt: at(1), withdrawnAt: at(3) }]);
  });
  it("tell since when by the newest about the item or one of its sides, and about no other", () => {
    const decisions = [
      ...[decided("social-now", "shared", 1), decided("social-wished", "shared", 2), decided("emotional", "shared", 7)],
      decided("social-now", "withdrawn", 3),
    ];
    expect(shareStates(decisions, at(2))).toEqual([
      { item: "emotional", isChosen: true, isShown: false, since: at(7) },
      { item: "social", isChosen: false, isShown: true, since: at(3) },
    ]);
    expect(shareStates([], at(2))).toEqual([]);
  });
});

describe("scores side by side", () => {
  it("have no half pairs", () => {
    const whole = [isWhole(side(1, 0)), isWhole(side(1, null)), isWhole(side(null, 1))];
    expect(whole).toEqual([true, false, false]);
  });
  it("are there where one of the two has a score, and are not taken from another scale", () => {
    const kept = [
      { scaleKey: "social", form: "wished" as const, score: 40.4 },
      { scaleKey: "closeness", form: "now" as const, score: 3 },
      { scaleKey: "sexual", form: "now" as const, score: null },
    ];
    const rows = scoreRows(kept, shareItems);
    expect(rows).toEqual([{ dimension: "social", now: null, wished: 40.4, gap: null }]);
    expect(pairRows(rows, [])).toEqual([{ dimension: "social", first: side(null, 40.4), second: null }]);
    expect(pairRows([], rows)).toEqual([{ dimension: "social", first: null, second: side(null, 40.4) }]);
    expect(pairRows([], [])).toEqual([]);
  });
  it("stand widest first, those without a gap last in their order, ties in theirs", () => {
    const row = (dimension: "emotional" | "social" | "sexual", gap: number | null) => ({
      ...{ dimension, first: gap === null ? null : side(0, gap), second: side(0, 0) },
    });
    const order = (...rows: ReturnType<typeof row>[]) => widestTogetherFirst(rows).map(({ dimension }) => dimension);
    expect(order(row("emotional", null), row("social", 3), row("sexual", 5))).toEqual([
      "sexual",
      "social",
      "emotional",
    ]);
    expect(order(row("social", null), row("emotional", null), row("sexual", -9))).toEqual([
      "sexual",
      "social",
      "emotional",
    ]);
    expect(order(row("social", 4), row("emotional", 4))).toEqual(["social", "emotional"]);
  });
  it("are nothing only where nothing at all is seen", () => {
    expect(nothingShared).toEqual({ connection: [], practice: [], dimensions: null });
    expect(isNothing(nothingShared)).toBe(true);
    expect(isNothing({ ...nothingShared, connection: [{ week: 1, score: 5 }] })).toBe(false);
    expect(isNothing({ ...nothingShared, practice: [{ week: 1, days: 2 }] })).toBe(false);
    expect(isNothing({ ...nothingShared, dimensions: { date: "2026-10-01", rows: [] } })).toBe(false);
  });
});

describe("weeks that are over", () => {
  const daily = (count: number, value: number) =>
    Array.from({ length: count }, (_, i) => ({ date: `2026-10-${`${i + 1}`.padStart(2, "0")}`, value }));
  it("tell the middle of two days, and of one day nothing", () => {
    expect(finishedWeeks(daily(2, 6), "2026-10-01", "2026-10-07")).toEqual([{ week: 1, score: 6 }]);
    expect(finishedWeeks(daily(1, 6), "2026-10-01", "2026-10-07")).toEqual([{ week: 1, score: null }]);
  });
  it("count the days on which something was practised, in the order of the weeks", () => {
    const dates = ["2026-10-15", "2026-10-21", "2026-10-01", "2026-10-07", "2026-10-08", "2026-10-22"];
    expect(practisedWeeks(dates, "2026-10-01", "2026-10-22")).toEqual([
      { week: 1, days: 2 },
      { week: 2, days: 1 },
      { week: 3, days: 2 },
    ]);
    expect(practisedWeeks(dates, "2026-10-01", "2026-10-06")).toEqual([]);
    expect(practisedWeeks(["2026-09-24"], "2026-10-01", "2026-10-22")).toEqual([]);
  });
});

describe("the finding", () => {
  const row = (first: [number, number] | null, second: [number, number] | null) => ({
    dimension: "social" as const,
    first: first && side(...first),
    second: second && side(...second),
  });
  it("counts points in words, one alone as one, less as less", () => {
    expect(coupleFinding([row([40, 41], [50, 49])], "Ines", "Dario")).toBe(
      "The widest distance of the two together is social (Ines wishes for 1 point more, Dario wishes for 1 point less).",
    );
    expect(coupleFinding([row([40, 42], [50, 50])], "Ines", "Dario")).toContain(
      "Ines wishes for 2 points more, Dario has what Dario wishes for",
    );
    expect(coupleFinding([row([40, 40], [50, 52])], "Ines", "Dario")).toContain(
      "Ines has what Ines wishes for, Dario wishes for 2 points more",
    );
  });
  it("is of a distance where one of several rows has one", () => {
    const near = { ...row([40, 40], [50, 50]), dimension: "emotional" as const };
    expect(coupleFinding([row([40, 44], [50, 50]), near], "Ines", "Dario")).toContain(
      "social (Ines wishes for 4 points more",
    );
  });
  it("is of rows in which both have a gap", () => {
    expect(coupleFinding([row([0, 90], null), row([40, 41], [50, 50])], "Ines", "Dario")).toContain(
      "Ines wishes for 1 point more",
    );
    expect(coupleFinding([row([0, 90], null)], "Ines", "Dario")).toBe(
      "There is no dimension yet in which both have a gap.",
    );
    expect(coupleFinding([row([40, 40], [50, 50])], "Ines", "Dario")).toBe(
      "In every dimension here both are as near as they wish to be, or nearer.",
    );
  });
});

describe("the week of a couple", () => {
  const week = { began: instant(0, 0), changesAt: instant(7, 0), zone: "Europe/London" };
  it("shows the link from the first week after it was made, open where both are clear", () => {
    expect(coupleWeekAt(couple(cleared, cleared), instant(1))).toEqual({ isShown: true, isOpen: true, ...week });
    expect(coupleWeekAt(couple(cleared, []), instant(1))).toEqual({ isShown: true, isOpen: false, ...week });
  });
  it("opens nothing to two by the gate of one", () => {
    const late = couple(cleared, cleared, {}, { linkedAt: instant(0, 9) });
    expect(coupleWeekAt(late, instant(1))).toEqual({ isShown: false, isOpen: false, ...week });
    expect(coupleWeekAt(alone(cleared), instant(1))).toEqual({ isShown: false, isOpen: false, ...week });
  });
});
