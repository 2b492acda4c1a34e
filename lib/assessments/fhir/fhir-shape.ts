import { z } from "zod";

const text = z.string().max(5000);
const coding = z.looseObject({
  system: text.optional(),
  code: text.optional(),
  display: text.optional(),
  extension: z.array(z.unknown()).optional(),
});

const extension = z.looseObject({
  url: text,
  valueDecimal: z.number().optional(),
  valueInteger: z.number().optional(),
  valueBoolean: z.boolean().optional(),
});

const answerOption = z.looseObject({
  valueCoding: coding.optional(),
  valueInteger: z.number().optional(),
  valueString: text.optional(),
  valueDate: text.optional(),
  valueTime: text.optional(),
  valueReference: z.unknown().optional(),
  extension: z.array(extension).optional(),
});

const enableWhen = z.looseObject({
  question: text,
  operator: z.enum(["exists", "=", "!=", ">", "<", ">=", "<="]),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.number().optional(),
  answerDate: text.optional(),
  answerString: text.optional(),
  answerCoding: coding.optional(),
});

/** One item, its children still unread: the importer walks them itself, within its limits. */
export const fhirItemShape = z.looseObject({
  linkId: z.string().min(1).max(500),
  type: text,
  text: text.optional(),
  prefix: text.optional(),
  code: z.array(coding).max(20).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  answerOption: z.array(answerOption).max(200).optional(),
  answerValueSet: text.optional(),
  enableWhen: z.array(enableWhen).max(20).optional(),
  enableBehavior: z.enum(["all", "any"]).optional(),
  extension: z.array(extension).optional(),
  item: z.array(z.unknown()).max(500).optional(),
});

export const fhirQuestionnaireShape = z.looseObject({
  resourceType: z.literal("Questionnaire"),
  url: text.optional(),
  title: text.optional(),
  name: text.optional(),
  description: text.optional(),
  copyright: text.optional(),
  language: text.optional(),
  code: z.array(coding).max(20).optional(),
  contained: z.array(z.unknown()).max(100).optional(),
  item: z.array(z.unknown()).min(1).max(500),
});

const concept = z.looseObject({
  code: text,
  display: text.optional(),
  system: text.optional(),
  extension: z.array(extension).optional(),
});

export const fhirValueSetShape = z.looseObject({
  resourceType: z.literal("ValueSet"),
  id: text,
  expansion: z.looseObject({ contains: z.array(concept).max(200).optional() }).optional(),
  compose: z
    .looseObject({
      include: z
        .array(z.looseObject({ system: text.optional(), concept: z.array(concept).max(200).optional() }))
        .max(20),
    })
    .optional(),
});

export type FhirItem = z.infer<typeof fhirItemShape>;
export type FhirExtension = z.infer<typeof extension>;
export type FhirAnswerOption = z.infer<typeof answerOption>;
export type FhirEnableWhen = z.infer<typeof enableWhen>;
