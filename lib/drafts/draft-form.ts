import { z } from "zod";
import type { Ending } from "@/lib/drafts/draft";
import { placeOf } from "@/lib/drafts/known-place";
import type { Place } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";

/** Longer than any form of words, as it is sent. */
const mostWords = 60_000;
/** As long as the longest single text: a reading. */
const mostOfOne = limits.readingBody;

const jsonOf = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "A draft is an object." });
    return z.NEVER;
  }
};

export const wordsSchema = z.record(z.string().max(80), z.string().max(mostOfOne));

const hand = z.string().regex(/^[\w-]{8,40}$/);
const step = z.coerce.number().int().min(1).max(1_000_000);

const place = z
  .string()
  .max(120)
  .transform((name, context) => {
    const known = placeOf(name);
    if (known) return known;
    context.addIssue({ code: "custom", message: "No draft is kept here." });
    return z.NEVER;
  });

/** What a page sends while somebody writes, and what somebody decides about words that stand beside the others. */
export const draftForm = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("keep"),
    place,
    hand,
    step,
    seen: z.coerce.number().int().min(0),
    words: z.string().max(mostWords).transform(jsonOf).pipe(wordsSchema),
  }),
  z.strictObject({ do: z.literal("look"), place }),
  z.strictObject({ do: z.literal("take"), place, hand }),
  z.strictObject({ do: z.literal("drop"), place, hand }),
]);
export type DraftForm = z.infer<typeof draftForm>;

/** What `endingText` says. */
export const endingSchema = z
  .string()
  .regex(/^\d{1,9}(\.[\w-]{8,40})?$/)
  .transform((text) => {
    const [opened = "", by = null] = text.split(".");
    return { opened: Number(opened), hand: by };
  })
  .optional();

/** What `keptText` says; undefined for what ends nothing. */
export function keptDraft(said: unknown): { place: Place; ending: Ending } | undefined {
  if (typeof said !== "string") return undefined;
  const [name = "", text = ""] = said.split(" ");
  const [known, ending] = [placeOf(name), endingSchema.safeParse(text).data];
  return known && ending && (ending.opened > 0 || ending.hand) ? { place: known, ending } : undefined;
}
