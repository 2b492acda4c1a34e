import type { GivenAttempt } from "@/lib/exercises/attempt-lines";
import type { DistanceMove } from "@/lib/exercises/distance-moves";
import type { ExerciseForm } from "@/lib/exercises/exercise";

type Written = { id: string; date: string; at: Date };

export type WrittenAttempt = Written &
  GivenAttempt & { kind: "attempt"; exercise: string; form: ExerciseForm; rating: number | null };
export type WrittenCheck = Written & { kind: "check"; score: number; note: string };
export type WrittenMove = Written & {
  kind: "move";
  move: DistanceMove;
  situation: string | null;
  instead: string | null;
};

/** Everything that a client gave on Today and in exercises. Messages and answers to assessments have pages of their own. */
export type WrittenEntry = WrittenAttempt | WrittenCheck | WrittenMove;
