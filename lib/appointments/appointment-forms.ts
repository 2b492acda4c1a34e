import { z } from "zod";
import { causes, needsCause } from "@/lib/appointments/appointment";
import { fromTo, ranges } from "@/lib/limits";
import { localDateOr } from "@/lib/time/local-date";
import { optionalWords } from "@/lib/written-words";

const minutesRange = ranges.sessionMinutes;
const wholeMinutes = `Write how many minutes it lasts, ${fromTo("sessionMinutes")}.`;

/** When and where, as a form says it: by the clock of whoever types. */
const when = {
  date: localDateOr("Choose a day."),
  time: z.string("Choose a time.").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as 14:00."),
  minutes: z
    .string(wholeMinutes)
    .trim()
    .regex(/^\d{1,3}$/, wholeMinutes)
    .transform(Number)
    .pipe(z.number().min(minutesRange.least, wholeMinutes).max(minutesRange.most, wholeMinutes)),
  place: optionalWords("sessionPlace"),
  /** Kept out of the portal: agreed by word alone, and no letter says that something waits. */
  unlisted: z.literal("yes").optional(),
  /** Sent once more after the page said that something else stands at this time. */
  again: z.string().max(20).optional(),
};

/** "client.<id>" or "couple.<id>". */
const subject = z.string("Choose with whom.").transform((text, context) => {
  const [kind, id] = text.split(".");
  if ((kind === "client" || kind === "couple") && z.uuid().safeParse(id).success)
    return { kind, id: id ?? "" } as const;
  context.addIssue({ code: "custom", message: "Choose with whom." });
  return z.NEVER;
});

export const subjectText = (kind: "client" | "couple", id: string): string => `${kind}.${id}`;
export type AppointmentSubject = z.infer<typeof subject>;

export const bookForm = z.strictObject({ id: z.uuid(), with: subject, ...when });
export type BookForm = z.infer<typeof bookForm>;

/** `seen`: the number of the newest step that the page showed. */
const seen = z.coerce.number().int().min(1).max(10_000);

export const moveForm = z.strictObject({ appointmentId: z.uuid(), seen, ...when });
export type MoveForm = z.infer<typeof moveForm>;

export const stepForm = z
  .strictObject({
    appointmentId: z.uuid(),
    seen,
    kind: z.enum(["kept", "done", "missed", "cancelled", "reopened"], "Choose what happened."),
    cause: z.enum(causes, "Choose because of whom.").optional(),
    reason: optionalWords("sessionReason"),
  })
  .transform(({ kind, cause, ...form }, context) => {
    if (!needsCause(kind)) return { ...form, kind, cause: null };
    if (!cause) context.addIssue({ code: "custom", path: ["cause"], message: "Choose because of whom." });
    return { ...form, kind, cause: cause ?? null };
  });
export type StepForm = z.infer<typeof stepForm>;

/** A client's wish for another time. `id` is made by the page: sent twice, it is one wish. */
export const askToMoveForm = z.strictObject({
  id: z.uuid(),
  appointmentId: z.uuid(),
  words: optionalWords("moveWish"),
});
export type AskToMoveForm = z.infer<typeof askToMoveForm>;
