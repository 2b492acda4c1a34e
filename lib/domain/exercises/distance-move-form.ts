import { z } from "zod";
import { distanceMoves } from "@/lib/domain/exercises/distance-moves";

const words = z
  .string()
  .trim()
  .max(1000, "Keep it under 1,000 letters.")
  .default("")
  .transform((text) => text || null);

/** The quick log as the portal sends it. `id` is made by the page. */
export const distanceMoveForm = z.strictObject({
  id: z.uuid(),
  move: z.enum(distanceMoves, "Choose the one that comes closest."),
  happening: words,
  instead: words,
});
export type DistanceMoveForm = z.infer<typeof distanceMoveForm>;
