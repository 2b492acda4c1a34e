import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { MOST_PARTS } from "@/lib/notes/template";
import { keySchema } from "@/lib/stable-key";
import { optionalWords, wordsUpTo } from "@/lib/written-words";

export const partField = (at: number): string => `part-${at}`;

const part = z.string().trim().max(limits.notePart, tooLong("notePart")).default("");
const parts = Object.fromEntries(Array.from({ length: MOST_PARTS }, (_, at) => [partField(at), part])) as Record<
  string,
  typeof part
>;

const written = {
  ...parts,
  agreed: optionalWords("agreed"),
  forClient: optionalWords("wordsToClient"),
};

type Written = Record<string, unknown>;

const partsIn = (form: Written): string[] =>
  Array.from({ length: MOST_PARTS }, (_, at) => String(form[partField(at)] ?? ""));

const isEmpty = (form: Written): boolean => partsIn(form).every((words) => words === "");

function requireWords(form: Written, context: z.RefinementCtx): void {
  if (isEmpty(form)) context.addIssue({ code: "custom", path: [partField(0)], message: "Write a few words first." });
}

/** Signs the note of a session. `id` is made by the page: sent twice, it is signed once. */
export const signForm = z
  .strictObject({
    id: z.uuid(),
    appointmentId: z.uuid(),
    template: z.union([keySchema, z.uuid()]),
    ...written,
    asksCosign: z.literal("yes").optional(),
  })
  .superRefine(requireWords)
  .transform(({ id, appointmentId, template, agreed, forClient, asksCosign, ...rest }) => ({
    ...{ id, appointmentId, template, agreed, forClient, asksCosign: asksCosign === "yes", parts: partsIn(rest) },
  }));
export type SignForm = z.infer<typeof signForm>;

/** `seen`: the number of the version that the page showed. */
const seen = z.coerce.number().int().min(1).max(10_000);

export const amendForm = z
  .strictObject({
    noteId: z.uuid(),
    seen,
    ...written,
    reason: wordsUpTo("noteReason", "Write why: whoever reads the note later reads it beside it."),
  })
  .superRefine(requireWords)
  .transform(({ noteId, seen: version, agreed, forClient, reason, ...rest }) => ({
    ...{ noteId, seen: version, agreed, forClient, reason, parts: partsIn(rest) },
  }));
export type AmendForm = z.infer<typeof amendForm>;

export const cosignForm = z.strictObject({ noteId: z.uuid(), seen });
export type CosignForm = z.infer<typeof cosignForm>;

/** A note of the therapist's own, kept apart from the record. */
export const apartForm = z.strictObject({
  id: z.uuid(),
  appointmentId: z.uuid(),
  words: wordsUpTo("notePart", "Write a few words first."),
});
export type ApartForm = z.infer<typeof apartForm>;

const label = z.string().trim().max(limits.noteHeading, tooLong("noteHeading"));

/** A layout of the practice's own: its headings one a line. */
export const templateForm = z
  .strictObject({
    id: z.uuid(),
    templateId: z.uuid(),
    title: wordsUpTo("noteHeading", "Give it a name."),
    headings: z.string("Write one heading at least.").trim().min(1, "Write one heading at least.").max(1_000),
  })
  .transform(({ headings, ...form }, context) => {
    const labels = headings
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["headings"], message });
    if (labels.length > MOST_PARTS) refuse(`Use ${MOST_PARTS} headings or fewer.`);
    if (new Set(labels).size < labels.length) refuse("Use each heading once.");
    for (const one of labels) if (!label.safeParse(one).success) refuse(tooLong("noteHeading"));
    return { ...form, labels };
  });
export type TemplateForm = z.infer<typeof templateForm>;

export const retireTemplateForm = z.strictObject({ id: z.uuid(), templateId: z.uuid() });
export type RetireTemplateForm = z.infer<typeof retireTemplateForm>;
