import { describe, expect, it } from "vitest";
import { followUpItems, followUpOutcomes } from "./link-follow-up";
import { followUpForm } from "./link-follow-up-form";

const id = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

describe("the form of one item after the end of a link", () => {
  const given = { id, clientId: id, coupleId: id, item: "devices", outcome: "set-aside", reason: " Said by phone. " };
  it("takes each item with each outcome, and words that may be left out", () => {
    expect(followUpForm.parse(given)).toEqual({ ...given, reason: "Said by phone." });
    for (const item of followUpItems)
      for (const outcome of followUpOutcomes)
        expect(followUpForm.parse({ ...given, item, outcome, reason: " " })).toMatchObject({
          item,
          outcome,
          reason: null,
        });
  });
  it("refuses what is not on the list, and a reason that is too long", () => {
    const fault = (more: object) => followUpForm.safeParse({ ...given, ...more }).error?.issues[0]?.message;
    expect(fault({ reason: "r".repeat(4000) })).toBeUndefined();
    expect(fault({ reason: "r".repeat(4001) })).toBe("Use 4,000 characters or fewer.");
    for (const wrong of [
      { id: "x" },
      { clientId: "x" },
      { coupleId: "x" },
      { item: "car" },
      { outcome: "later" },
      { more: "" },
    ])
      expect(fault(wrong), JSON.stringify(wrong)).toBeDefined();
  });
});
