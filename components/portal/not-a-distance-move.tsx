import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";

/** The one sentence on every page about moves, touch or favours. */
export function NotADistanceMove() {
  return <p className="not-a-move">{NOT_A_DISTANCE_MOVE}</p>;
}
