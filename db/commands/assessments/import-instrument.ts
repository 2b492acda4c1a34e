import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { parseInstrument } from "@/lib/assessments/instrument";
import { instrumentShape } from "@/lib/assessments/instrument-shape";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { addDraft, freeKey } from "./draft-instrument";

export const importForm = z.strictObject({
  text: z.string().min(1, "Paste the questionnaire, or choose its file."),
  /** No file says this. Until somebody does, the scores are treated as closeness is. */
  measures: instrumentShape.shape.measures,
});

/** A FHIR questionnaire as a draft of the practice's own. The file stays with it, and so does all that was lost. */
export async function importInstrument(
  scope: Scope<StaffActor>,
  { text, measures }: z.input<typeof importForm>,
): Promise<{ key: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const read = importFhirQuestionnaire(text, "imported");
  if (!read.ok) throw new Refused(read.sentence, { text: read.sentence });
  const key = await freeKey(scope, read.instrument.title);
  await addDraft(scope, parseInstrument({ ...read.instrument, key, measures }), "instruments.imported");
  return { key };
}
