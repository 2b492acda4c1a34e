import { describe, expect, it } from "vitest";
import { askedSteps, questionsOf } from "@/lib/assessments/questions";
import { safetyAndSteadiness } from "@/lib/instruments/safety-and-steadiness";
import { answerIn, atDoor, placeAfter, placeBefore, tapOf } from "./opened-check";

const questions = questionsOf(safetyAndSteadiness).filter(({ id }) => id !== "private");
const steps = askedSteps(questions, ["now"], []);
const ids = steps.map(({ question }) => question.id);

describe("the way through a check", () => {
  it("begins for everybody at the door, and names no question there", () => {
    expect(atDoor).toEqual({ stage: "door", itemId: "" });
  });

  it("passes every question once and ends", () => {
    const seen: string[] = [];
    let place = placeAfter(steps, "");
    while (place.stage === "question" && seen.length < 100) {
      seen.push(place.itemId);
      place = placeAfter(steps, place.itemId);
    }
    expect(seen).toEqual(ids);
    expect(place).toEqual({ stage: "end", itemId: "" });
  });

  it("goes back one question at a time, and not beyond the first", () => {
    expect(placeBefore(steps, ids[2] ?? "")).toEqual({ stage: "question", itemId: ids[1] });
    expect(placeBefore(steps, ids[0] ?? "")).toEqual({ stage: "question", itemId: ids[0] });
  });

  it("ends at once where nothing is asked", () => {
    expect(placeAfter([], "")).toEqual({ stage: "end", itemId: "" });
  });

  it("reads an answer out of the tap that gave it, and none out of the others", () => {
    expect([0, 3, -1, 2.5].map((value) => answerIn(tapOf(value)))).toEqual([0, 3, -1, 2.5]);
    expect(["yes", "on", "back", "out", "next", "send"].map(answerIn)).toEqual([null, null, null, null, null, null]);
  });
});
