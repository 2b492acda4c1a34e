import type { InstrumentEntry } from "@/db/queries/assessments/instruments";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { lengthWords } from "@/lib/instruments/instrument-status";

export type Choice = { id: string; title: string; sub: string };

/** What can be given today, and what cannot with the reason, so that nobody looks for it in vain. */
export function choicesOf(shelf: readonly InstrumentEntry[]): {
  ready: Choice[];
  notReady: { title: string; why: string }[];
} {
  return {
    ready: shelf.flatMap(({ current }) =>
      current ? { id: current.id, title: current.instrument.title, sub: lengthWords(current.instrument) } : [],
    ),
    notReady: shelf.flatMap(({ current, draft }) =>
      current || !draft
        ? []
        : {
            title: draft.instrument.title,
            why: whyNotAssignable(draft.instrument) ?? "It is a draft that is not published yet.",
          },
    ),
  };
}
