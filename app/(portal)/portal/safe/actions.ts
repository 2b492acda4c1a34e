"use server";

import { chooseExercises } from "@/db/commands/exercises/put-away";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { awayForm, notSafeForm } from "@/lib/domain/safety/forms";
import { clientAction } from "@/lib/server/form-action";

/** "I don't feel safe", from Today and from every exercise. Where there is no script, the page with the numbers comes next. */
export const notSafe = clientAction(notSafeForm, async (scope, { place, stay }) => {
  await sayNotSafe(scope, { place });
  return stay ? {} : { next: "/portal/safe" };
});

/** The client's own choice to have no exercises for now, and to have them back. */
export const chooseAway = clientAction(awayForm, async (scope, form) => {
  await chooseExercises(scope, form);
  return form.choice === "away" ? { next: "/portal" } : { refresh: true };
});
