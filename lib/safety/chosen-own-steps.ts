import type { LocalDate } from "@/lib/time/local-date";
import { startOfDayInstant, type Zone } from "@/lib/time/zone";

/** How long after the decision own steps begin that begin today: taken back by then, no page has changed for anybody. */
export const BEGIN_AFTER_SECONDS = 60;

/** Own steps as a therapist chose them, and the spans in which nobody had taken them back. */
export type ChosenOwnSteps = {
  from: LocalDate;
  /** The first day in the usual form again; null: until it is undone. */
  until: LocalDate | null;
  /** The day of whoever's path it was decided on. */
  decidedOn: LocalDate;
  /** Decided for two who are linked, by their lead. */
  isForBoth: boolean;
  stood: readonly Span[];
};

/** From an instant until another; null: without an end. */
export type Span = { from: Date; until: Date | null };

/** The spans in which chosen own steps are lived, with days that begin and end in `zone`. */
export function spansOf(chosen: readonly ChosenOwnSteps[], zone: Zone): Span[] {
  return chosen.flatMap(({ from, until, decidedOn, stood }) => {
    // "From today" is at once, also where the day of the one is not yet the day of the other.
    const begins = from <= decidedOn ? Number.NEGATIVE_INFINITY : startOfDayInstant(from, zone).getTime();
    const ends = until === null ? Number.POSITIVE_INFINITY : startOfDayInstant(until, zone).getTime();
    return stood.flatMap((span) => {
      const first = Math.max(begins, span.from.getTime() + BEGIN_AFTER_SECONDS * 1_000);
      const last = Math.min(ends, span.until?.getTime() ?? Number.POSITIVE_INFINITY);
      if (last <= first) return [];
      return [{ from: new Date(first), until: last === Number.POSITIVE_INFINITY ? null : new Date(last) }];
    });
  });
}
