import { plural } from "@/lib/plural";

/** How long a link from a letter works, in minutes, and how many letters of one kind go to a person in a day (ours). */
export const linkMinutes = 60;
const lastLinkMinutes = 24 * 60;
export const linksADay = 4;

/** A link that was asked for in the last day. `isAlive`: neither used, nor withdrawn, nor run out. */
export type AskedLink = { readonly isAlive: boolean };

/**
 * For how long the next link works, in minutes, or null where none is made. Whoever knows an address can ask on and on,
 * so a day has an end, and the last letter of a day works until the next day: its owner always holds one that works.
 */
export function nextLinkMinutes(lastDay: readonly AskedLink[]): number | null {
  if (lastDay.length < linksADay - 1) return linkMinutes;
  if (lastDay.length < linksADay) return lastLinkMinutes;
  return lastDay.some(({ isAlive }) => isAlive) ? null : lastLinkMinutes;
}

/** How many days an invitation works (ours). */
export const invitationDays = 7;

export const invitationEnds = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000);

const numbers = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

function inWords(count: number, unit: string): string {
  return `${numbers[count] ?? count} ${plural(count, unit, `${unit}s`)}`;
}

/** How long a link works, as a person reads it: "seven days", "one hour". */
export function lifeInWords(minutes: number): string {
  if (minutes % 1440 === 0) return inWords(minutes / 1440, "day");
  return minutes % 60 === 0 ? inWords(minutes / 60, "hour") : inWords(minutes, "minute");
}

export const invitationLife = lifeInWords(invitationDays * 1440);
export const linkLife = lifeInWords(linkMinutes);
