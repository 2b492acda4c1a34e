import { describe, expect, it } from "vitest";
import { criticalHits } from "@/lib/assessments/critical";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { whyNotPublishable } from "@/lib/instruments/assignable";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { isCriticalSaid, markedQuestions, withMarks } from "@/lib/instruments/critical-marks";

const ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const question = (linkId: string, loinc: string | null, answers: readonly string[], weighed = true) => ({
  ...{ linkId, text: `Line ${linkId} of our own.`, type: "choice", required: true },
  ...(loinc && { code: [{ system: "http://loinc.org", code: loinc }] }),
  answerOption: answers.map((display, value) => ({
    valueCoding: {
      ...{ code: `a${value}`, display },
      ...(weighed && { extension: [{ url: ordinal, valueDecimal: value }] }),
    },
  })),
});
const imported = (...item: object[]) => {
  const text = JSON.stringify({ resourceType: "Questionnaire", status: "active", title: "Ours", item });
  const read = importFhirQuestionnaire(text, "ours");
  if (!read.ok) throw new Error(read.sentence);
  return read.instrument;
};
const often = ["Rarely", "At times", "Mostly"];
const critical = (instrument: ReturnType<typeof imported>) =>
  markedQuestions(instrument).flatMap(({ answers }) =>
    answers.filter(({ isMarked }) => isMarked).map(({ mark }) => mark),
  );

describe("a questionnaire from a file", () => {
  it("brings a proposal along for a question about dying, and acts on it", () => {
    const form = imported(question("p1", "44250-9", often), question("p9", "44260-8", often));
    expect(critical(form)).toEqual(["p9|1", "p9|2"]);
    expect(criticalHits(form, [{ itemId: "p9", form: "now", value: 2 }])).toMatchObject([{ effect: "crisis" }]);
    expect(criticalHits(form, [{ itemId: "p9", form: "now", value: 0 }])).toEqual([]);
  });

  it("never takes “No” for the grave answer, wherever it stands in the list", () => {
    const form = imported(question("q1", "93246-7", ["Yes", "No"], false));
    const [marked] = markedQuestions(form);
    expect(marked?.answers.filter(({ isMarked }) => isMarked).map(({ label }) => label)).toEqual(["Yes"]);
  });

  it("is not published before somebody looked at every answer, whether or not any is critical", () => {
    const form = imported(question("1", null, often));
    expect(isCriticalSaid(form)).toBe(false);
    expect(whyNotPublishable(form)).toMatch(/which answers/);
    expect(whyNotPublishable(withMarks(form, new Set()))).toBeNull();
  });
});

describe("marking answers", () => {
  it("makes exactly these critical, and unmarks what was proposed", () => {
    const form = imported(question("p9", "44260-8", often), question("p2", null, often));
    const marked = withMarks(form, new Set(["p9|2", "p2|0"]));
    expect(critical(marked)).toEqual(["p9|2", "p2|0"]);
    expect(criticalHits(marked, [{ itemId: "p2", form: "now", value: 0 }])[0]?.sentence).toContain(
      "Line p2 of our own.",
    );
    expect(critical(withMarks(marked, new Set()))).toEqual([]);
  });

  it("never takes a shipped rule away, and leaves it as it is written", () => {
    const phq = builtInInstrument("phq-9");
    if (!phq) throw new Error("The PHQ-9 ships.");
    expect(isCriticalSaid(phq)).toBe(true);
    expect(withMarks(phq, new Set()).items).toEqual(phq.items);
  });
});
