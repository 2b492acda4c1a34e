import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { wordsUpTo } from "@/lib/written-words";

/** For how long one record is open in an emergency. */
export const EMERGENCY_MINUTES = 60;

export const emergencySteps = ["ended", "reviewed"] as const;

/** `who`: a record number, or a name as it stands on the record. `id` is made by the page: sent twice opens once. */
export const openEmergencyForm = z.strictObject({
  id: z.uuid(),
  who: z
    .string("Type the number or the name.")
    .trim()
    .min(1, "Type the number or the name.")
    .max(limits.personName, tooLong("personName")),
  reason: wordsUpTo("emergencyReason", "Write why it cannot wait. It is kept, and read by others."),
});
export type OpenEmergencyForm = z.infer<typeof openEmergencyForm>;

export const endEmergencyForm = z.strictObject({ accessId: z.uuid() });

export const reviewEmergencyForm = z.strictObject({
  accessId: z.uuid(),
  note: wordsUpTo("emergencyNote", "Write what you found."),
});
export type ReviewEmergencyForm = z.infer<typeof reviewEmergencyForm>;

/** The same whether there is no such record, or none of which this person may be told. */
export const noSuchRecord =
  "No record was opened: none has this number, or this name to the letter. Where several have it, type the number.";

type Hour = { endsAt: Date; endedAt: Date | null };

/** When it was over, or will be. */
export const overAt = ({ endsAt, endedAt }: Hour): Date => (endedAt && endedAt < endsAt ? endedAt : endsAt);

export const isOpenAt = (hour: Hour, now: Date): boolean => now < overAt(hour);

/** Whole minutes that are left, the begun one included. */
export const minutesLeft = (hour: Hour, now: Date): number =>
  Math.max(0, Math.ceil((overAt(hour).getTime() - now.getTime()) / 60_000));

/** What a number is, if that is what was typed. */
export function recordNumberOf(who: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(who.trim())?.[1];
  return digits ? Number(digits) : null;
}
