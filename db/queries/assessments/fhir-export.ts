import { recordAudit } from "@/db/audit";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { type FhirCollection, toFhirCollection } from "@/lib/assessments/fhir/collection";
import type { FhirQuestionnaire } from "@/lib/assessments/fhir/questionnaire";
import { exportedQuestionnaire, type FhirOriginal } from "@/lib/assessments/fhir/way-back";
import { NotFound } from "@/lib/errors";
import { getAssessmentResult } from "./assessment-result";
import { getInstrument } from "./instruments";

/** An instrument as FHIR: the version in use, or the draft where there is no other. Taking it out is recorded. */
export async function exportQuestionnaire(
  scope: Scope<StaffActor>,
  key: string,
  base: string,
): Promise<FhirQuestionnaire | FhirOriginal> {
  const { current, draft } = await getInstrument(scope, key);
  const one = current ?? draft;
  if (!one) throw new NotFound();
  await recordAudit(scope, "instruments.exported", { id: one.id });
  return exportedQuestionnaire(one.instrument, base);
}

/**
 * One sent response with its scores as FHIR. A safety screen never leaves this way. Taking it out is recorded.
 */
export async function exportResponse(
  scope: Scope<StaffActor>,
  { clientId, assessmentId, base }: { clientId: string; assessmentId: string; base: string },
): Promise<FhirCollection> {
  const { shown } = await getAssessmentResult(scope, clientId, assessmentId);
  const { instrument, answers, submittedAt, id } = shown;
  if (instrument.sensitivity === "safety") throw new NotFound();
  await recordAudit(scope, "assessments.exported", { id: assessmentId, clientId });
  const response = { id, patientId: clientId, authored: submittedAt.toISOString(), completed: true, answers };
  return toFhirCollection([{ instrument, response }], base);
}
