"use server";

import { chooseExercises } from "@/db/commands/exercises/put-away";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { sayWord } from "@/db/commands/safety/say-word";
import { getOwnTherapist } from "@/db/queries/absence/absences";
import { getOwnTold } from "@/db/queries/safety/own-told";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { paths, within } from "@/lib/paths";
import { awayForm, notSafeForm, wordForm } from "@/lib/safety/forms";
import { toldWords } from "@/lib/safety/told-words";
import { localDate } from "@/lib/time/zone";
import { clientAction } from "@/server/form-action";
import { mailIsSet } from "@/server/mail";

/** "I don't feel safe", from Today and from every exercise. Where there is no script, the page with the numbers comes next. */
export const notSafe = clientAction(
  notSafeForm,
  async (scope, { place, stay }) => {
    await sayNotSafe(scope, { place });
    return stay ? { message: await toldNow(scope) } : { next: within(paths.portal.contacts, "?now") };
  },
  { beforeConsent: true, afterwards: true },
);

/** Who has it now, in words for a page that stays: as much as is known, and no more. */
async function toldNow(scope: Parameters<typeof getOwnTold>[0]): Promise<string> {
  const told = await getOwnTold(scope);
  if (!told) return "This has arrived in Nearer.";
  const { now, actor } = scope;
  const say = {
    moment: (at: Date) => inSentence(formatMoment(at, now, actor.zone)),
    day: (date: string) => formatNearDay(date, localDate(now, actor.zone)),
  };
  const { title, sentences } = toldWords(told, await getOwnTherapist(scope), mailIsSet(), say);
  return [`${title}.`, ...sentences].join(" ");
}

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
  { beforeConsent: true, afterwards: true },
);
