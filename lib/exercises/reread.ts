import type { AttemptDetail } from "@/lib/exercises/attempt";
import { type AttemptLine, attemptLines } from "@/lib/exercises/attempt-lines";
import type { LocalDate } from "@/lib/time/local-date";

/** What somebody did and wrote on one day, as they read it again. */
export type OwnAttempt = {
  id: string;
  title: string;
  date: LocalDate;
  detail: AttemptDetail | null;
  howItWent: number | null;
  reflection: string | null;
};

export type Guess = { id: string; date: LocalDate; about: string | null; expected: string; happened: string };
export type Moment = { id: string; date: LocalDate; title: string; lines: AttemptLine[] };

/** Every favour with a guess before it and what happened after it, oldest first: nobody judges which was right. */
export function guessesIn(attempts: readonly OwnAttempt[]): Guess[] {
  return attempts
    .flatMap(({ id, date, detail }) => {
      if (detail?.page !== "ask-for-a-favour" || !detail.expected || !detail.happened) return [];
      return [{ id, date, about: detail.favour || null, expected: detail.expected, happened: detail.happened }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

/** At this and above somebody said that it went well. */
const well = 3;

/** What somebody gave in one exercise, in the order in which it was asked; nothing where none of it is in their own words. */
export function writtenIn({ detail, reflection }: Pick<OwnAttempt, "detail" | "reflection">): AttemptLine[] {
  const lines = [
    ...(detail ? attemptLines(detail) : []),
    ...(reflection ? [{ label: "Afterwards", words: reflection, isOwn: true }] : []),
  ];
  return lines.some(({ isOwn }) => isOwn) ? lines : [];
}

/** Everything of theirs that holds words, in the order given; `good`: what they themselves said went well. */
export function momentsIn(attempts: readonly OwnAttempt[]): { good: Moment[]; others: Moment[] } {
  const written = attempts.flatMap(({ id, date, title, howItWent, ...words }) => {
    const lines = writtenIn(words);
    return lines.length > 0 ? [{ isGood: (howItWent ?? 0) >= well, moment: { id, date, title, lines } }] : [];
  });
  const of = (isGood: boolean) => written.filter((one) => one.isGood === isGood).map(({ moment }) => moment);
  return { good: of(true), others: of(false) };
}
