import { describe, expect, it } from "vitest";
import { type FollowedFacts, followedSentence, isFollowedNow } from "@/lib/signals/followed";

const day = (date: number) => new Date(Date.UTC(2025, 9, date));
const facts: FollowedFacts = {
  ...{ chosenAt: day(1), before: 4, now: 6, steps: [], isGone: false, saysGain: true },
};
const told = (over: Partial<FollowedFacts>) => followedSentence({ ...facts, ...over });

describe("what followed a choice", () => {
  it("is said from four weeks after it, for eight weeks", () => {
    expect(isFollowedNow(day(1), new Date(day(29).getTime() - 1))).toBe(false);
    expect(isFollowedNow(day(1), day(29))).toBe(true);
    expect(isFollowedNow(day(1), day(84))).toBe(true);
    expect(isFollowedNow(day(1), day(85))).toBe(false);
  });

  it("says what came of the reason", () => {
    expect(told({})).toMatch(/^The reason still stands\./);
    expect(told({ isGone: true, steps: [{ step: "resolved", at: day(9) }] })).toMatch(
      /^The reason was gone after 8 days\./,
    );
    expect(told({ isGone: true })).toMatch(/^The reason is gone\./);
    const back = [day(4), day(9)].map((at) => ({ step: "reopened", at }));
    expect(told({ steps: back })).toMatch(/^Something new brought it back 2 times\./);
    expect(told({ steps: [{ step: "reopened", at: new Date(day(1).getTime() - 1) }] })).toMatch(/still stands/);
  });

  it("sets connection beside it, tells no gain while gains wait, and claims no cause", () => {
    expect(told({})).toMatch(/was 4 then and is 6 now: higher\. That it followed does not say why\.$/);
    expect(told({ saysGain: false })).toMatch(/was 4 then and is 6 now\.$/);
    expect(told({ now: 3.5, saysGain: false })).toMatch(/was 4 then and is 3\.5 now: lower\.$/);
    expect(told({ now: 4 })).toMatch(/was 4 then and is 4 now\.$/);
    expect(told({ before: null })).toMatch(/too few whole weeks/);
  });
});
