import { z } from "zod";
import { endingSchema } from "@/lib/drafts/draft-form";
import { limits, tooLong } from "@/lib/limits";
import { showsSomething } from "@/lib/written-words";

const body = z
  .string("Write a few words first.")
  .trim()
  .max(limits.message, `${tooLong("message")} You can send two.`)
  .refine(showsSomething, "Write a few words first.");

/** A message of a client to their therapist. `id` is made by the page: sent twice, it arrives once. */
export const ownMessageForm = z.strictObject({ id: z.uuid(), body, draft: endingSchema });
export type OwnMessageForm = z.infer<typeof ownMessageForm>;

/** When the page was opened: what came after it was not there to be read. */
const until = z.iso.datetime().transform((text) => new Date(text));

/** All that a client wrote until then is marked as read. */
export const readForm = z.strictObject({ clientId: z.uuid(), until });
export type ReadForm = z.infer<typeof readForm>;

/** “Mark all as read” is undone by the moment at which it was done. */
export const unmarkForm = z.strictObject({ clientId: z.uuid(), at: until });
export type UnmarkForm = z.infer<typeof unmarkForm>;

/** A page holds no more of what can be unread. */
const mostShown = 300;

/** What was on the screen: the ids of messages and reflections, with commas between them. */
const shown = z
  .string()
  .transform((ids) => ids.split(","))
  .pipe(z.array(z.uuid()).min(1).max(mostShown));

export const clientShownForm = z.strictObject({ clientId: z.uuid(), shown });
export type ClientShownForm = z.infer<typeof clientShownForm>;

export const ownShownForm = z.strictObject({ shown });
export type OwnShownForm = z.infer<typeof ownShownForm>;

export const takeBackOwnForm = z.strictObject({ id: z.uuid() });
export type TakeBackOwnForm = z.infer<typeof takeBackOwnForm>;

export const takeBackReplyForm = z.strictObject({ id: z.uuid(), clientId: z.uuid() });
export type TakeBackReplyForm = z.infer<typeof takeBackReplyForm>;

/** A message of the therapist to a client. With `attemptId` it answers the reflection of that exercise. */
export const staffMessageForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  attemptId: z
    .union([z.uuid(), z.literal("")])
    .default("")
    .transform((id) => id || null),
  body,
  until,
  draft: endingSchema,
});
export type StaffMessageForm = z.infer<typeof staffMessageForm>;
