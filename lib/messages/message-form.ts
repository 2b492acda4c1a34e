import { z } from "zod";
import { endingSchema } from "@/lib/drafts/draft-form";
import { limits, tooLong } from "@/lib/limits";

const body = z
  .string("Write a few words first.")
  .trim()
  .min(1, "Write a few words first.")
  .max(limits.message, `${tooLong("message")} You can send two.`);

/** A message of a client to their therapist. `id` is made by the page: sent twice, it arrives once. */
export const ownMessageForm = z.strictObject({ id: z.uuid(), body, draft: endingSchema });
export type OwnMessageForm = z.infer<typeof ownMessageForm>;

/** When the page was opened: what came after it was not there to be read. */
const until = z.iso.datetime().transform((text) => new Date(text));

/** All that a client wrote until then is marked as read. */
export const readForm = z.strictObject({ clientId: z.uuid(), until });
export type ReadForm = z.infer<typeof readForm>;

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
