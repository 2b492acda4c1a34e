import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { askBackAboutStart, startDoubt } from "./start-date";

const today = "2026-11-30";

describe("a start date", () => {
  it.each(["2026-11-02", "2026-11-30", "2027-05-31"])("%s is taken as it is", (day) => {
    expect(startDoubt(day, today)).toBeNull();
  });

  it.each([
    ["2026-11-01", "Is the year right? That is 4 weeks ago."],
    ["2026-09-01", "Is the year right? That is 13 weeks ago."],
    ["2006-11-29", "Is the year right? That is 20 years ago."],
    ["2027-06-01", "Is the year right? That is 26 weeks from now."],
    ["2036-09-01", "Is the year right? That is 10 years from now."],
  ])("%s asks back", (day, words) => {
    expect(startDoubt(day, today)).toBe(words);
    expect(() => askBackAboutStart({ startDate: day }, today)).toThrow(Refused);
  });

  it("is taken when the same day is sent once more, and asks anew about another", () => {
    expect(() => askBackAboutStart({ startDate: "2026-09-01", again: "2026-09-01" }, today)).not.toThrow();
    expect(() => askBackAboutStart({ startDate: "2006-09-01", again: "2026-09-01" }, today)).toThrow(Refused);
  });
});
