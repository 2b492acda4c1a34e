/** A letter that is older than this many days is no longer sent (ours). */
export const LETTER_DAYS = 7;

/** What is known of a letter. */
export type LetterFacts = {
  createdAt: Date;
  tries: number;
  claimEndsAt: Date | null;
  handedOverAt: Date | null;
  sentAt: Date | null;
  setAsideAt: Date | null;
  bouncedAt: Date | null;
};

/**
 * - `on-its-way`: waiting for its turn, or being sent. `sent`: the mail server took it.
 * - `again-soon`: the mail server did not take it; it is tried again by itself.
 * - `bounced`: there is no such mailbox, or it takes nothing. Said at once, or by a report that came back later.
 * - `unsure`: handed over, and nobody knows whether it was taken; it may not go a second time by itself.
 * - `given-up`: never taken, and too old by now.
 * - `not-meant`: another letter said it, the person wants none, or its link is over.
 */
export type DeliveryStatus = "on-its-way" | "sent" | "again-soon" | "bounced" | "unsure" | "given-up" | "not-meant";

/** How a letter stands at `now`. */
export function deliveryStatus(letter: LetterFacts, now: Date): DeliveryStatus {
  const { createdAt, tries, claimEndsAt, handedOverAt, sentAt, setAsideAt, bouncedAt } = letter;
  if (bouncedAt) return "bounced";
  if (sentAt) return "sent";
  if (setAsideAt) return handedOverAt ? "unsure" : "not-meant";
  if (claimEndsAt && claimEndsAt > now) return "on-its-way";
  if (now.getTime() - createdAt.getTime() >= LETTER_DAYS * 86_400_000) return handedOverAt ? "unsure" : "given-up";
  return tries > 0 ? "again-soon" : "on-its-way";
}

/** Whether somebody may send it again by hand: what goes by itself needs no second one. */
export const maySendAgain = (status: DeliveryStatus): boolean => ["bounced", "unsure", "given-up"].includes(status);
