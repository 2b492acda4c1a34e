import { z } from "zod";
import { shippedKinds } from "@/lib/shipped/kinds";

/** How a practice came to a version. The first two come of no choice. */
export const takingWays = ["set-up", "found", "take", "merge", "keep"] as const;
export type TakingWay = (typeof takingWays)[number];

/** What an owner can do with something that is offered: take it, put its changes into a draft of their own, or keep theirs. */
export const takingForm = z.strictObject({
  kind: z.enum(shippedKinds),
  key: z.string().min(1).max(64),
  /** The version that the page showed: another one is not taken unseen. */
  version: z.coerce.number().int().min(1).max(100_000),
  way: z.enum(["take", "merge", "keep"]),
});
export type TakingForm = z.infer<typeof takingForm>;
