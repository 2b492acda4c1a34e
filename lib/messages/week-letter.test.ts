import { expect, it } from "vitest";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { weekLetterDay } from "./week-letter";

const nine = { from: "09:00", to: "17:00" };
const allWeek: WorkingHours = [nine, nine, nine, nine, nine, null, null];
const fromWednesday: WorkingHours = [null, null, { from: "12:30", to: "19:00" }, nine, null, null, null];
const free: WorkingHours = [null, null, null, null, null, null, null];

it.each([
  ["on Monday as the hours begin", allWeek, "2026-11-23T09:00:00Z", "Europe/London", "2026-11-23"],
  ["not a moment before", allWeek, "2026-11-23T08:59:59.999Z", "Europe/London", null],
  ["until two hours later", allWeek, "2026-11-23T10:59:59Z", "Europe/London", "2026-11-23"],
  ["and not after", allWeek, "2026-11-23T11:00:00Z", "Europe/London", null],
  ["not on Tuesday", allWeek, "2026-11-24T09:00:00Z", "Europe/London", null],
  ["by the reader’s own clock", allWeek, "2026-11-22T20:00:00Z", "Pacific/Auckland", "2026-11-23"],
  ["on the first day of work", fromWednesday, "2026-11-25T12:30:00Z", "Europe/London", "2026-11-25"],
  ["and on no other", fromWednesday, "2026-11-23T12:30:00Z", "Europe/London", null],
  ["without hours on Monday at eight", null, "2026-11-23T08:00:00Z", "Europe/London", "2026-11-23"],
  ["where no day is a day of work as without hours", free, "2026-11-23T08:00:00Z", "Europe/London", "2026-11-23"],
  ["on the day after the clock went back", allWeek, "2026-10-26T09:00:00Z", "Europe/London", "2026-10-26"],
])("the week’s letter is due %s", (_, hours, at, zone, day) => {
  expect(weekLetterDay(hours, new Date(at), zone)).toBe(day);
});
