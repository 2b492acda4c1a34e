import type { Unavailable } from "@/lib/errors";

/** After how many seconds it is worth trying again. */
export const AGAIN_SECONDS = 5;

/** What a person reads where a page cannot be drawn because the database gives no answer. */
export const unavailableWords: Readonly<Record<Unavailable["why"], string>> = {
  busy: "A lot is going on here just now. Your page comes in a moment; nothing that you saved is lost.",
  away: "Nearer cannot reach what it keeps just now. It usually can again within a minute; nothing that you saved is lost.",
  full: "Nearer has no room to save anything just now, so this page cannot open. Nothing that you saved is lost.",
};

const yourWords = "Your words are still here: try again in a moment.";

/** What a person reads above a form that was sent meanwhile. */
export function notSavedWords({ why, isUnsure }: Pick<Unavailable, "why" | "isUnsure">): string {
  if (isUnsure) {
    return "We lost touch while this was being saved, and cannot say whether it was. Sending it once more saves it once.";
  }
  return why === "full"
    ? "Nearer has no room to save anything just now, and nothing was changed. Your words are still here: copy them to be safe."
    : `Nearer could not save this just now, and nothing was changed. ${yourWords}`;
}
