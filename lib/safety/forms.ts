import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { numberField } from "@/lib/number-field";
import { localDateSchema } from "@/lib/time/local-date";
import { wordsUpTo } from "@/lib/written-words";

const words = (missing: string) => wordsUpTo("safetyNote", missing);

/** "I don't feel safe": where it was chosen. The key of an exercise, or nothing on Today. */
export const notSafeForm = z.strictObject({
  place: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  /** The page shows the numbers already and says itself what came of it. */
  stay: z.literal("yes").optional(),
});

/** What a client says about their own event later. */
export const wordForm = z.strictObject({ word: z.enum(["mistake", "safe-now"]) });

/** A colleague who is never told about a client, or told again. */
export const untoldForm = z.strictObject({
  clientId: z.uuid(),
  accountId: z.uuid("Choose a colleague."),
  decision: z.enum(["named", "lifted"]),
});

export const awayForm = z.strictObject({ choice: z.enum(["away", "back"]) });

/** A step that needs no words: acknowledge. */
export const eventForm = z.strictObject({ eventId: z.uuid() });
export const escalateForm = z.strictObject({ eventId: z.uuid(), to: z.enum(["therapist", "supervisor", "owner"]) });
export const noteEventForm = z.strictObject({
  eventId: z.uuid(),
  note: words("Write a note about where it stands."),
});
export const closeEventForm = z.strictObject({
  eventId: z.uuid(),
  note: words("Write a note about how it ended."),
});

/** The therapist's own judgement, more careful than before. */
export const raiseForm = z.strictObject({
  clientId: z.uuid(),
  kind: z.enum(["concern", "stop"], "Choose a concern or a stop."),
  reason: words("Write down what you noticed."),
});

/** A talk alone, where there was one. Both the day and the way, or neither: half a talk is asked back by the gate's rule. */
const talkFields = {
  talkOn: z.union([z.literal("").transform(() => undefined), localDateSchema]).optional(),
  talkWay: z.enum(["in-person", "phone", "video"]).optional(),
  talkUnheard: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
};

/** What follows for joint steps after a stop outside a check. */
export const stopChoiceForm = z.strictObject({
  clientId: z.uuid(),
  choice: z.enum(["now", "next-week", "unchanged"], "Choose what follows for joint steps."),
  unchangedUntil: z.union([z.literal("").transform(() => null), localDateSchema]).optional(),
  reason: z.string().trim().max(limits.safetyNote, tooLong("safetyNote")).optional(),
  wish: z.string().trim().max(limits.safetyNote, tooLong("safetyNote")).optional(),
});

/** A clearance or a release. Whether it may be given is decided by the gate's own rule, not by this shape. */
export const clearForm = z
  .strictObject({
    clientId: z.uuid(),
    /** What the page showed when it was opened: see `historyMark`. */
    seen: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
    reason: words("Write down the reason in a sentence."),
    ...talkFields,
  })
  .transform(({ talkOn, talkWay, talkUnheard, ...form }) => ({
    ...form,
    talk: talkOn && talkWay ? { on: talkOn, way: talkWay, unheard: talkUnheard } : null,
  }));

export const askCheckForm = z.strictObject({
  clientId: z.uuid(),
  despiteRecent: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
});

/** The shortest and longest time an event may wait for somebody, in minutes, and the one that ships. */
export const escalationLimits = { least: 5, most: 1440, usual: 30 } as const;

export const escalationForm = z.strictObject({
  minutes: numberField(
    { least: escalationLimits.least, most: escalationLimits.most, isWhole: true },
    `Write whole minutes, from ${escalationLimits.least} to ${escalationLimits.most}: a day at most.`,
  ),
});
