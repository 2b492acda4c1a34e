import { z } from "zod";
import { type Limit, limits, tooLong } from "./limits";

/** Signs that leave no mark on a page: a message of nothing but these says nothing. */
const unseen = /^(?:[\p{C}\p{Z}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5)*$/u;

export const showsSomething = (words: string): boolean => !unseen.test(words);

/** Words that must be there: trimmed, and no longer than their limit. `missing` is what a person reads without them. */
export const wordsUpTo = (limit: Limit, missing: string) =>
  z.string(missing).trim().max(limits[limit], tooLong(limit)).refine(showsSomething, missing);

/** Words that may be left out: null then. */
export const optionalWords = (limit: Limit) =>
  z
    .string()
    .trim()
    .max(limits[limit], tooLong(limit))
    .default("")
    .transform((words) => (showsSomething(words) ? words : null));
