import { z } from "zod";

/** Answers that somebody finished giving, or put right afterwards. */
export const ACCEPTED_STATUS: ReadonlySet<string> = new Set(["completed", "amended"]);

const answer = z.looseObject({
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  valueString: z.string().optional(),
  valueUri: z.string().optional(),
  valueDate: z.string().optional(),
  valueTime: z.string().optional(),
  valueCoding: z
    .looseObject({ system: z.string().optional(), code: z.string().optional(), display: z.string().optional() })
    .optional(),
  valueQuantity: z.looseObject({ value: z.number().optional(), unit: z.string().optional() }).optional(),
  item: z.array(z.unknown()).optional(),
});

/** One item of a response, with what stands below it still unread. */
export const responseNode = z.looseObject({
  linkId: z.string().min(1),
  answer: z.array(answer).optional(),
  item: z.array(z.unknown()).optional(),
});

export const fhirResponseShape = z.looseObject({
  resourceType: z.literal("QuestionnaireResponse"),
  status: z.string(),
  questionnaire: z.string().optional(),
  authored: z.string().optional(),
  item: z.array(responseNode),
});

export type ResponseNode = z.infer<typeof responseNode>;
export type GivenAnswer = z.infer<typeof answer>;
