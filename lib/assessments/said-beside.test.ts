import { expect, it } from "vitest";
import { distanceMoves } from "@/lib/assessments/instruments/distance-moves";
import { fiveDimensions } from "@/lib/assessments/instruments/five-dimensions";
import { stemsShown } from "@/lib/assessments/said-beside";
import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";

it("says the sentence beside every question about distance moves, and beside no other", () => {
  const moves = distanceMoves;
  expect(stemsShown(moves).now).toBe(`${moves.stems.now} ${NOT_A_DISTANCE_MOVE}`);
  const other = fiveDimensions;
  expect(stemsShown(other)).toEqual(other.stems);
});
