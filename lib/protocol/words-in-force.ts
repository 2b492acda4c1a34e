import { type Decision, inOrder, lastOf, undoneBy } from "@/lib/protocol/decision";
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
  const standing = counted.filter(({ id }) => !undone.has(id));
  const lasting = [lastOf(standing, "hold", "release", "end")?.id, lastOf(standing, "pause", "resume", "end")?.id];
  const isNews = ({ id, change, effectiveOn }: Decision) => {
    if (change.kind === "hold") return lasting.includes(id);
    // Own steps read the same whatever the reason, also where words were kept beside them before.
    if (change.kind === "own-steps") return false;
    if (change.kind === "pause") return lasting.includes(id) && (change.until ?? "9999") > today;
    return today < addDays(effectiveOn, WORDS_DAYS);
  };
  return standing.findLast((decision) => withWords.has(decision.id) && isNews(decision)) ?? null;
}
