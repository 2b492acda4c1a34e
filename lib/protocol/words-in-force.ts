import { type Decision, inOrder, lastOf, rulesOf, undoneBy } from "@/lib/protocol/decision";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** Days for which a client goes on reading about a decision that was made once (ours). */
export const WORDS_DAYS = 7;

/**
 * The decision whose words the client reads on `today`: the newest that had words (`withWords`), was not undone, and is
 * still news. A hold and a pause are that for as long as they last, others for `WORDS_DAYS` days. Null when there is
 * nothing to read.
 */
export function decisionToReadAbout(
  decisions: readonly Decision[],
  withWords: ReadonlySet<string>,
  today: LocalDate,
): Decision | null {
  const counted = inOrder(decisions).filter((decision) => decision.effectiveOn <= today);
  const undone = undoneBy(counted);
  const counting = counted.filter(({ id }) => !undone.has(id));
  const lasting = [lastOf(counting, "hold", "release", "end")?.id, lastOf(counting, "pause", "resume", "end")?.id];
  const isNews = ({ id, change, effectiveOn }: Decision) =>
    rulesOf(change).isNews(change, {
      today,
      isLasting: lasting.includes(id),
      isRecent: today < addDays(effectiveOn, WORDS_DAYS),
    });
  return counting.findLast((decision) => withWords.has(decision.id) && isNews(decision)) ?? null;
}
