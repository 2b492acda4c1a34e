import { z } from "zod";
import { reportParts, reportReaders } from "@/lib/reports/report";
import { isLocalDate, localDateOr } from "@/lib/time/local-date";
import { optionalWords, wordsUpTo } from "@/lib/written-words";

const firstDay = z
  .string()
  .default("")
  .transform((text) => text || null)
  .refine((date) => date === null || isLocalDate(date), "Choose a day, or leave it empty.");

/** A report as it is asked for. A referrer may stay without a name; one part at least is chosen. */
export const prepareForm = z
  .strictObject({
    id: z.uuid(),
    clientId: z.uuid(),
    title: wordsUpTo("reportTitle", "Say what it is called."),
    reader: z.enum(reportReaders, "Choose whom it is for."),
    addressee: optionalWords("personName"),
    from: firstDay,
    to: localDateOr("Choose the last day."),
    "parts[]": z.array(z.enum(reportParts)).default([]),
    words: optionalWords("reportWords"),
  })
  .refine((form) => form["parts[]"].length > 0, { path: ["parts[]"], message: "Choose one part at least." })
  .refine(({ from, to }) => from === null || !isLocalDate(from) || from <= to, {
    path: ["from"],
    message: "It begins after its last day.",
  })
  .transform(({ "parts[]": chosen, ...rest }) => ({
    ...rest,
    parts: reportParts.filter((part) => chosen.includes(part)),
  }));
export type PrepareForm = z.infer<typeof prepareForm>;

const about = { id: z.uuid(), clientId: z.uuid(), reportId: z.uuid() };

/** `seen` is the digest of what the page would sign: what was added since is looked at first. */
export const signForm = z.strictObject({ ...about, seen: z.string().regex(/^[0-9a-f]{64}$/) });

/** Something is done with one report: sent, taken back, put away. */
export const stepForm = z.strictObject(about);
export type StepForm = z.infer<typeof stepForm>;
