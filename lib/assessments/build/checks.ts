import { questionsWords, setWords, usersOf } from "@/lib/assessments/build/answers";
import { asSentence, questionWords } from "@/lib/assessments/build/places";
import type { Instrument } from "@/lib/assessments/instrument";

/** The part of a draft in which something is mended. */
export type DraftPart = "build" | "answers" | "scales";
export type Check = {
  part: DraftPart;
  /** The question, set or scale that is meant. */
  about: string;
  sentence: string;
  /** It cannot be published like this; the others are only asked. */
  isOpen: boolean;
};

/** What is still missing in a draft, and what may not be meant, each with its place. */
export function draftChecks(instrument: Instrument): Check[] {
  return [...itemChecks(instrument), ...setChecks(instrument), ...scaleChecks(instrument)];
}

function itemChecks(instrument: Instrument): Check[] {
  const at = (about: string, sentence: string, isOpen: boolean): Check => ({ part: "build", about, sentence, isOpen });
  const said = new Map<string, string>();
  return instrument.items.flatMap((item) => {
    const found: Check[] = [];
    const named = asSentence(questionWords(instrument, item.id));
    if (item.text === null) found.push(at(item.id, `${named} has no words yet.`, true));
    for (const { itemId, operator, value } of item.enableWhen) {
      const source = instrument.items.find(({ id }) => id === itemId);
      const options = instrument.optionSets[source?.options ?? ""];
      const isOffered = operator === "exists" || !options || options.some((option) => option.value === Number(value));
      if (!isOffered)
        found.push(
          at(item.id, `${named} waits for an answer that ${questionWords(instrument, itemId)} does not offer.`, true),
        );
    }
    const words = item.text?.toLowerCase();
    const first = words === undefined || item.kind === "display" ? undefined : said.get(words);
    if (first) found.push(at(item.id, `${named} says the same as ${questionWords(instrument, first)}.`, false));
    if (words !== undefined && !first) said.set(words, item.id);
    return found;
  });
}

function setChecks(instrument: Instrument): Check[] {
  return Object.entries(instrument.optionSets).flatMap(([key, options]): Check[] => {
    const places = usersOf(instrument, key);
    const at = { part: "answers" as const, about: key };
    if (options.some(({ label }) => label === null)) {
      const whose = places.length > 0 ? `of ${questionsWords(places)}` : "that no question uses";
      return [{ ...at, sentence: `The answers ${whose} have no words yet.`, isOpen: true }];
    }
    if (places.length > 0) return [];
    return [{ ...at, sentence: `No question uses the answers ${setWords(options)}.`, isOpen: false }];
  });
}

function scaleChecks(instrument: Instrument): Check[] {
  const counted = new Set(instrument.scales.flatMap(({ items }) => items));
  const left = instrument.items.filter(
    ({ id, kind }) => !counted.has(id) && kind !== "display" && kind !== "text" && kind !== "date",
  );
  const uncounted =
    instrument.scales.length > 0 && left.length > 0
      ? `No scale counts ${questionsWords(left.map(({ id }) => instrument.items.findIndex((one) => one.id === id) + 1))}.`
      : null;
  const found: Check[] = uncounted ? [{ part: "scales", about: "", sentence: uncounted, isOpen: false }] : [];
  if (instrument.scales.length === 0)
    found.push({
      part: "scales",
      about: "",
      sentence: "There is no scale: the answers are read one by one, and no chart is drawn.",
      isOpen: false,
    });
  return found;
}
