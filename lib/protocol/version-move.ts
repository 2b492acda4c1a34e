import type { LocalDate } from "@/lib/time/local-date";

/** A path put on another version, as kept: append-only. Taking one back is a row of its own, which names it. */
export type VersionMove = {
  id: string;
  /** The client's local date from which the other version counts. */
  effectiveOn: LocalDate;
  /** The move that this one takes back; null for a move to another version. */
  withdraws: string | null;
};

/** The move that can be taken back: the newest of those that stand, which is the one that the path is on. Oldest first. */
export function standingMove<M extends VersionMove>(moves: readonly M[]): M | null {
  const standing: M[] = [];
  for (const move of moves)
    if (move.withdraws === null) standing.push(move);
    else standing.pop();
  return standing.at(-1) ?? null;
}

/** Why a move cannot be taken back, as a sentence for the therapist; null when it can. */
export function withdrawalRefusal(moves: readonly VersionMove[], id: string): string | null {
  if (!moves.some((move) => move.id === id && move.withdraws === null)) return "That move is not on this path.";
  if (moves.some(({ withdraws }) => withdraws === id)) return "That move has been taken back already.";
  return standingMove(moves)?.id === id ? null : "The path was moved again after that. Take the later move back first.";
}
