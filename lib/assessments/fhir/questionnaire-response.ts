import { isEnabled } from "@/lib/assessments/enabled";
import { type FhirCoding, linkId, optionCoding, questionnaireUrl } from "@/lib/assessments/fhir/fhir-names";
import type { Answer, Form, Instrument } from "@/lib/assessments/instrument";

type FhirAnswer =
  | { valueCoding: FhirCoding }
  | { valueInteger: number }
  | { valueDecimal: number }
  | { valueString: string }
  | { valueDate: string };

type FhirResponseItem = { linkId: string; text?: string; answer?: FhirAnswer[]; item?: FhirResponseItem[] };

export type FhirQuestionnaireResponse = {
  resourceType: "QuestionnaireResponse";
  id: string;
  questionnaire: string;
  status: "completed" | "in-progress";
  subject: { reference: string };
  authored: string;
  item: FhirResponseItem[];
};

/** A response as it is handed to FHIR: `id` and `patientId` are FHIR ids, `authored` an ISO instant with zone. */
export type RecordedResponse = {
  id: string;
  patientId: string;
  authored: string;
  completed: boolean;
  answers: readonly Answer[];
};

function fhirAnswer(base: string, instrument: Instrument, answer: Answer): FhirAnswer | null {
  const item = instrument.items.find((candidate) => candidate.id === answer.itemId);
  if (!item || answer.value === null || answer.value === "") return null;
  if (item.kind === "choice") {
    const options = item.options === undefined ? [] : (instrument.optionSets[item.options] ?? []);
    const option = options.find((candidate) => candidate.value === answer.value);
    return option ? { valueCoding: optionCoding(base, instrument, item, option) } : null;
  }
  if (typeof answer.value === "string")
    return item.kind === "date" ? { valueDate: answer.value } : { valueString: answer.value };
  return item.kind === "integer" ? { valueInteger: answer.value } : { valueDecimal: answer.value };
}

function formItems(base: string, instrument: Instrument, form: Form, answers: readonly Answer[]): FhirResponseItem[] {
  return instrument.items.flatMap((item) => {
    if (!isEnabled(instrument, item, answers, form)) return [];
    const given = answers.find((answer) => answer.itemId === item.id && answer.form === form);
    const value = given ? fhirAnswer(base, instrument, given) : null;
    if (value === null) return [];
    return [
      { linkId: linkId(instrument, form, item.id), ...(item.text !== null && { text: item.text }), answer: [value] },
    ];
  });
}

/**
 * A response as a FHIR R4 QuestionnaireResponse. Blank and declined questions are left out, as FHIR has it, and answers left
 * behind on a branch that has closed since: no score counts those either.
 */
export function toFhirQuestionnaireResponse(
  instrument: Instrument,
  response: RecordedResponse,
  base: string,
): FhirQuestionnaireResponse {
  const parts = instrument.forms.map((form) => ({ form, items: formItems(base, instrument, form, response.answers) }));
  return {
    resourceType: "QuestionnaireResponse",
    id: response.id,
    questionnaire: `${questionnaireUrl(base, instrument)}|${instrument.version}`,
    status: response.completed ? "completed" : "in-progress",
    subject: { reference: `Patient/${response.patientId}` },
    authored: response.authored,
    item:
      parts.length === 1
        ? parts.flatMap((part) => part.items)
        : parts.flatMap(({ form, items }) => (items.length > 0 ? [{ linkId: form, item: items }] : [])),
  };
}
