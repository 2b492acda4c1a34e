import { type Decision, inOrder, undoneBy } from "@/lib/domain/protocol/decision";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";

/** Days for which a client goes on reading about a decision that was made once (ours). */
export const WORDS_DAYS = 7;

/**
 * The decision whose words the client reads on `today`: the newest that counts and was not undone, when it had
 * words (`withWords`). A hold and a pause are read about for as long as they last, others for `WORDS_DAYS` days.
 * Null when there is nothing to read.
 */
export function decisionToReadAbout(
  decisions: readonly Decision[],
  withWords: ReadonlySet<string>,
  today: LocalDate,
): Decision | null {
  const counted = inOrder(decisions).filter((decision) => decision.effectiveOn <= today);
  const undone = undoneBy(counted);
  const newest = counted.findLast(({ id }) => !undone.has(id) && withWords.has(id));
  if (!newest) return null;
  const { kind } = newest.change;
  const lasts = kind === "hold" || (kind === "pause" && (newest.change.until ?? "9999") > today);
  return lasts || today < addDays(newest.effectiveOn, WORDS_DAYS) ? newest : null;
}
