import { toFhirQuestionnaireResponse } from "@/lib/assessments/fhir/questionnaire-response";
import { distanceMoves } from "@/lib/instruments/distance-moves";

const base = "https://practice.example/fhir";
const first = distanceMoves.items.find(({ kind }) => kind === "choice")?.id ?? "";
const record = { id: "r", patientId: "p", authored: "2026-05-04T10:00:00Z", completed: true };
const response = { ...record, answers: [{ itemId: first, form: "now" as const, value: 1 }] };

/** Answers to one of our questionnaires, as another system hands them over. */
export const answeredElsewhere = {
  key: "distance-moves",
  text: JSON.stringify(toFhirQuestionnaireResponse(distanceMoves, response, base)),
  base,
};
