import { z } from "zod";
import { endingSchema } from "@/lib/drafts/draft-form";
import { Refused } from "@/lib/errors";

/** What a form says beside its words: which draft it ends, and what its person decided about words that stand already. */
export const sentAgainFields = {
  draft: endingSchema,
  /** "Save this instead": the version of what stands that the person was told about. */
  instead: z.string().max(6).optional(),
  /** "Save this as well": it is another one. */
  again: z.literal("yes").optional(),
};

type InForce = {
  /** When it was saved, as the person reads it. */
  at: string;
  isSame: boolean;
  /** How often it was changed since; the version is one more. */
  corrections: number;
  /** Why it can no longer be changed, in a sentence; null while it can. */
  closed: string | null;
};

/**
 * A form under an id that stands already. The same words are the same form sent twice: nothing happens, and "Saved" is true. Other
 * words are refused and stay in their fields, until the person says that they are to stand instead of what they were told of.
 */
export function whenSentAgain(standing: InForce, instead: string | undefined): "known" | "correct" {
  if (standing.isSame) return "known";
  if (standing.closed) throw new Refused(standing.closed);
  const version = String(standing.corrections + 1);
  if (instead === version) return "correct";
  throw new Refused(
    `Other words of yours were saved ${standing.at}. To put these in their place, save once more; the earlier ones are kept behind them.`,
    { instead: version },
  );
}
