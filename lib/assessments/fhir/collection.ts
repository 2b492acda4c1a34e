import { type FhirObservation, toFhirObservations } from "@/lib/assessments/fhir/observations";
import type { FhirQuestionnaire } from "@/lib/assessments/fhir/questionnaire";
import {
  type FhirQuestionnaireResponse,
  type RecordedResponse,
  toFhirQuestionnaireResponse,
} from "@/lib/assessments/fhir/questionnaire-response";
import { exportedQuestionnaire, type FhirOriginal } from "@/lib/assessments/fhir/way-back";
import type { Instrument } from "@/lib/assessments/instrument";

/** What a collection of responses holds. */
export type FhirResource = FhirQuestionnaire | FhirOriginal | FhirQuestionnaireResponse | FhirObservation;

export type FhirCollection = { resourceType: "Bundle"; type: "collection"; entry?: { resource: FhirResource }[] };

/**
 * Responses with their instruments and scores as one FHIR R4 Bundle. Safety screens are left out whole (instrument, answers
 * and scores) unless `includeSafety` says otherwise. Scores are observed of completed responses only. An instrument appears once.
 */
export function toFhirCollection(
  records: readonly { instrument: Instrument; response: RecordedResponse }[],
  base: string,
  includeSafety = false,
): FhirCollection {
  const shown = records.filter(({ instrument }) => includeSafety || instrument.sensitivity !== "safety");
  const instruments = new Map(shown.map(({ instrument }) => [`${instrument.key}|${instrument.version}`, instrument]));
  const resources: FhirResource[] = [
    ...[...instruments.values()].map((instrument) => exportedQuestionnaire(instrument, base)),
    ...shown.flatMap(({ instrument, response }) => [
      toFhirQuestionnaireResponse(instrument, response, base),
      ...(response.completed ? toFhirObservations(instrument, response, base) : []),
    ]),
  ];
  // FHIR allows no empty list.
  return {
    resourceType: "Bundle",
    type: "collection",
    ...(resources.length > 0 && { entry: resources.map((resource) => ({ resource })) }),
  };
}
