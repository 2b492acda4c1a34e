import { z } from "zod";
import type { Words } from "@/lib/drafts/draft";
import { seenFields } from "@/lib/drafts/standing-words";
import { lineShape } from "@/lib/identity/shapes";
import { type Reading, readingSchema } from "@/lib/learn/reading";
import { tableFault, tableOf } from "@/lib/learn/reading-table";
import { sectionsOfText, textOfSections } from "@/lib/learn/reading-text";
import { limits, tooLong } from "@/lib/limits";
import { keySchema } from "@/lib/stable-key";

const most = { sections: 12, heading: 80, paragraph: 1500 } as const;

/** A reading as its form sends it. An empty `key` is a new reading. */
export const readingForm = z.strictObject({
  key: z.union([z.literal(""), keySchema]),
  title: lineShape("readingTitle", "Write a title."),
  summary: lineShape("readingSummary", "Write a sentence about it."),
  body: z.string().max(limits.readingBody, `${tooLong("readingBody")} A short reading has about 4,000.`),
  question: lineShape("readingQuestion", "Write a question to take along."),
  weeks: z.string().trim().max(limits.readingWeeks, "Write week numbers, such as 3 or 3, 4."),
  "exercises[]": z.array(keySchema).max(40).default([]),
  ...seenFields,
});
export type ReadingForm = z.infer<typeof readingForm>;

/** What the form shows for a reading. */
export const formOfReading = ({ sections, weeks, ...reading }: Reading) => ({
  ...reading,
  body: textOfSections(sections),
  weeks: weeks.join(", "),
});

/** The words of a reading by the fields of its form, as they are compared. */
export function wordsOfForm({ title, summary, body, question, weeks, "exercises[]": exercises }: ReadingForm): Words {
  return {
    title,
    summary,
    body: body.replaceAll("\r\n", "\n").trim(),
    question,
    weeks,
    "exercises[]": exercises.join(", "),
  };
}

export function wordsOfReading(reading: Reading): Words {
  const { exercises, ...form } = formOfReading(reading);
  return wordsOfForm({ ...form, "exercises[]": [...exercises] });
}

export type ReadForm = { reading: Reading; faults: null } | { reading: null; faults: Record<string, string> };

/** The reading that a form describes, under `key`; or, per field, a sentence about what to mend. */
export function readingOfForm(key: string, form: ReadingForm): ReadForm {
  const sections = sectionsOfText(form.body);
  const weeks = weeksOf(form.weeks);
  const body = bodyFault(sections);
  const faults = {
    ...(body && { body }),
    ...(weeks === null && { weeks: "Write week numbers from 1 to 52, such as 3 or 3, 4." }),
  };
  if (Object.keys(faults).length > 0 || weeks === null) return { reading: null, faults };
  const { title, summary, question } = form;
  const exercises = form["exercises[]"];
  return { reading: readingSchema.parse({ key, title, summary, weeks, exercises, sections, question }), faults: null };
}

function weeksOf(typed: string): number[] | null {
  const weeks = typed
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
  const fits = weeks.every((week) => Number.isInteger(week) && week >= 1 && week <= 52);
  return fits ? [...new Set(weeks)].toSorted((a, b) => a - b) : null;
}

function bodyFault(sections: Reading["sections"]): string | null {
  if (sections.length === 0) return "Write the reading.";
  if (sections.length > most.sections) return `Use ${most.sections} headings or fewer.`;
  const headings = sections.map(({ heading }) => heading);
  const same = headings.find((heading, i) => headings.indexOf(heading) < i);
  if (same) return `Two headings say “${same}”. Give one of them other words.`;
  for (const { heading, paragraphs } of sections) {
    if (heading === "") return "A line begins with # and has no words. Write the heading, or take the sign out.";
    if (heading && heading.length > most.heading) return `Make this heading shorter: “${start(heading)}”.`;
    if (paragraphs.length === 0) return `Write something below the heading “${heading}”.`;
    const again = paragraphs.find((paragraph, i) => paragraphs.indexOf(paragraph) < i);
    if (again) return `This paragraph stands there twice: “${start(again)}”.`;
    const long = paragraphs.find((paragraph) => paragraph.length > most.paragraph);
    const table = paragraphs.flatMap((paragraph) => tableOf(paragraph) ?? []).find((one) => tableFault(one) !== null);
    if (table) return tableFault(table);
    if (long) return `Part this paragraph with a blank line: “${start(long)}”.`;
  }
  return null;
}

const start = (text: string) => `${text.slice(0, 40).trim()}…`;
