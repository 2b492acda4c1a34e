import { describe, expect, it } from "vitest";
import { pauseWords, weekDaysWords } from "@/lib/protocol/week-days";

const week = (...pausedDays: number[]) => ({
  startsOn: "2026-11-02",
  endsOn: "2026-11-08",
  pausedDays: pausedDays.map((day) => `2026-11-0${day}`),
});
const say = (date: string) => date.slice(8);
const both = (...days: number[]) => [weekDaysWords(week(...days), say), pauseWords(week(...days), say)];

describe("a week with a pause", () => {
  it("begins for both sides on the day on which it is lived", () => {
    expect(both()).toEqual(["from 02", null]);
    expect(both(2, 3, 4)).toEqual(["from 05", "paused until 05"]);
    expect(both(2, 3, 4, 5, 6, 7, 8)).toEqual(["paused", "paused"]);
  });
  it("says when a pause begins in it and when it is over", () => {
    expect(both(6, 7, 8)).toEqual(["from 02, paused from 06", "paused from 06"]);
    expect(both(4, 5)).toEqual(["from 02, paused from 04 until 06", "paused from 04 until 06"]);
    expect(both(2, 5)).toEqual([
      "from 03, paused until 03 and from 05 until 06",
      "paused until 03 and from 05 until 06",
    ]);
  });
});
