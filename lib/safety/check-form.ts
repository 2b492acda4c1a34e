import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";

/** The door: somebody who is not alone goes no further. */
export const doorForm = z.strictObject({ assessmentId: z.uuid(), private: z.enum(["yes", "no"]) });

/** One answer; an empty value leaves the question out. */
export const checkAnswerForm = z.strictObject({
  sittingId: z.uuid(),
  itemId: z.string().min(1).max(80),
  form: z.enum(["now", "wished"]),
  value: z.string().max(limits.openAnswer, tooLong("openAnswer")),
});

export const sendCheckForm = z.strictObject({ sittingId: z.uuid() });

/** One step of a check that is answered without script: the button that was tapped, on which page. */
export const walkForm = z.strictObject({
  assessmentId: z.uuid(),
  sittingId: z.uuid().optional(),
  itemId: z.string().max(80).default(""),
  go: z.string().regex(/^(yes|no|on|back|out|next|send|answer:-?\d+(\.\d+)?)$/),
  words: z.string().max(limits.openAnswer, tooLong("openAnswer")).default(""),
});

/** `seen[]`: the answers that stood on the page which says that they were read. */
export const readWordsForm = z
  .strictObject({ clientId: z.uuid(), assessmentId: z.uuid(), "seen[]": z.array(z.uuid()).min(1).max(500) })
  .transform(({ "seen[]": seen, ...rest }) => ({ ...rest, seen }));

export type DoorForm = z.infer<typeof doorForm>;
export type WalkForm = z.infer<typeof walkForm>;
export type CheckAnswerForm = z.infer<typeof checkAnswerForm>;
export type ReadWordsForm = z.infer<typeof readWordsForm>;
