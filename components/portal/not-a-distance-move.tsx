import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";

/** The one sentence on every page about moves, touch or favours. */
export function NotADistanceMove() {
  return <p className="text-ink-2 in-[section:has(>h1)]:mt-3.5">{NOT_A_DISTANCE_MOVE}</p>;
}
