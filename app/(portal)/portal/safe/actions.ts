"use server";

import { chooseExercises } from "@/db/commands/exercises/put-away";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { sayWord } from "@/db/commands/safety/say-word";
import { awayForm, notSafeForm, wordForm } from "@/lib/domain/safety/forms";
import { paths, within } from "@/lib/paths";
import { clientAction } from "@/lib/server/form-action";

/** "I don't feel safe", from Today and from every exercise. The page with the numbers comes next. */
export const notSafe = clientAction(
  notSafeForm,
  async (scope, form) => {
    await sayNotSafe(scope, form);
    return { next: within(paths.portal.contacts, "?now") };
  },
  { beforeConsent: true },
);

/** The client's own choice to have no exercises for now, and to have them back. */
export const chooseAway = clientAction(awayForm, async (scope, form) => {
  await chooseExercises(scope, form);
  return form.choice === "away" ? { next: "/portal" } : { refresh: true };
});

/** “That was a mistake”, “I am safe for now”: kept for the therapist, and nothing else comes of it. */
export const addWord = clientAction(
  wordForm,
  async (scope, form) => {
    await sayWord(scope, form);
    return { refresh: true };
  },
  { beforeConsent: true },
);
