import { z } from "zod";
import { plainWords } from "@/lib/learn/reading-table";
import { limits } from "@/lib/limits";
import { keySchema } from "@/lib/stable-key";

/** Words a minute for an unhurried reader, perhaps on a phone and not at ease. */
export const WORDS_A_MINUTE = 150;

/** A short reading: sections of plain paragraphs, tied to protocol weeks and exercises. Practices may edit their copy. */
export const readingSchema = z.strictObject({
  key: keySchema,
  title: z.string().trim().min(1).max(limits.readingTitle),
  summary: z.string().trim().min(1).max(limits.readingSummary),
  weeks: z.array(z.int().min(1).max(52)),
  exercises: z.array(keySchema),
  sections: z
    .array(
      z.strictObject({
        heading: z.string().trim().min(1).max(80).nullable(),
        paragraphs: z.array(z.string().trim().min(1).max(1500)).min(1),
      }),
    )
    .min(1)
    .max(12),
  /** One question to take along; nothing has to be written. */
  question: z.string().trim().min(1).max(limits.readingQuestion),
});
export type Reading = z.infer<typeof readingSchema>;

type Body = Pick<Reading, "sections">;

/** Words in the body of a reading. */
export function readingWords(reading: Body): number {
  return reading.sections
    .flatMap((s) => s.paragraphs.map(plainWords))
    .join(" ")
    .split(/\s+/)
    .filter(Boolean).length;
}

/** Whole minutes that a reading takes, at least 1. */
export function readingMinutes(reading: Body): number {
  return Math.max(1, Math.round(readingWords(reading) / WORDS_A_MINUTE));
}

/** Minutes (ours) and grade that a short reading keeps to: grade 7 is about age 12. */
export const readingLimits = { leastMinutes: 3, mostMinutes: 5, grade: 7 } as const;

/**
 * Automated Readability Index (Senter & Smith 1967), about the school grade that follows easily: 7 is age 12.
 * 0 for a body without words.
 */
export function readingGrade(reading: Body): number {
  const text = reading.sections.flatMap((s) => s.paragraphs.map(plainWords)).join(" ");
  const words = readingWords(reading);
  if (words === 0) return 0;
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "").length;
  const sentences = text.split(/[.?!:;](?:["”’]?\s|["”’]?$)/).filter(Boolean).length;
  return 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43;
}
