import { z } from "zod";
import { localDateOr } from "@/lib/time/local-date";
import { optionalWords, wordsUpTo } from "@/lib/written-words";

/** The end of somebody's time here: why, what they read, and until when. `id` is made by the page. */
export const dischargeForm = z
  .strictObject({
    id: z.uuid(),
    clientId: z.uuid(),
    reason: wordsUpTo("accountReason", "Write why. The record keeps it."),
    goodbye: optionalWords("goodbye"),
    portal: z.enum(["readable", "closed"], { error: "Choose one." }),
    readableUntil: z.union([z.literal(""), localDateOr("Choose the last day.")]).default(""),
  })
  .refine(({ portal, goodbye }) => portal === "closed" || goodbye !== null, {
    path: ["goodbye"],
    error: "Write a few words: they stand first on the client’s page.",
  })
  .refine(({ portal, readableUntil }) => portal === "closed" || readableUntil !== "", {
    path: ["readableUntil"],
    error: "Choose the last day.",
  });
export type DischargeForm = z.infer<typeof dischargeForm>;
