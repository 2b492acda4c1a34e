import { z } from "zod";
import { signalKinds } from "@/lib/signals/kinds";
import { addDays, daysBetween, isLocalDate, type LocalDate } from "@/lib/time/local-date";
import { wordsUpTo } from "@/lib/written-words";

/** For how many days a signal may be put off at once (ours). */
export const MOST_SNOOZED_DAYS = 56;

/** What the signal rested on when the page was opened: what has come since nobody has seen. */
export const seenKey = z.string().max(300).optional();

/** Until a day, or known with a note. A signal is named by its kind: there is one of each at a time. */
export const setAsideForm = z.discriminatedUnion("how", [
  z.strictObject({
    how: z.literal("snooze"),
    clientId: z.uuid(),
    kind: z.enum(signalKinds),
    seen: seenKey,
    until: z.string().refine(isLocalDate, "Choose the day on which it comes back."),
  }),
  z.strictObject({
    how: z.literal("known"),
    clientId: z.uuid(),
    kind: z.enum(signalKinds),
    seen: seenKey,
    note: wordsUpTo("signalNote", "Write what you know, in a few words."),
  }),
]);
export type SetAsideForm = z.infer<typeof setAsideForm>;

/** Why a day is none to snooze until, in the client’s days; null when it is. */
export function snoozeFault(until: LocalDate, today: LocalDate): string | null {
  const days = daysBetween(today, until);
  if (days < 1) return "Choose a day from tomorrow on.";
  return days > MOST_SNOOZED_DAYS ? `Choose a day within the next ${MOST_SNOOZED_DAYS / 7} weeks.` : null;
}

/** What a snooze is proposed for: a week. */
export const proposedSnooze = (today: LocalDate): LocalDate => addDays(today, 7);
