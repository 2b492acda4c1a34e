import { expect, it } from "vitest";
import { changedDetails, practiceDetailsForm } from "./practice-details";
import { setUpSteps } from "./set-up-list";

const facts = { numbers: true, colleagues: false, cover: false, hours: false, firstClient: true };

it("lists what a new practice needs, ticked by what is there", () => {
  const steps = setUpSteps({ ...facts, mail: false });
  expect(steps.map(({ key, isDone }) => `${key}${isDone ? " done" : ""}`)).toEqual([
    ...["mail", "numbers done", "colleagues", "cover", "hours", "firstClient done"],
  ]);
  for (const { why, title } of steps) {
    expect(why).toMatch(/\.$/);
    expect(title).not.toMatch(/\.$/);
  }
});

it("says what a change made different, and nothing where nothing did", () => {
  const before = { name: "Northbank", zone: "Europe/London", hours: null };
  expect(changedDetails(before, before)).toEqual([]);
  expect(changedDetails(before, { ...before, zone: "America/New_York" })).toEqual(["Time zone: America/New York"]);
  const monday = [{ from: "09:00", to: "12:00" }, null, null, null, null, null, null];
  expect(changedDetails(before, { ...before, hours: monday })).toEqual(["Hours: Monday 09:00–12:00"]);
  expect(changedDetails({ ...before, hours: monday }, before)).toEqual(["Hours: none given"]);
});

it("takes a name and a zone that exist", () => {
  expect(practiceDetailsForm.safeParse({ practiceName: " Evening house ", zone: "Europe/Berlin" }).success).toBe(true);
  for (const wrong of [{ practiceName: "", zone: "UTC" }, { practiceName: "A", zone: "Moon/Base" }, { zone: "UTC" }])
    expect(practiceDetailsForm.safeParse(wrong).success).toBe(false);
});
