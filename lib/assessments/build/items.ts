import { asSentence, questionWords } from "@/lib/assessments/build/places";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { Refused } from "@/lib/errors";

const gone = "That question is not in the draft any more: somebody took it out meanwhile.";

/** As many as a questionnaire may have. */
export const MOST_QUESTIONS = 500;

/** The next id that no version of this questionnaire has ever given to a question. */
export function freeItemId(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`q${n}`)) return `q${n}`;
}

/** Where a new question goes: before all others, or after the one with this id. */
export type ItemPlace = { first: true } | { after: string } | { last: true };

export function withItems(instrument: Instrument, added: readonly Item[], place: ItemPlace): Instrument {
  const { items } = instrument;
  const at =
    "after" in place ? items.findIndex(({ id }) => id === place.after) + 1 : "first" in place ? 0 : items.length;
  const from = "after" in place && at === 0 ? items.length : at;
  if (items.length + added.length > MOST_QUESTIONS)
    throw new Refused(`A questionnaire here has ${MOST_QUESTIONS} questions at most.`);
  return { ...instrument, items: [...items.slice(0, from), ...added, ...items.slice(from)] };
}

export function withoutItem(instrument: Instrument, id: string): Instrument {
  if (!instrument.items.some((item) => item.id === id)) throw new Refused(gone);
  if (instrument.items.length === 1)
    throw new Refused("A questionnaire needs at least one question. Change this one, or put another beside it first.");
  return { ...instrument, items: instrument.items.filter((item) => item.id !== id) };
}

/** One place up or down. A question stays behind those on whose answers it depends. */
export function movedItem(instrument: Instrument, id: string, way: "up" | "down"): Instrument {
  const from = instrument.items.findIndex((item) => item.id === id);
  if (from < 0) throw new Refused(gone);
  const to = way === "up" ? from - 1 : from + 1;
  const [first, second] = [instrument.items[Math.min(from, to)], instrument.items[Math.max(from, to)]];
  if (!first || !second) throw new Refused(way === "up" ? "It is the first already." : "It is the last already.");
  if (second.enableWhen.some(({ itemId }) => itemId === first.id))
    throw new Refused(
      `${asSentence(questionWords(instrument, second.id))} is asked only after an answer to ${questionWords(instrument, first.id)}, so it stays behind it.`,
    );
  const items = [...instrument.items];
  items.splice(Math.min(from, to), 2, second, first);
  return { ...instrument, items };
}
