import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";

const locale = "en-GB";

/** Made once and kept: to make one takes as long as to draw a whole table row. */
const dates = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...parts });
const shortDay = dates({ weekday: "short", day: "numeric", month: "short" });
const shortDayOfYear = dates({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const longDay = dates({ day: "numeric", month: "long" });
const longDayOfYear = dates({ day: "numeric", month: "long", year: "numeric" });
const fullDay = dates({ weekday: "long", day: "numeric", month: "long" });
const list = new Intl.ListFormat(locale, { style: "long", type: "conjunction" });
/** By zone: as many as people live in, and the zones that there are bound it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const kept = clocks.get(zone);
  if (kept) return kept;
  const clock = dates({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  clocks.set(zone, clock);
  return clock;
}

const sameYear = (one: string, other: string) => one.slice(0, 4) === other.slice(0, 4);
const noon = (date: string) => new Date(`${date}T12:00:00Z`);

/** "Thu 16 Oct", with the year only when it is not this one. `date` and `today` are local dates. */
export function formatDay(date: string, today: string): string {
  return words((sameYear(date, today) ? shortDay : shortDayOfYear).formatToParts(noon(date)));
}

/** "16 October", or "16 October 2025" in another year. */
export function formatLongDay(date: string, today: string): string {
  return (sameYear(date, today) ? longDay : longDayOfYear).format(noon(date));
}

/** "Thursday 16 October". */
export function formatFullDay(date: string): string {
  return words(fullDay.formatToParts(noon(date)));
}

/** "Today", "Tomorrow", "Yesterday" or the day. */
export function formatNearDay(date: string, today: string): string {
  if (date === today) return "Today";
  if (date === addDays(today, 1)) return "Tomorrow";
  if (date === addDays(today, -1)) return "Yesterday";
  return formatDay(date, today);
}

/** "Today 07:42", "Yesterday 21:10", otherwise the day alone. */
export function formatMoment(instant: Date, now: Date, zone: string): string {
  const today = localDate(now, zone);
  const date = localDate(instant, zone);
  const day = formatNearDay(date, today);
  return date === today || date === addDays(today, -1) ? `${day} ${formatTime(instant, zone)}` : day;
}

/** "07:42" on a 24-hour clock. */
export function formatTime(instant: Date, zone: string): string {
  return clockOf(zone).format(instant);
}

/** "Ana, Ben and Chris". */
export function formatList(items: readonly string[]): string {
  return list.format(items);
}

/** Commas are for sentences, not for a column of dates. */
const words = (parts: Intl.DateTimeFormatPart[]): string =>
  parts.map((part) => (part.type === "literal" ? part.value.replace(",", "") : part.value)).join("");

/** A near day or moment inside a sentence: "today 07:42". */
export const inSentence = (moment: string): string =>
  moment.replace(/^(Today|Tomorrow|Yesterday)/, (word) => word.toLowerCase());

const endsOfName = (name: string): string[][] => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")]);
};

/** "IM" of "Ines Marchetti": the first letters of the first and of the last word of a name. */
export const initialsOf = (name: string): string =>
  endsOfName(name)
    .map(([letter]) => letter ?? "")
    .join("")
    .toUpperCase();

/** Of two who stand beside one another: where their initials are the same, with as many letters as tell them apart, or a number. */
export function initialsOfTwo(one: string, other: string): [string, string] {
  const [first, second] = [initialsOf(one), initialsOf(other)];
  if (first !== second) return [first, second];
  const [a, b] = [endsOfName(one), endsOfName(other)];
  for (const place of [0, 1])
    for (let letters = 2; letters <= Math.max(a[place]?.length ?? 0, b[place]?.length ?? 0); letters += 1) {
      const longer = (ends: string[][]) =>
        ends.map((word, i) => (i === place ? word.slice(0, letters) : word.slice(0, 1)).join("")).join("");
      if (longer(a).toLowerCase() !== longer(b).toLowerCase()) return [longer(a), longer(b)];
    }
  return [`${first} 1`, `${second} 2`];
}
