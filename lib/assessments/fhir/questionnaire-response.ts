import { isEnabled } from "@/lib/assessments/enabled";
import { linkId, questionnaireUrl } from "@/lib/assessments/fhir/fhir-names";
import { type FhirAnswer, namedAnswer } from "@/lib/assessments/fhir/named-answer";
import { canonicalOf, namesIn, nodesOf, type Origin, originOf, type SourceNode } from "@/lib/assessments/fhir/origin";
import type { Answer, Form, Instrument, Item } from "@/lib/assessments/instrument";

type FhirResponseItem = {
  linkId: string;
  text?: string;
  answer?: (FhirAnswer & { item?: FhirResponseItem[] })[];
  item?: FhirResponseItem[];
};

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

type Given = { instrument: Instrument; origin: Origin | null; base: string; answers: readonly Answer[] };

function answered(given: Given, form: Form, item: Item): FhirResponseItem | null {
  const { instrument, answers } = given;
  if (!isEnabled(instrument, item, answers, form)) return null;
  const said = answers.find((answer) => answer.itemId === item.id && answer.form === form);
  const value = said ? namedAnswer(given, item, said.value) : null;
  if (value === null) return null;
  const name = linkId(instrument, form, item.id);
  return { linkId: name, ...(item.text !== null && { text: item.text }), answer: [value] };
}

const formItems = (given: Given, form: Form): FhirResponseItem[] =>
  given.instrument.items.flatMap((item) => answered(given, form, item) ?? []);

/** The answers under the groups and questions of the file, as deep as they stand there. */
function treeItems(given: Given, nodes: readonly SourceNode[]): FhirResponseItem[] {
  return nodes.flatMap((node): FhirResponseItem[] => {
    const name = typeof node.linkId === "string" ? node.linkId : null;
    const below = treeItems(given, nodesOf(node.item));
    const item = given.instrument.items.find((one) => one.linkId === name);
    const own = item ? answered(given, "now", item) : null;
    if (own === null) {
      const text = typeof node.text === "string" ? { text: node.text } : {};
      return below.length > 0 && name !== null ? [{ linkId: name, ...text, item: below }] : [];
    }
    if (below.length === 0) return [own];
    return [{ ...own, answer: (own.answer ?? []).map((value) => ({ ...value, item: below })) }];
  });
}

function responseItems(given: Given): FhirResponseItem[] {
  const { instrument, origin } = given;
  if (origin) {
    const inFile = namesIn(origin.source.item);
    const added = instrument.items.filter((item) => item.linkId === undefined || !inFile.has(item.linkId));
    return [
      ...treeItems(given, nodesOf(origin.source.item)),
      ...added.flatMap((item) => answered(given, "now", item) ?? []),
    ];
  }
  if (instrument.forms.length === 1) return formItems(given, "now");
  return instrument.forms.flatMap((form) => {
    const item = formItems(given, form);
    return item.length > 0 ? [{ linkId: form, item }] : [];
  });
}

/** What a response says that it answers: the file's own address while the file's own words stand there. */
export function answeredCanonical(instrument: Instrument, origin: Origin | null, base: string): string {
  const theirs = origin?.isUntouched ? canonicalOf(origin) : null;
  return theirs ?? `${questionnaireUrl(base, instrument)}|${instrument.version}`;
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
  const origin = originOf(instrument);
  return {
    resourceType: "QuestionnaireResponse",
    id: response.id,
    questionnaire: answeredCanonical(instrument, origin, base),
    status: response.completed ? "completed" : "in-progress",
    subject: { reference: `Patient/${response.patientId}` },
    authored: response.authored,
    item: responseItems({ instrument, origin, base, answers: response.answers }),
  };
}
