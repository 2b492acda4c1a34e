import { z } from "zod";

const text = z.string();

/** An extension keeps its value under the name of its type. */
const extension = z.looseObject({
  url: text,
  valueDecimal: z.number().optional(),
  valueInteger: z.number().optional(),
  valueBoolean: z.boolean().optional(),
  valueString: text.optional(),
  valueDate: text.optional(),
  valueCode: text.optional(),
  valueCoding: z.looseObject({ code: text.optional(), display: text.optional() }).optional(),
});
const extensions = z.array(extension).optional();

const coding = z.looseObject({
  system: text.optional(),
  code: text.optional(),
  display: text.optional(),
  extension: extensions,
});

const answerOption = z.looseObject({
  valueCoding: coding.optional(),
  valueInteger: z.number().optional(),
  valueString: text.optional(),
  valueDate: text.optional(),
  valueTime: text.optional(),
  valueReference: z.unknown().optional(),
  extension: extensions,
});

const enableWhen = z.looseObject({
  question: text,
  operator: z.enum(["exists", "=", "!=", ">", "<", ">=", "<="]),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.number().optional(),
  answerDate: text.optional(),
  answerString: text.optional(),
  answerTime: text.optional(),
  answerCoding: coding.optional(),
  answerQuantity: z.looseObject({ value: z.number().optional() }).optional(),
});

/** One item, its children still unread: the importer walks them itself, and a fault in one is not a fault in all. */
export const fhirItemShape = z.looseObject({
  linkId: text.min(1),
  type: text,
  text: text.optional(),
  prefix: text.optional(),
  code: z.array(coding).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  maxLength: z.number().optional(),
  readOnly: z.boolean().optional(),
  answerOption: z.array(answerOption).optional(),
  answerValueSet: text.optional(),
  enableWhen: z.array(enableWhen).optional(),
  enableBehavior: z.enum(["all", "any"]).optional(),
  extension: extensions,
  item: z.array(z.unknown()).optional(),
});

export const fhirQuestionnaireShape = z.looseObject({
  resourceType: z.literal("Questionnaire"),
  url: text.optional(),
  version: text.optional(),
  title: text.optional(),
  name: text.optional(),
  status: text.optional(),
  description: text.optional(),
  copyright: text.optional(),
  language: text.optional(),
  code: z.array(coding).optional(),
  contained: z.array(z.unknown()).optional(),
  item: z.array(z.unknown()).min(1),
});

/** A concept of a code system or value set; those below it are read where they are. */
const concept = z.looseObject({
  code: text.optional(),
  display: text.optional(),
  system: text.optional(),
  abstract: z.boolean().optional(),
  extension: extensions,
  property: z
    .array(z.looseObject({ code: text, valueDecimal: z.number().optional(), valueInteger: z.number().optional() }))
    .optional(),
  designation: z.array(z.looseObject({ language: text.optional(), value: text })).optional(),
  get contains() {
    return z.array(concept).optional();
  },
  get concept() {
    return z.array(concept).optional();
  },
});

const chosen = z.looseObject({
  system: text.optional(),
  concept: z.array(concept).optional(),
  filter: z.array(z.unknown()).optional(),
  valueSet: z.array(text).optional(),
});

export const fhirValueSetShape = z.looseObject({
  resourceType: z.literal("ValueSet"),
  id: text.optional(),
  url: text.optional(),
  expansion: z.looseObject({ total: z.number().optional(), contains: z.array(concept).optional() }).optional(),
  compose: z.looseObject({ include: z.array(chosen), exclude: z.array(chosen).optional() }).optional(),
});

export const fhirCodeSystemShape = z.looseObject({
  resourceType: z.literal("CodeSystem"),
  url: text,
  concept: z.array(concept).optional(),
});

export type FhirItem = z.infer<typeof fhirItemShape>;
export type FhirQuestionnaireSource = z.infer<typeof fhirQuestionnaireShape>;
export type FhirExtension = z.infer<typeof extension>;
export type FhirAnswerOption = z.infer<typeof answerOption>;
export type FhirEnableWhen = z.infer<typeof enableWhen>;
export type FhirConcept = z.infer<typeof concept>;
