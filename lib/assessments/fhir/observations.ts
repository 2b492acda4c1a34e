import { codings, type FhirCoding } from "@/lib/assessments/fhir/fhir-names";
import type { RecordedResponse } from "@/lib/assessments/fhir/questionnaire-response";
import type { Instrument } from "@/lib/assessments/instrument";
import type { ScaleScore } from "@/lib/assessments/scale-score";
import { scoreResponse } from "@/lib/assessments/score";

type Concept = { coding: FhirCoding[]; text?: string };

export type FhirObservation = {
  resourceType: "Observation";
  status: "final";
  category: Concept[];
  code: Concept;
  subject: { reference: string };
  effectiveDateTime: string;
  derivedFrom: { reference: string }[];
  valueQuantity?: { value: number; unit: "{score}"; system: "http://unitsofmeasure.org"; code: "{score}" };
  dataAbsentReason?: Concept;
  note?: { text: string }[];
};

const SURVEY: Concept = {
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey", display: "Survey" }],
};
const ABSENT = {
  system: "http://terminology.hl7.org/CodeSystem/data-absent-reason",
  code: "unknown",
  display: "Unknown",
};

/**
 * One FHIR R4 Observation per form and scale of a response: the score in `{score}`, rounded to six decimals, derived from the
 * QuestionnaireResponse; a prorated score carries a note, and one that does not exist says why instead of a value. `scores`: as kept, where the
 * answers are not at hand.
 */
export function toFhirObservations(
  instrument: Instrument,
  response: RecordedResponse,
  base: string,
  scores: readonly ScaleScore[] = scoreResponse(instrument, response.answers),
): FhirObservation[] {
  return scores.map((score) => {
    const scale = instrument.scales.find((candidate) => candidate.key === score.scale);
    const own = { system: `${base}/CodeSystem/scores`, code: `${instrument.key}.${score.form}.${score.scale}` };
    const title = `${instrument.title}: ${scale?.title ?? score.scale}${score.form === "wished" ? ", as wished" : ""}`;
    return {
      resourceType: "Observation",
      status: "final",
      category: [SURVEY],
      code: { coding: [...codings(scale?.codes ?? []), own], text: title },
      subject: { reference: `Patient/${response.patientId}` },
      effectiveDateTime: response.authored,
      derivedFrom: [{ reference: `QuestionnaireResponse/${response.id}` }],
      ...(score.score === null
        ? { dataAbsentReason: { coding: [ABSENT], text: score.reason ?? "No score." } }
        : {
            valueQuantity: {
              value: Number(score.score.toFixed(6)),
              unit: "{score}",
              system: "http://unitsofmeasure.org",
              code: "{score}",
            } as const,
          }),
      ...(score.status === "prorated" && score.reason !== null && { note: [{ text: score.reason }] }),
    };
  });
}
