import { z } from "zod";
import { sentAgainFields } from "@/lib/drafts/sent-again";
import { distanceMoves } from "@/lib/exercises/distance-moves";
import { optionalWords } from "@/lib/written-words";

const words = optionalWords("moveWords");

/** The quick log as the portal sends it. `id` is made by the page. */
export const distanceMoveForm = z.strictObject({
  id: z.uuid(),
  move: z.enum(distanceMoves, "Choose the one that comes closest."),
  happening: words,
  instead: words,
  draft: sentAgainFields.draft,
  known: sentAgainFields.instead,
});
export type DistanceMoveForm = z.infer<typeof distanceMoveForm>;
