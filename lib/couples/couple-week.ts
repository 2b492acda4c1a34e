import { weekBegan } from "@/lib/safety/practice-week";
import { calendarAt, linkAt, nextBoundary, type SharedClassInput, sharedClassAt } from "@/lib/safety/shared-class";
import type { Zone } from "@/lib/time/zone";

/** The practice week of a couple, as every page about the two reads it. */
export type CoupleWeek = {
  /** Whether pages of both show the link: from the first week after it was made until its end is shown. */
  isShown: boolean;
  /** Whether joint steps are open. Why they are not, if they are not, is not here. */
  isOpen: boolean;
  /** Decisions about sharing count as they stood then. */
  began: Date;
  /** When the next ones count. */
  changesAt: Date;
  /** In whose days the two are shown to each other: those of the couple, and of neither. */
  zone: Zone;
};

/** The week of `at`. A link that does not count yet opens nothing, whatever one person's own gate says. */
export function coupleWeekAt(input: SharedClassInput, at: Date): CoupleWeek {
  const isShown = linkAt(input, at) !== null;
  return {
    isShown,
    isOpen: isShown && sharedClassAt(input, at).open,
    began: weekBegan(calendarAt(input, at), at),
    changesAt: nextBoundary(input, at),
    zone: calendarAt(input, at).zone,
  };
}
