import { expect, it } from "vitest";
import { aboutMinutes } from "@/lib/time/minutes";

it("says how long something takes, one minute and less too", () => {
  expect([0.5, 1, 1.5, 10].map((minutes) => aboutMinutes(minutes))).toEqual([
    "under a minute",
    "about a minute",
    "about 1.5 minutes",
    "about 10 minutes",
  ]);
  expect([0.5, 1, 10].map((minutes) => aboutMinutes(minutes, true))).toEqual([
    "Under a minute",
    "About a minute",
    "About 10 minutes",
  ]);
});
