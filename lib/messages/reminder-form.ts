import { z } from "zod";
import { isQuiet, type ReminderChoice } from "./own-reminders";

const hour = z
  .string()
  .regex(/^(|\d|1\d|2[0-3])$/, "Choose an hour from the list.")
  .default("")
  .transform((text) => (text === "" ? null : Number(text)));

const both = "Choose both ends of the quiet hours, or neither.";
const inside = "This lies in your quiet hours. Choose another hour, or other quiet hours.";

/** The hours at which a client wants to be reminded. Nothing chosen is nothing sent. */
export const reminderForm = z
  .strictObject({ exerciseHour: hour, checkHour: hour, quietFrom: hour, quietTo: hour })
  .superRefine((form, context) => {
    const { quietFrom, quietTo } = form;
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if ((quietFrom === null) !== (quietTo === null)) wrong(quietFrom === null ? "quietFrom" : "quietTo", both);
    if (quietFrom !== null && quietFrom === quietTo)
      wrong("quietTo", "Quiet hours end at another hour than they begin.");
    for (const name of ["exerciseHour", "checkHour"] as const) {
      const chosen = form[name];
      if (chosen !== null && quietFrom !== quietTo && isQuiet(form, chosen)) wrong(name, inside);
    }
  });
export type ReminderForm = z.infer<typeof reminderForm>;

/** "Not this week", and back before it is over. */
export const reminderRestForm = z.strictObject({ rest: z.enum(["week", "over"]) });

export const isSameChoice = (a: ReminderChoice, b: ReminderChoice): boolean =>
  a.exerciseHour === b.exerciseHour &&
  a.checkHour === b.checkHour &&
  a.quietFrom === b.quietFrom &&
  a.quietTo === b.quietTo &&
  a.restUntil === b.restUntil;
