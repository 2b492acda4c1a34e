import { describe, expect, it } from "vitest";
import type { FormedAttempt } from "@/lib/exercises/attempt";
import { weekStory } from "@/lib/protocol/week-story";

const week = { startsOn: "2025-10-13", endsOn: "2025-10-19" };
const log = (
  day: number,
  exercise: string,
  outcome: FormedAttempt["outcome"],
  form: FormedAttempt["form"] = "shared",
) => ({
  exercise,
  form,
  date: `2025-10-${day}`,
  outcome,
});

describe("the story of a week", () => {
  it("tells what was done and tried, by days, and nothing else", () => {
    const story = weekStory(week, [
      log(12, "cuddle", "done"),
      log(13, "cuddle", "tried"),
      log(13, "cuddle", "done"),
      log(14, "cuddle", "tried"),
      log(15, "cuddle", "done"),
      log(16, "secret", "skipped"),
      log(19, "feeling", "tried"),
      log(20, "feeling", "done"),
    ]);
    expect(story).toEqual([
      { exercise: "cuddle", form: "shared", words: "on 2 days, tried on 1 day" },
      { exercise: "feeling", form: "shared", words: "tried on 1 day" },
    ]);
  });
  it("tells own steps by themselves", () => {
    const story = weekStory(week, [log(13, "cuddle", "done", "own"), log(14, "cuddle", "done")]);
    expect(story.map(({ form, words }) => [form, words])).toEqual([
      ["own", "on 1 day"],
      ["shared", "on 1 day"],
    ]);
  });
  it("is empty where nothing was logged, without a word about it", () => {
    expect(weekStory(week, [log(14, "secret", "skipped")])).toEqual([]);
  });
});
