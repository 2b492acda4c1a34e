import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { localDateOr } from "@/lib/time/local-date";
import { wordsUpTo } from "@/lib/written-words";
import { isShareItem, type ShareItem, shareItems } from "./share-items";

const item = z.string().refine(isShareItem, "Choose from the list.");
const items = z
  .preprocess((given) => (typeof given === "string" ? [given] : given), z.array(item).max(shareItems.length))
  .transform((list): ShareItem[] => shareItems.filter((one) => list.includes(one)));

/** What a person decides about their own items. `coupleId` is the link that they looked at: with another it is refused. */
export const sharingForm = z.strictObject({
  coupleId: z.uuid(),
  decision: z.enum(["shared", "withdrawn"]),
  "items[]": items.refine((list) => list.length > 0, "Choose at least one."),
});
export type SharingForm = z.infer<typeof sharingForm>;

export const linkForm = z.strictObject({
  clientId: z.uuid(),
  partnerId: z.uuid("Choose the partner."),
});

export const coupleForm = z.strictObject({ coupleId: z.uuid() });

/** The end of a link: why, and the day agreed with each alone on which what they can see of it changes. */
export const endLinkForm = z.strictObject({
  coupleId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(10, "Write down the reason in a sentence.")
    .max(limits.safetyNote, tooLong("safetyNote")),
  shownOn: localDateOr("Choose the day on which it shows."),
});

/** The picture as the therapist saw it before confirming, and what both will read above it. */
export const releaseForm = z.strictObject({
  /** Made by the page: the same form sent twice releases once. */
  id: z.uuid(),
  coupleId: z.uuid(),
  firstAssessmentId: z.uuid(),
  secondAssessmentId: z.uuid(),
  "items[]": items,
  words: wordsUpTo("wordsToClient", "Write a sentence for both."),
});
export type ReleaseForm = z.infer<typeof releaseForm>;
