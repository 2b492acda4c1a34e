import { describe, expect, test } from "vitest";
import { answeredSentence, inTime, retentionSentence, shareOf, stayOf } from "@/lib/figures/figure-words";
import { drawn, retention } from "@/lib/figures/retention";
import { fewestShown } from "@/lib/figures/small-cells";

const today = "2026-11-30";

describe("how long somebody stayed", () => {
  test("counts whole weeks: who leaves on a day of the first week leaves in week 1", () => {
    expect(stayOf({ begunOn: "2026-11-02", leftOn: "2026-11-02" }, today)).toEqual({ weeks: 1, hasLeft: true });
    expect(stayOf({ begunOn: "2026-11-02", leftOn: "2026-11-09" }, today)).toEqual({ weeks: 2, hasLeft: true });
    expect(stayOf({ begunOn: "2026-11-02", leftOn: null }, today)).toEqual({ weeks: 4, hasLeft: false });
  });

  test("calls nobody gone who got through, who goes later, or whose beginning lies ahead", () => {
    expect(stayOf({ begunOn: "2026-08-03", leftOn: "2026-11-20" }, today)).toEqual({ weeks: 10, hasLeft: false });
    expect(stayOf({ begunOn: "2026-08-03", leftOn: null }, today)).toEqual({ weeks: 10, hasLeft: false });
    expect(stayOf({ begunOn: "2026-11-02", leftOn: "2026-12-05" }, today)).toEqual({ weeks: 4, hasLeft: false });
    expect(stayOf({ begunOn: "2026-12-07", leftOn: null }, today)).toEqual({ weeks: 0, hasLeft: false });
  });
});

describe("what is said", () => {
  const sentence = (stays: { weeks: number; hasLeft: boolean }[]) =>
    retentionSentence(stays.length, drawn(retention(stays, 10), fewestShown));

  test("of the curve: on how many it stands, and where it ends", () => {
    const ten = Array.from({ length: 10 }, (_, i) => ({ weeks: i < 2 ? 3 : 10, hasLeft: i < 2 }));
    expect(sentence(ten)).toBe("Of 10 who began their weeks, about 80 % stay past week 10 (8 looked at there).");
    expect(sentence(ten.slice(0, 4))).toMatch(/^Fewer than 5 people/);
    expect(sentence(ten.map(() => ({ weeks: 0, hasLeft: false })))).toMatch(/too few have come further/);
    expect(sentence(ten.map(({ hasLeft }) => ({ weeks: 3, hasLeft })))).toMatch(
      /past week 3 .* Beyond it fewer than 5/,
    );
  });

  test("of shares and times: never of few, and never quicker than it was", () => {
    expect([shareOf(0, 0), shareOf(2, 4), shareOf(21, 26)]).toEqual([
      "none yet",
      "fewer than 5, not shown",
      "21 of 26 (81 %)",
    ]);
    expect([0, 1.2, 120, 121, 48 * 60, 48 * 60 + 1].map(inTime)).toEqual([
      "1 minute",
      "2 minutes",
      "120 minutes",
      "3 hours",
      "48 hours",
      "3 days",
    ]);
    expect(answeredSentence([])).toMatch(/^There was no safety event/);
    expect(answeredSentence([1, 2])).toMatch(/no figure of so few/);
    expect(answeredSentence([null, null, null, null, 3])).toMatch(/^Too few of 5 events/);
    expect(answeredSentence([3, 1, 2, 400, 4, null])).toBe(
      "Half within 3 minutes, nine of ten within 7 hours (5 events). A few were closed or stand without anybody saying so.",
    );
  });
});
