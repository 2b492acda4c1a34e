import { z } from "zod";
import { type Limit, limits, tooLong } from "./limits";

/** Words that must be there: trimmed, and no longer than their limit. `missing` is what a person reads without them. */
export const wordsUpTo = (limit: Limit, missing: string) =>
  z.string(missing).trim().min(1, missing).max(limits[limit], tooLong(limit));

/** Words that may be left out: null then. */
export const optionalWords = (limit: Limit) =>
  z
    .string()
    .trim()
    .max(limits[limit], tooLong(limit))
    .default("")
    .transform((words) => words || null);
