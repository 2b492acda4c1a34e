import { addDays, type LocalDate } from "@/lib/time/local-date";

/** A sitting that can still be answered. */
export type OpenSitting = { id: string; assignedOn: LocalDate; dueOn: LocalDate };

export type Reminder = { kind: "due" | "overdue"; id: string };

/** Letters go out from nine until before seven in the evening, on the client's own clock (ours). */
const firstHour = 9;
const lastHour = 18;
/** A second and last reminder this many days after the due date, and none at all later than that many (ours). */
const overdueDays = 3;
const silentAfterDays = 14;

/** Whether a reminder may arrive at this local hour (0 to 23). */
export const isReminderHour = (hour: number): boolean => hour >= firstHour && hour <= lastHour;

/**
 * The reminders that these sittings deserve on the client's local date `today`: one from the due date on, one more three
 * days later, and then no more. What was asked for only today needs none yet. Each is named once for ever, so that
 * whoever keeps them never repeats one.
 */
export function remindersDue(sittings: readonly OpenSitting[], today: LocalDate): Reminder[] {
  return sittings.flatMap(({ id, assignedOn, dueOn }) => {
    if (assignedOn >= today || dueOn > today || addDays(dueOn, silentAfterDays) < today) return [];
    return [{ kind: addDays(dueOn, overdueDays) <= today ? "overdue" : "due", id }];
  });
}
