import { expect, it } from "vitest";
import { readingWords } from "@/lib/learn/reading";
import { formOfReading, readingOfForm } from "@/lib/learn/reading-form";
import { tableFault, tableOf } from "@/lib/learn/reading-table";
import { sectionsOfText, textOfSections } from "@/lib/learn/reading-text";
import { bodysAlarm } from "@/lib/learn/readings-trust";

const typed = "Before.\n| What | How |\n| One | So |\nAfter.\n\n|Two|";

it("is a paragraph of its own, wherever its lines stand, and comes back as it was typed", () => {
  const sections = sectionsOfText(typed);
  expect(sections).toEqual([
    { heading: null, paragraphs: ["Before.", "| What | How |\n| One | So |", "After.", "|Two|"] },
  ]);
  expect(sectionsOfText(textOfSections(sections))).toEqual(sections);
  expect(tableOf("| What | How |\n| One | So |")).toEqual({ head: ["What", "How"], rows: [["One", "So"]] });
  expect(tableOf("One | two")).toBeNull();
  expect(readingWords({ sections })).toBe(7);
});

it("says at the field what a table lacks", () => {
  const of = (paragraph: string) => tableFault(tableOf(paragraph) ?? expect.unreachable());
  expect(of("| What | How |\n| One | So |")).toBeNull();
  expect(of("| What | How |")).toMatch(/line below/);
  expect(of("| What | How |\n| One |")).toMatch(/as many parts/);
  expect(of("| What | How |\n| One | |")).toMatch(/no words/);
  const { exercises, ...form } = formOfReading(bodysAlarm);
  const broken = { ...form, body: `${form.body}\n\n| What | How |`, "exercises[]": exercises };
  expect(readingOfForm("the-bodys-alarm", broken).faults?.body).toMatch(/line below/);
});

it("holds the three chemicals, each with what it is for and what it does on guard", () => {
  const [table] = bodysAlarm.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => tableOf(one) ?? []));
  expect(table?.head).toHaveLength(3);
  expect(table?.rows.map(([name]) => name)).toEqual(["Cortisol", "Oxytocin", "Dopamine"]);
});
