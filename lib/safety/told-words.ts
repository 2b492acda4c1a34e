import { firstNameOf } from "@/lib/first-name";
import { hoursWords, type WorkingHours } from "@/lib/identity/working-hours";
import { placeOfZone, type Zone } from "@/lib/time/zone";

/** What is known about something a client told: whose list it stands on, which letters went, who said they saw it. */
export type Told = {
  openedAt: Date;
  /** Who has the turn now, by name. */
  asked: readonly string[];
  letter: "handed-over" | "on-its-way" | "none";
  seen: { name: string; at: Date } | null;
};

type StandsIn = { until: string; coverName: string | null; outside: { name: string; phone: string } | null };
export type TherapistNow = { name: string; hasAccess: boolean; away: StandsIn | null };

/** Besides: when they work, in their own zone, and the next days away that are set already. */
type Reads = TherapistNow & {
  hours: WorkingHours | null;
  zone: Zone;
  coming: (StandsIn & { from: string }) | null;
};

type Say = { moment: (at: Date) => string; day: (date: string) => string };
const both = (names: readonly string[]) => names.join(" and ");

/** Who stands in while a therapist is away, for everybody of that therapist; null while they are there. */
export function awayWords({ name, away }: TherapistNow, day: Say["day"]): string | null {
  return away ? `${firstNameOf(name)} is away until ${day(away.until)}. ${standsIn(away, name)}` : null;
}

function standsIn({ coverName, outside }: StandsIn, name: string): string {
  if (coverName) return `${coverName} stands in and sees what comes for ${firstNameOf(name)}.`;
  return outside
    ? `${outside.name} stands in: ${outside.phone}. They do not see what you write here.`
    : "Nobody stands in.";
}

/**
 * When what is written here is read, as far as it is known, for everybody of that therapist: in the therapist's own hours,
 * named where the reader's clock shows others.
 */
export function readsWords(therapist: Reads, day: Say["day"], ownZone: Zone): string {
  const first = firstNameOf(therapist.name);
  const away = awayWords(therapist, day);
  if (!therapist.hasAccess)
    return `${first} does not read here any more. The practice does, and tells you who comes next.`;
  if (away) return away;
  const hours = hoursWords(therapist.hours);
  const there = therapist.zone === ownZone ? "" : ` (${placeOfZone(therapist.zone)} time)`;
  const reads = hours
    ? `${first} works ${hours}${there} and reads messages then.`
    : `${first} reads messages when working, not day and night.`;
  const { coming } = therapist;
  return coming
    ? `${reads} From ${day(coming.from)} to ${day(coming.until)} ${first} is away. ${standsIn(coming, therapist.name)}`
    : reads;
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
