import { formatNearDay, inSentence } from "@/lib/format";
import { plural } from "@/lib/plural";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { aboutMinutes } from "@/lib/time/minutes";

/** Something that waits to be answered. Safety questions have a few minutes and no day, whatever is asked in them. */
export type Waiting = { readonly minutes: number; readonly dueOn: LocalDate | null; readonly isUnnamed: boolean };

/** What a check takes, said alike of the first and of a shorter one (ours). */
const aFew = 5;
const minutesOf = ({ minutes, isUnnamed }: Waiting): number => (isUnnamed ? aFew : minutes);
/** More than this in all is not called short (ours). */
const shortUntil = 45;
const words = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

/** Whether there is a day ahead that matters: today and days that have passed hurry nobody. */
const hasDayAhead = ({ dueOn, isUnnamed }: Waiting, today: LocalDate): boolean =>
  !isUnnamed && dueOn !== null && dueOn > today;

/** "Three short things this week" and "About 25 minutes in all, in any order.": counted from what waits. */
export function whatComes(waiting: readonly Waiting[], today: LocalDate): { title: string; sentence: string } {
  const minutes = waiting.reduce((sum, one) => sum + minutesOf(one), 0);
  const isThisWeek = waiting.every((one) => !hasDayAhead(one, today) || (one.dueOn ?? today) <= addDays(today, 6));
  const count = words[waiting.length] ?? String(waiting.length);
  const things = `${minutes <= shortUntil ? "short " : ""}${plural(waiting.length, "thing", "things")}`;
  const order = plural(waiting.length, "", " in all, in any order");
  return {
    title: `${count} ${things}${isThisWeek ? " this week" : ""}`,
    sentence: `${aboutMinutes(minutes, true)}${order}.`,
  };
}

/** Until when, if there is a day ahead; otherwise there is time. Of safety questions nothing. */
export function byWhen(one: Waiting, today: LocalDate): string | null {
  if (one.isUnnamed) return null;
  return hasDayAhead(one, today) && one.dueOn
    ? `By ${inSentence(formatNearDay(one.dueOn, today))}.`
    : "Any time this week is fine.";
}
