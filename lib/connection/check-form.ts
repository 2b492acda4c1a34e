import { z } from "zod";
import { sentAgainFields } from "@/lib/drafts/sent-again";
import { optionalWords } from "@/lib/written-words";

/** A connection check as the portal sends it: 1 (far away) to 10 (very close), and a note if there is one. */
export const connectionCheckForm = z.strictObject({
  id: z.uuid(),
  score: z.coerce
    .number("Choose a number from 1 to 10.")
    .int()
    .min(1, "Choose a number from 1 to 10.")
    .max(10, "Choose a number from 1 to 10."),
  note: optionalWords("connectionNote"),
  draft: sentAgainFields.draft,
  instead: sentAgainFields.instead,
});

export type ConnectionCheckForm = z.infer<typeof connectionCheckForm>;
