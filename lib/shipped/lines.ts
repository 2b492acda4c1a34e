import { instrumentLines } from "@/lib/shipped/instrument-lines";
import type { ContentOf, ShippedKind } from "@/lib/shipped/kinds";
import type { Line } from "@/lib/shipped/line";
import { protocolLines } from "@/lib/shipped/protocol-lines";

/** A line that differs. Null where there is none: it is new, or gone. */
export type Difference = { id: string; place: string; before: string | null; after: string | null };

const linesOfKind: { readonly [K in ShippedKind]: (content: ContentOf[K]) => Line[] } = {
  protocol: protocolLines,
  instrument: instrumentLines,
  reading: ({ title, summary, sections, question, weeks, exercises }) => [
    { id: "title", place: "Title", words: title },
    { id: "summary", place: "In one sentence", words: summary },
    ...sections.map(({ heading, paragraphs }, i) => ({
      id: `section-${i + 1}`,
      place: `Part ${i + 1}`,
      words: [...(heading ? [heading] : []), ...paragraphs].join("\n\n"),
    })),
    { id: "question", place: "A question to take along", words: question },
    { id: "weeks", place: "Weeks it belongs to", words: weeks.join(", ") || "None" },
    { id: "exercises", place: "Exercises it belongs to", words: exercises.join(", ") || "None" },
  ],
  "panel-text": ({ title, words }) => [
    { id: "title", place: "Title", words: title },
    { id: "words", place: "What it says", words },
  ],
  limits: ({ words }) => [{ id: "words", place: "What clients read before they agree", words }],
};

/** What a person reads of one thing, line by line, in order. */
export function linesOf<K extends ShippedKind>(kind: K, content: ContentOf[K]): Line[] {
  return linesOfKind[kind](content);
}

const comparedBy = ({ same, words }: Line): string => same ?? words;

/** What differs between two readings of the same thing: in the order of the second, then what is gone. */
export function differences(before: readonly Line[], after: readonly Line[]): Difference[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const still = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((line) => {
    const was = old.get(line.id);
    if (was && comparedBy(was) === comparedBy(line)) return [];
    return [{ id: line.id, place: line.place, before: was?.words ?? null, after: line.words }];
  });
  const gone = before.filter(({ id }) => !still.has(id));
  return [...changed, ...gone.map(({ id, place, words }) => ({ id, place, before: words, after: null }))];
}
