import { expect, it } from "vitest";
import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";
import { stemsShown } from "@/lib/exercises/said-beside";
import { distanceMoves } from "@/lib/instruments/distance-moves";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";

it("says the sentence beside every question about distance moves, and beside no other", () => {
  const moves = distanceMoves;
  expect(stemsShown(moves).now).toBe(`${moves.stems.now} ${NOT_A_DISTANCE_MOVE}`);
  const other = fiveDimensions;
  expect(stemsShown(other)).toEqual(other.stems);
});
