import { z } from "zod";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as 09:00.");
const span = z.strictObject({ from: time, to: time });

/** From Monday to Sunday; null on a day without work. Times are of the person's own zone. */
export const workingHoursSchema = z.array(span.nullable()).length(7);
export type WorkingHours = z.infer<typeof workingHoursSchema>;

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const days = Object.fromEntries(
  weekdays.flatMap((_, day) => [
    [`from-${day}`, z.union([z.literal(""), time]).default("")],
    [`to-${day}`, z.union([z.literal(""), time]).default("")],
  ]),
) as Record<string, z.ZodType<string>>;

/** The week as a form sends it. A day without both times is a day without work. */
export const workingHoursForm = z.strictObject(days).transform((form, context): { hours: WorkingHours } => {
  const fields: Record<string, string> = form;
  const hours = weekdays.map((_, day) => {
    const [from, to] = [fields[`from-${day}`] ?? "", fields[`to-${day}`] ?? ""];
    if (from === "" && to === "") return null;
    if (from === "" || to === "" || from >= to)
      context.addIssue({ code: "custom", path: [`to-${day}`], message: "Write both times, the earlier one first." });
    return { from, to };
  });
  return { hours };
});

/** “Monday to Thursday 09:00–17:00, Friday 09:00–12:00”; null where no hours are given. */
export function hoursWords(hours: WorkingHours | null): string | null {
  const parts: string[] = [];
  let at = 0;
  while (hours && at < 7) {
    const day = hours[at];
    let last = at;
    while (last < 6 && isSame(hours[last + 1] ?? null, day ?? null)) last += 1;
    if (day) parts.push(`${weekdays[at]}${last > at ? ` to ${weekdays[last]}` : ""} ${day.from}–${day.to}`);
    at = last + 1;
  }
  return parts.length > 0 ? parts.join(", ") : null;
}

const isSame = (a: WorkingHours[number], b: WorkingHours[number]) => a?.from === b?.from && a?.to === b?.to;
