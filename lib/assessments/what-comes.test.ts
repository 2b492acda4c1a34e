import { describe, expect, it } from "vitest";
import { byWhen, type Waiting, whatComes } from "@/lib/assessments/what-comes";

const today = "2026-11-23";
const one = (minutes: number, dueOn: string | null = today): Waiting => ({ minutes, dueOn, isUnnamed: false });
const check = (minutes: number): Waiting => ({ minutes, dueOn: today, isUnnamed: true });

describe("what comes", () => {
  it("counts things and minutes from what waits", () => {
    expect(whatComes([one(12), one(3), check(8)], today)).toEqual({
      title: "Three short things this week",
      sentence: "About 20 minutes in all, in any order.",
    });
    expect(whatComes([one(3)], today)).toEqual({ title: "One short thing this week", sentence: "About 3 minutes." });
    expect(whatComes([one(30), one(30)], today).title).toBe("Two things this week");
    expect(whatComes([one(3), one(3, "2026-12-24")], today).title).toBe("Two short things");
    expect(
      whatComes(
        Array.from({ length: 13 }, () => one(1)),
        today,
      ).title,
    ).toBe("13 short things this week");
  });

  it("says the same of a long check as of a short one, and no day of either", () => {
    expect(whatComes([one(12), check(12)], today)).toEqual(whatComes([one(12), check(4)], today));
    expect(byWhen(check(8), today)).toBeNull();
  });

  it("hurries nobody: today and what has passed have time, and a day ahead is said", () => {
    for (const dueOn of [today, "2026-11-20", null])
      expect(byWhen(one(3, dueOn), today)).toBe("Any time this week is fine.");
    expect(byWhen(one(3, "2026-11-26"), today)).toBe("By Thu 26 Nov.");
  });
});
