import { expect, it } from "vitest";
import { hoursWords, type WorkingHours, workingHoursForm } from "./working-hours";

const day = { from: "09:00", to: "17:00" };

it("says a week in one sentence, days alike together, and nothing where none is given", () => {
  const week: WorkingHours = [day, day, day, day, { from: "09:00", to: "12:00" }, null, null];
  expect(hoursWords(week)).toBe("Monday to Thursday 09:00–17:00, Friday 09:00–12:00");
  expect(hoursWords([null, day, null, day, null, null, null])).toBe("Tuesday 09:00–17:00, Thursday 09:00–17:00");
  expect(hoursWords(null)).toBeNull();
  expect(hoursWords([null, null, null, null, null, null, null])).toBeNull();
});

it("reads a week, with both times of a day or none", () => {
  expect(workingHoursForm.parse({ "from-0": "09:00", "to-0": "17:00" }).hours).toEqual([day, ...Array(6).fill(null)]);
  for (const wrong of [{ "from-0": "09:00" }, { "from-1": "17:00", "to-1": "09:00" }, { "from-2": "9" }])
    expect(workingHoursForm.safeParse(wrong).success).toBe(false);
});
