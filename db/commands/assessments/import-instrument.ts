import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { parseInstrument } from "@/lib/assessments/instrument";
import { type ImportLoss, instrumentShape } from "@/lib/assessments/instrument-shape";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { addDraft, freeKey } from "./draft-instrument";

export const importForm = z.strictObject({
  text: z.string().min(1, "Paste the questionnaire, or choose its file."),
  /** No file says this. Until somebody does, the scores are treated as closeness is. */
  measures: instrumentShape.shape.measures,
});

/** A FHIR questionnaire as a draft of the practice's own. What could not be kept is told, and stays in its note. */
export async function importInstrument(
  scope: Scope<StaffActor>,
  { text, measures }: z.input<typeof importForm>,
): Promise<{ key: string; notes: ImportLoss[] }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const read = importFhirQuestionnaire(text, "imported");
  if (!read.ok) throw new Refused(read.sentence, { text: read.sentence });
  const key = await freeKey(scope, read.instrument.title);
  const left = read.notes.map(noteInWords).join(" ");
  const keyNote = left && `Imported from FHIR. ${left}`.slice(0, 2000);
  await addDraft(
    scope,
    parseInstrument({ ...read.instrument, key, measures, ...(keyNote && { keyNote }) }),
    "instruments.imported",
  );
  return { key, notes: read.notes };
}

export const noteInWords = ({ linkId, kind, sentence }: ImportLoss): string =>
  `${linkId === null ? "The questionnaire" : `Question ${linkId}`}, ${kind}: ${sentence}`;
