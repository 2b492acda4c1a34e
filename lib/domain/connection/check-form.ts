import { z } from "zod";

/** A connection check as the portal sends it: 1 (far away) to 10 (very close), and a note if there is one. */
export const connectionCheckForm = z.strictObject({
  id: z.uuid(),
  score: z.coerce
    .number("Choose a number from 1 to 10.")
    .int()
    .min(1, "Choose a number from 1 to 10.")
    .max(10, "Choose a number from 1 to 10."),
  note: z
    .string()
    .trim()
    .max(2000, "Keep the note under 2,000 letters.")
    .default("")
    .transform((value) => value || null),
});

export type ConnectionCheckForm = z.infer<typeof connectionCheckForm>;
