import { z } from "zod";
import { type LocalDate, localDateOr } from "@/lib/time/local-date";
import { wordsUpTo } from "@/lib/written-words";

/** What can happen to a note on the connection chart. Each is a row that holds all that is true of it from then on. */
export const chartNoteKinds = ["added", "edited", "removed", "restored"] as const;
export type ChartNoteKind = (typeof chartNoteKinds)[number];

export type ChartNoteStep = {
  ordinal: number;
  kind: ChartNoteKind;
  date: LocalDate;
  words: string;
  /** Whether the client reads it under their own chart. */
  isShown: boolean;
  by: string;
  at: Date;
};

/** Something that happened in a life, on the day on which it did. Its steps are there oldest first; the newest counts. */
export type ChartNote = { id: string; steps: readonly ChartNoteStep[] };

export const newestOfNote = ({ steps }: ChartNote): ChartNoteStep => {
  const step = steps.at(-1);
  if (!step) throw new Error("A note on the chart has a step.");
  return step;
};

/** What stands on the chart, by day. */
export const standingNotes = (notes: readonly ChartNote[]): (ChartNoteStep & { id: string })[] =>
  notes
    .map((note) => ({ ...newestOfNote(note), id: note.id }))
    .filter(({ kind }) => kind !== "removed")
    .sort((a, b) => a.date.localeCompare(b.date));

const said = {
  date: localDateOr("Choose the day."),
  words: wordsUpTo("chartNote", "Write what happened, in a few words."),
  shown: z.literal("yes").optional(),
};

/** `id` is made by the page: sent twice, it is one note. */
export const addChartNoteForm = z.strictObject({ id: z.uuid(), clientId: z.uuid(), ...said });
export type AddChartNoteForm = z.infer<typeof addChartNoteForm>;

/** `seen`: the number of the newest step that the page showed. */
const seen = z.coerce.number().int().min(1).max(10_000);

export const editChartNoteForm = z.strictObject({ noteId: z.uuid(), seen, ...said });
export type EditChartNoteForm = z.infer<typeof editChartNoteForm>;

/** Takes it off the chart, or puts it back; what it said stays in its history. */
export const turnChartNoteForm = z.strictObject({
  noteId: z.uuid(),
  seen,
  kind: z.enum(["removed", "restored"], "Choose what happens to it."),
});
export type TurnChartNoteForm = z.infer<typeof turnChartNoteForm>;
