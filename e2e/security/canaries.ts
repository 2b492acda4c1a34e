type Place = "words" | "messages" | "protocol" | "overview" | "sessions";

/** Where the therapist reads what a client writes into a field: pages about the client, or nobody, as its label says. */
export type Reader = readonly Place[] | { nobody: string };

const exercise = "exercises/[key]/actions.ts#";

/** Every field of a client's form that takes words, by action and name. One that is not listed here fails. */
export const readers: Record<string, Reader> = {
  "actions.ts#saveCheck note": ["words", "overview"],
  "distance-move/actions.ts#log happening": ["words"],
  "distance-move/actions.ts#log instead": ["words"],
  "messages/actions.ts#send body": ["messages"],
  "sessions/actions.ts#ask words": ["sessions"],
  [`${exercise}skip note`]: ["words", "protocol"],
  [`${exercise}swap note`]: ["protocol"],
  // Beside the rating that judges it, and in the list of what was written.
  ...Object.fromEntries(
    [
      ...["feeling", "sentence", "favour", "expected", "happened", "felt", "plan", "moment", "said"],
      ...["returnPromise", "comingBack", "pick", "reflection"],
    ].map((field) => [`${exercise}record ${field}`, ["words", "protocol"] as const]),
  ),
  // A name stands over every page about the client.
  "server/auth/account-actions.ts#rename name": ["words"],
  "server/auth/account-actions.ts#newPassword current": { nobody: "A password." },
  "server/auth/account-actions.ts#newPassword password": { nobody: "A password." },
  "server/auth/account-actions.ts#startFactor password": { nobody: "A password." },
  "own-data/actions.ts#askForErasure password": { nobody: "A password." },
  "account/actions.ts#setCareful password": { nobody: "A password." },
};
