import { firstNameOf } from "@/lib/first-name";
import { hoursWords, type WorkingHours } from "@/lib/identity/working-hours";

/** What is known about something a client told: whose list it stands on, which letters went, who said they saw it. */
export type Told = {
  openedAt: Date;
  /** Who has the turn now, by name. */
  asked: readonly string[];
  letter: "handed-over" | "on-its-way" | "none";
  seen: { name: string; at: Date } | null;
};

export type TherapistNow = {
  name: string;
  hasAccess: boolean;
  away: { until: string; coverName: string | null; outside: { name: string; phone: string } | null } | null;
};

type Say = { moment: (at: Date) => string; day: (date: string) => string };
const both = (names: readonly string[]) => names.join(" and ");

/** Who stands in while a therapist is away, for everybody of that therapist; null while they are there. */
export function awayWords({ name, away }: TherapistNow, day: Say["day"]): string | null {
  if (!away) return null;
  const gone = `${firstNameOf(name)} is away until ${day(away.until)}.`;
  if (away.coverName) return `${gone} ${away.coverName} stands in and sees what comes for ${firstNameOf(name)}.`;
  if (away.outside)
    return `${gone} ${away.outside.name} stands in: ${away.outside.phone}. They do not see what you write here.`;
  return `${gone} Nobody stands in.`;
}

/** When what is written here is read, as far as it is known, for everybody of that therapist. */
export function readsWords(therapist: TherapistNow & { hours: WorkingHours | null }, day: Say["day"]): string {
  const first = firstNameOf(therapist.name);
  const away = awayWords(therapist, day);
  if (!therapist.hasAccess)
    return `${first} does not read here any more. The practice does, and tells you who comes next.`;
  if (away) return away;
  const hours = hoursWords(therapist.hours);
  return hours
    ? `${first} works ${hours} and reads messages then.`
    : `${first} reads messages when working, not day and night.`;
}

/** True at the moment it is read, and no more than is known. Nobody “has been told” before they say so. */
export function toldWords(
  told: Told,
  therapist: TherapistNow,
  mailIsSet: boolean,
  { moment, day }: Say,
): { title: string; sentences: string[] } {
  const { asked, letter, seen } = told;
  const away = awayWords(therapist, day);
  const around = [
    ...(therapist.hasAccess ? [] : [`${firstNameOf(therapist.name)} does not see it any more.`]),
    ...(away ? [away] : []),
  ];
  if (seen) return { title: `${seen.name} has seen it, ${moment(seen.at)}`, sentences: around };
  if (asked.length === 0)
    return {
      title: "Nobody in the practice sees it now",
      sentences: [...around, "Please call one of the numbers, or somebody you trust."],
    };
  const wrote = !mailIsSet
    ? "No mail is set up, so nobody was written to."
    : {
        "handed-over": "An e-mail was handed over.",
        "on-its-way": "An e-mail is on its way.",
        none: "No e-mail went out.",
      }[letter];
  return {
    title: `It stands first on the list of ${both(asked)}`,
    sentences: [wrote, "Nobody has said yet that they have seen it.", ...around],
  };
}
