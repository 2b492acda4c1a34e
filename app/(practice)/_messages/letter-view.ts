import type { Letter } from "@/db/queries/messages/correspondence";
import { formatMoment, inSentence } from "@/lib/format";
import { undoLeft } from "@/lib/messages/hold";
import { signed } from "@/lib/messages/signed";

/** A letter as staff read it: what is new says so, and of what went out whether it was opened. */
export const letterView =
  (now: Date, zone: string, countsAsRead: boolean) =>
  ({ id, body, sentAt, fromClient, author, standsInFor, readAt }: Letter) => ({
    id,
    body,
    when: formatMoment(sentAt, now, zone),
    author: signed(author, standsInFor),
    mine: !fromClient,
    note: !fromClient && readAt ? `Opened ${inSentence(formatMoment(readAt, now, zone))}` : undefined,
    isNew: fromClient && readAt === null && countsAsRead,
  });

export type LetterView = ReturnType<ReturnType<typeof letterView>>;

/** The own ones that nobody can read yet, and for how long each can be taken back. */
export const heldOf = (letters: readonly Letter[], now: Date): { id: string; left: number }[] =>
  letters
    .filter(({ isOwn }) => isOwn)
    .map(({ id, sentAt }) => ({ id, left: undoLeft(sentAt, now) }))
    .filter(({ left }) => left > 0);
