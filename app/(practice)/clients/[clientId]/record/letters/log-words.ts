import type { LoggedLetter } from "@/db/queries/letters/letter-log";
import type { DeliveryStatus } from "@/lib/messages/delivery-status";

/** What became of a letter, in a word and a sentence. */
const words: Record<DeliveryStatus, { what: string; more: string }> = {
  "on-its-way": { what: "Waits its turn", more: "It goes at its time." },
  sent: { what: "Sent", more: "The mail server took it, and nothing came back." },
  "again-soon": { what: "Refused for now", more: "The mail server did not take it. It is tried again by itself." },
  bounced: { what: "Came back", more: "There is no such mailbox, or it takes nothing." },
  unsure: { what: "Not known", more: "Nobody knows whether it was taken, so it did not go twice." },
  "given-up": { what: "Given up", more: "It was never taken, and is too old to be tried again." },
  "not-meant": { what: "Not sent", more: "Another letter said it, none was wanted, or there was nothing left to say." },
};

export const statusWords = ({ standing }: LoggedLetter, mailIsSet: boolean): { what: string; more: string } =>
  standing === "on-its-way" && !mailIsSet
    ? { what: "Waits", more: "Mail is not set up here, so no letter goes out." }
    : words[standing];

/** When that was: in the order of what is known last. */
export const standingAt = ({ bouncedAt, sentAt, standing, dueAt }: LoggedLetter): Date | null =>
  bouncedAt ?? sentAt ?? (standing === "on-its-way" || standing === "again-soon" ? dueAt : null);

/** Those of which somebody has to ask in person whether they arrived. */
export const isLostLetter = ({ standing }: LoggedLetter): boolean =>
  standing === "bounced" || standing === "unsure" || standing === "given-up";
