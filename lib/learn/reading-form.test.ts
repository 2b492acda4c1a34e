import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOfTitle } from "@/lib/key-of-title";
import { formOfReading, type ReadingForm, readingForm, readingOfForm } from "@/lib/learn/reading-form";
import { sectionsOfText, textOfSections } from "@/lib/learn/reading-text";
import { builtInReadings } from "@/lib/learn/readings";

const form = (over: Partial<ReadingForm> = {}): ReadingForm => ({
  key: "",
  title: "Saying no",
  summary: "How to say no and stay close.",
  body: "One.\n\n# Two\n\nThree.",
  question: "What did you say no to?",
  weeks: "",
  "exercises[]": [],
  ...over,
});
const faultsOf = (over: Partial<ReadingForm>) => readingOfForm("saying-no", form(over)).faults;

describe("a reading as plain text", () => {
  it("comes back from its text as it was", () => {
    for (const reading of builtInReadings) {
      expect(sectionsOfText(textOfSections(reading.sections)), reading.key).toEqual(reading.sections);
      const { exercises, ...typed } = formOfReading(reading);
      expect(readingOfForm(reading.key, { ...typed, "exercises[]": exercises }).reading, reading.key).toEqual(reading);
    }
  });
  it("joins lines that follow each other, whatever ends them", () => {
    expect(sectionsOfText("One\r\ntwo.\r\n\r\n\r\n#Three\rFour.\n")).toEqual([
      { heading: null, paragraphs: ["One two."] },
      { heading: "Three", paragraphs: ["Four."] },
    ]);
  });
  it("loses no word of what was typed", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const line = fc.oneof(
      word,
      fc.constant(""),
      fc.tuple(word, word).map((two) => two.join(" ")),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), line), { maxLength: 20 }), (lines) => {
        const text = lines.map(([isHeading, words]) => (isHeading ? `# ${words}` : words)).join("\n");
        const kept = sectionsOfText(text).flatMap(({ heading, paragraphs }) => [heading ?? "", ...paragraphs]);
        expect(kept.join(" ").split(/\s+/).filter(Boolean)).toEqual(
          text.replaceAll("#", "").split(/\s+/).filter(Boolean),
        );
      }),
    );
  });
});

describe("the form of a reading", () => {
  it("makes a reading of what was typed", () => {
    expect(readingOfForm("saying-no", form({ weeks: "4, 3;3", "exercises[]": ["small-secret"] }))).toEqual({
      reading: {
        key: "saying-no",
        title: "Saying no",
        summary: "How to say no and stay close.",
        question: "What did you say no to?",
        weeks: [3, 4],
        exercises: ["small-secret"],
        sections: [
          { heading: null, paragraphs: ["One."] },
          { heading: "Two", paragraphs: ["Three."] },
        ],
      },
      faults: null,
    });
  });
  it("says at each field what to mend", () => {
    expect(faultsOf({ weeks: "zero" })).toEqual({ weeks: "Write week numbers from 1 to 52, such as 3 or 3, 4." });
    expect(faultsOf({ weeks: "0" })).toHaveProperty("weeks");
    expect(faultsOf({ body: " \n " })).toEqual({ body: "Write the reading." });
    expect(faultsOf({ body: "# Alone" })?.body).toBe("Write something below the heading “Alone”.");
    expect(faultsOf({ body: "#\n\nWords" })?.body).toContain("begins with #");
    expect(faultsOf({ body: "# A\n\nx\n\n# A\n\ny" })?.body).toContain("Two headings say “A”");
    expect(faultsOf({ body: "Same.\n\nSame." })?.body).toContain("twice");
    expect(faultsOf({ body: "word ".repeat(400) })?.body).toMatch(/^Part this paragraph with a blank line: “word/);
    expect(faultsOf({ body: `# ${"w".repeat(81)}\n\nx` })?.body).toMatch(/^Make this heading shorter/);
    const many = Array.from({ length: 13 }, (_, i) => `# H${i}\n\nx`).join("\n\n");
    expect(faultsOf({ body: many })?.body).toBe("Use 12 headings or fewer.");
    expect(readingForm.safeParse(form({ title: " " })).error?.issues[0]).toMatchObject({ message: "Write a title." });
  });
  it("names a new reading after its title, and no two alike", () => {
    expect(keyOfTitle("Saying “no”, kindly!", new Set(), "reading")).toBe("saying-no-kindly");
    expect(keyOfTitle("Start gently", new Set(["start-gently", "start-gently-2"]), "reading")).toBe("start-gently-3");
    expect(keyOfTitle("近", new Set(), "reading")).toBe("reading");
  });
});
