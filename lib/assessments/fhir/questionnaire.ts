import { isOfForm } from "@/lib/assessments/asked-forms";
import {
  CALCULATED,
  codings,
  ENTRY_FORMAT,
  type FhirCoding,
  linkId,
  MAX_VALUE,
  MIN_LENGTH,
  MIN_VALUE,
  ORDINAL_VALUE,
  optionCoding,
  questionnaireUrl,
  REGEX,
  UNIT,
} from "@/lib/assessments/fhir/fhir-names";
import { scoreExpression } from "@/lib/assessments/fhir/score-expression";
import type { Form, Instrument, Item } from "@/lib/assessments/instrument";
import { scoreOf } from "@/lib/assessments/option-score";

type Extension = { url: string; [value: `value${string}`]: unknown };

type FhirQuestionnaireItem = {
  linkId: string;
  type: "group" | "choice" | "integer" | "decimal" | "text" | "date" | "display";
  text?: string;
  code?: FhirCoding[];
  required?: boolean;
  maxLength?: number;
  readOnly?: boolean;
  extension?: Extension[];
  answerOption?: { valueCoding: FhirCoding; extension?: Extension[] }[];
  enableWhen?: { question: string; operator: string; [answer: `answer${string}`]: unknown }[];
  enableBehavior?: "all" | "any";
  item?: FhirQuestionnaireItem[];
};

export type FhirQuestionnaire = {
  resourceType: "Questionnaire";
  url: string;
  version: string;
  name: string;
  title: string;
  status: "active";
  language: string;
  subjectType: ["Patient"];
  description: string;
  copyright: string;
  code?: FhirCoding[];
  item: FhirQuestionnaireItem[];
};

function conditionAnswer(base: string, instrument: Instrument, condition: Item["enableWhen"][number]): object {
  if (typeof condition.value === "boolean") return { answerBoolean: condition.value };
  const source = instrument.items.find((item) => item.id === condition.itemId);
  if (source?.kind === "choice" && source.options !== undefined) {
    const option = instrument.optionSets[source.options]?.find((candidate) => candidate.value === condition.value);
    if (option) return { answerCoding: optionCoding(base, instrument, source, option) };
  }
  if (source?.kind === "date") return { answerDate: condition.value };
  if (typeof condition.value === "string") return { answerString: condition.value };
  return source?.kind === "integer" ? { answerInteger: condition.value } : { answerDecimal: condition.value };
}

/** One question as FHIR has it, under its own name on its form. */
export function fhirQuestion(base: string, instrument: Instrument, form: Form, item: Item): FhirQuestionnaireItem {
  const options = item.options === undefined ? undefined : instrument.optionSets[item.options];
  const bound = (url: string, value: number | undefined): Extension[] => {
    if (value === undefined) return [];
    return [item.kind === "integer" ? { url, valueInteger: value } : { url, valueDecimal: value }];
  };
  const unit = item.unit === undefined ? [] : [{ url: UNIT, valueCoding: { display: item.unit } }];
  const day = (url: string, value: string | undefined): Extension[] =>
    value === undefined ? [] : [{ url, valueDate: value }];
  const words = (url: string, value: string | undefined): Extension[] =>
    value === undefined ? [] : [{ url, valueString: value }];
  const bounds = [
    ...[...bound(MIN_VALUE, item.min), ...bound(MAX_VALUE, item.max), ...unit],
    ...[...day(MIN_VALUE, item.earliest), ...day(MAX_VALUE, item.latest)],
    ...(item.shortest === undefined ? [] : [{ url: MIN_LENGTH, valueInteger: item.shortest }]),
    ...[...words(REGEX, item.pattern), ...words(ENTRY_FORMAT, item.example)],
  ];
  return {
    linkId: linkId(instrument, form, item.id),
    type: item.kind,
    ...(item.text !== null && { text: item.text }),
    ...(item.codes.length > 0 && { code: codings(item.codes) }),
    ...(item.kind !== "display" && { required: item.required && !item.mayDecline }),
    ...(item.longest !== undefined && { maxLength: item.longest }),
    ...(bounds.length > 0 && { extension: bounds }),
    ...(options && {
      answerOption: options.map((option) => {
        const counts = scoreOf(option);
        return {
          ...(counts !== null && { extension: [{ url: ORDINAL_VALUE, valueDecimal: counts }] }),
          valueCoding: optionCoding(base, instrument, item, option),
        };
      }),
    }),
    ...(item.enableWhen.length > 0 && {
      enableWhen: item.enableWhen.map((condition) => ({
        question: linkId(instrument, form, condition.itemId),
        operator: condition.operator,
        ...conditionAnswer(base, instrument, condition),
      })),
    }),
    ...(item.enableWhen.length > 1 && { enableBehavior: item.enableBehavior }),
  };
}

/** One read-only item per score that FHIRPath can work out. */
function scoreItems(instrument: Instrument, form: Form): FhirQuestionnaireItem[] {
  return instrument.scales.flatMap((scale) => {
    const isHere = instrument.items.every((item) => !scale.items.includes(item.id) || isOfForm(item, form));
    if (!isHere) return [];
    const expression = scoreExpression(instrument, scale, form);
    if (expression === null) return [];
    return [
      {
        linkId: linkId(instrument, form, `score.${scale.key}`),
        type: "decimal" as const,
        text: scale.title,
        readOnly: true,
        ...(scale.codes.length > 0 && { code: codings(scale.codes) }),
        extension: [{ url: CALCULATED, valueExpression: { language: "text/fhirpath", expression } }],
      },
    ];
  });
}

/**
 * An instrument as a FHIR R4 Questionnaire. `base` is the address of the practice's own code systems, without a slash at the end.
 * Two forms become two groups, *now* and *wished*, with linkIds such as `now.emotional-1`. Wording that is not there stays out.
 * A question that may be declined is not `required`, because FHIR knows no declining.
 */
export function toFhirQuestionnaire(instrument: Instrument, base: string): FhirQuestionnaire {
  const parts = instrument.forms.map((form) => ({
    form,
    items: [
      ...instrument.items
        .filter((item) => isOfForm(item, form))
        .map((item) => fhirQuestion(base, instrument, form, item)),
      ...scoreItems(instrument, form),
    ],
  }));
  const stem = (form: Form) => instrument.stems[form];
  return {
    resourceType: "Questionnaire",
    url: questionnaireUrl(base, instrument),
    version: String(instrument.version),
    name: `Q_${instrument.key.replace(/[^A-Za-z0-9]+/g, "_")}`,
    title: instrument.title,
    status: "active",
    language: instrument.locale,
    subjectType: ["Patient"],
    description: instrument.purpose,
    copyright: instrument.licence.note,
    ...(instrument.codes.length > 0 && { code: codings(instrument.codes) }),
    item:
      parts.length === 1
        ? parts.flatMap((part) => part.items)
        : parts.map(({ form, items }) => {
            const text = stem(form);
            return { linkId: form, type: "group" as const, ...(text !== null && { text }), item: items };
          }),
  };
}
