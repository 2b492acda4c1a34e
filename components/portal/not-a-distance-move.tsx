import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";

/** The one sentence on every page about moves, touch or favours. */
export function NotADistanceMove() {
  return <p className="mt-3.5 text-ink-2">{NOT_A_DISTANCE_MOVE}</p>;
}
