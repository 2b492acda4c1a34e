import { describe, expect, it } from "vitest";
import { followUpEnds, followUpFault, followUpItems, followUpWords, isFollowedUp } from "./link-follow-up";

describe("what is asked after a link ended", () => {
  it("is asked for three months by the calendar, and not on the day after", () => {
    expect(followUpEnds("2026-11-23")).toBe("2027-02-23");
    expect(followUpEnds("2026-11-30")).toBe("2027-02-28");
    expect(isFollowedUp("2026-11-23", "2026-11-23")).toBe(true);
    expect(isFollowedUp("2026-11-23", "2027-02-22")).toBe(true);
    expect(isFollowedUp("2026-11-23", "2027-02-23")).toBe(false);
  });

  it("needs a reason only where it is set aside", () => {
    expect(followUpFault("set-aside", null)).toContain("why");
    expect(followUpFault("set-aside", "She has no device.")).toBeNull();
    for (const outcome of ["done", "open"] as const) expect(followUpFault(outcome, null)).toBeNull();
  });

  it("says nothing of anybody else: no partner, no gate, no check", () => {
    for (const item of followUpItems) {
      const { title, words } = followUpWords[item];
      expect(`${title} ${words("Ines")}`).toContain("Ines");
      expect(`${title} ${words("Ines")}`).not.toMatch(/partner|couple|gate|check|stop|\bhim\b|\bher\b/i);
    }
  });
});
