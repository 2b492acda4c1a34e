import { answerKey } from "@/lib/assessments/answer-key";
import { criticalHits } from "@/lib/assessments/critical";
import type { Answer, Instrument } from "@/lib/assessments/instrument";

type Given = Answer & { readBy: string | null; readAt: Date | null };

export type Said = {
  key: string;
  question: string;
  answer: string;
  /** What stood there before it was changed, in order. */
  earlier: string[];
  /** What the gravest of these answers asks for, and why. */
  effect: "crisis" | "stop" | "concern" | null;
  sentence: string | null;
  readBy: { name: string; at: Date } | null;
};

/** Everything that was said in one sitting, question by question, with what was changed or taken back. */
export function saidInSitting(instrument: Instrument, given: readonly Given[]): Said[] {
  return instrument.items.flatMap((item) =>
    instrument.forms.flatMap((form): Said[] => {
      const own = withoutTyping(given.filter((one) => one.itemId === item.id && one.form === form));
      const last = own.at(-1);
      if (!last) return [];
      const hits = own.flatMap((one) => criticalHits({ ...instrument, scales: [], combinations: [] }, [one]));
      const gravest = hits.find(({ effect }) => effect !== "concern") ?? hits[0];
      const worded = (one: Given) => wordsOf(instrument, item.options, one.value);
      return [
        {
          key: answerKey(form, item.id),
          question: [item.section, item.text ?? `Question ${item.id}`].filter(Boolean).join(": "),
          answer: worded(last),
          earlier: own.slice(0, -1).map(worded),
          effect: gravest?.effect ?? null,
          sentence: gravest?.sentence ?? null,
          readBy: last.readBy && last.readAt ? { name: last.readBy, at: last.readAt } : null,
        },
      ];
    }),
  );
}

/** Words are kept in every pause of typing: a beginning that was only written on is no answer of its own. */
const withoutTyping = (given: readonly Given[]): Given[] =>
  given.filter(({ value }, index) => {
    const next = given[index + 1]?.value;
    return !(typeof value === "string" && typeof next === "string" && next.startsWith(value));
  });

function wordsOf(instrument: Instrument, options: string | undefined, value: Answer["value"]): string {
  if (value === null) return "Left out";
  return instrument.optionSets[options ?? ""]?.find((one) => one.value === value)?.label ?? String(value);
}
