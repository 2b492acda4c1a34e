import { z } from "zod";
import { exportFormats } from "@/lib/exports/formats";
import { typedPassword } from "@/lib/identity/shapes";

/** What may be left out of a file, or has to be asked for. Words are asked for: they are what hurts most in wrong hands. */
export const exportParts = {
  checks: { label: "Connection checks", isAsked: false },
  scores: { label: "Scores of assessments", isAsked: false },
  answers: { label: "Every single answer, with the scores", isAsked: true },
  practice: { label: "Exercises and how they went", isAsked: false },
  moves: { label: "Moves away that the client noticed", isAsked: true },
  sessions: { label: "Sessions: when, how long, and whether they took place", isAsked: false },
  goals: { label: "Goals, in the client’s words", isAsked: true },
  words: { label: "What the client wrote: notes and reflections", isAsked: true },
  name: { label: "The name, beside the record number", isAsked: true },
} as const;
export type ExportPart = keyof typeof exportParts;
export const exportPartKeys = Object.keys(exportParts) as [ExportPart, ...ExportPart[]];

/** A file of one client’s record, as it is asked for in the form. */
export const exportForm = z.strictObject({
  clientId: z.uuid(),
  format: z.enum(exportFormats, "Choose a kind of file."),
  "parts[]": z.array(z.enum(exportPartKeys)).min(1, "Choose at least one thing that the file holds.").default([]),
  mark: z.enum(["yes"]).optional(),
  /** The court’s demand that the file answers: it is stamped then. */
  demandId: z.union([z.literal("").transform(() => undefined), z.uuid()]).optional(),
  password: typedPassword,
});
export type ExportChoice = z.infer<typeof exportForm>;
