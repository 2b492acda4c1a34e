import { firstNameOf } from "@/lib/first-name";
import { waitingSentence } from "@/lib/safety/waiting-sentence";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { followUpEnds } from "./link-follow-up";

/** How far ahead the day may lie on which the end shows: two months (ours). */
const MOST_DAYS_AHEAD = 60;

/** Why a day cannot be the one on which the end of a link shows, as a sentence; null where it can. `today` is the couple’s. */
export const shownOnFault = (shownOn: LocalDate, today: LocalDate): string | null =>
  shownOn < today || shownOn > addDays(today, MOST_DAYS_AHEAD)
    ? "Agree a day between today and two months from now."
    : null;

export type SeparationStep = { from: LocalDate; until: LocalDate | null; words: string };

type Person = { partner: string; therapistName: string };

/**
 * What one of the two reads on their own pages, and when. It is the same for both but for the names: neither learns that a
 * link ended, why, or what the other said.
 */
export function whatEachReads(
  { partner, therapistName }: Person,
  today: LocalDate,
  shownOn: LocalDate,
): SeparationStep[] {
  const other = firstNameOf(partner);
  const now = {
    from: today,
    until: shownOn,
    words: `Nothing of ${other} is seen, and ${other} sees nothing. Exercises are there as own steps. ${other}’s name still stands where it stood, and where something was done together: “${waitingSentence(therapistName)}”`,
  };
  const then = {
    from: shownOn,
    until: null,
    words: `${other}’s name is gone, and so are Together and Sharing. The pages read as for somebody without a partner here. No page says that a link ended, or why.`,
  };
  return shownOn === today ? [then] : [now, then];
}

/** The last day on which the panel asks of each of the two is the one before. */
export const askedUntil = (today: LocalDate): LocalDate => followUpEnds(today);
