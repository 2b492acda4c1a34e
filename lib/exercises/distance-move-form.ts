import { z } from "zod";
import { distanceMoves } from "@/lib/exercises/distance-moves";
import { optionalWords } from "@/lib/written-words";

const words = optionalWords("moveWords");

/** The quick log as the portal sends it. `id` is made by the page. */
export const distanceMoveForm = z.strictObject({
  id: z.uuid(),
  move: z.enum(distanceMoves, "Choose the one that comes closest."),
  happening: words,
  instead: words,
});
export type DistanceMoveForm = z.infer<typeof distanceMoveForm>;
