import { describe, expect, test } from "vitest";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { draftOf } from "@/lib/assessments/fhir/strangers.testing";
import { validateAnswers } from "@/lib/assessments/validate-answers";

describe("length", () => {
  test("249 answers, 5,000 letters to read and a long code are no fault of the file", () => {
    expect(draftOf("a09").counted("land")).toHaveLength(249);
    expect(draftOf("a10").instrument.items[0]?.text?.length).toBeGreaterThan(5000);
    expect(draftOf("a16").instrument.items[1]?.codes[0]?.code.length).toBeGreaterThan(100);
    const longest = Math.max(...(draftOf("a23").counted("l") ?? []).map(([label]) => String(label).length));
    expect(longest).toBeGreaterThan(600);
    expect(draftOf("a23").lost("l").join()).not.toMatch(/cut/);
  });

  test("what is longer than we keep is named, with whose limit it is", () => {
    const text = JSON.stringify({
      resourceType: "Questionnaire",
      language: "en",
      title: "t".repeat(301),
      item: [
        { linkId: "long", type: "display", text: "x".repeat(8001) },
        {
          linkId: "many",
          type: "choice",
          answerOption: Array.from({ length: 401 }, (_, i) => ({ valueString: `${i}` })),
        },
        { linkId: "cut", type: "choice", answerOption: [{ valueString: "y".repeat(2001) }, { valueString: "z" }] },
        { linkId: "l".repeat(1001), type: "boolean", text: "Named at length" },
      ],
    });
    const read = importFhirQuestionnaire(text, "imported");
    if (!read.ok) throw new Error(read.sentence);
    expect(read.instrument.items.map(({ linkId }) => linkId)).toEqual(["cut"]);
    const said = read.losses.filter(({ kind, sentence }) => /our limit/.test(sentence) && kind !== "look");
    expect(said.map(({ linkId, kind }) => [linkId?.slice(0, 4) ?? null, kind])).toEqual([
      [null, "to check"],
      ["long", "left out"],
      ["many", "left out"],
      ["cut", "to check"],
      ["llll", "left out"],
    ]);
  });
});

describe("what a question offers and how it is asked", () => {
  test("answers offered on a number or on words are offered", () => {
    expect(draftOf("a17").counted("n")).toEqual([
      ["1", 1],
      ["2", 2],
      ["3", 3],
    ]);
    expect(draftOf("a17").counted("s")).toEqual([
      ["Kitchen", null],
      ["Garden", null],
    ]);
  });

  test("bounds hold, of a date as of a number", () => {
    const { instrument, lost } = draftOf("a11");
    expect(lost("met")).toEqual([]);
    expect(instrument.items[0]).toMatchObject({ kind: "date", earliest: "2000-01-01", latest: "2026-12-31" });
    const answer = (value: string) => [{ itemId: instrument.items[0]?.id ?? "", form: "now", value }];
    expect(validateAnswers(instrument, answer("2000-01-01"))).toEqual([]);
    expect(validateAnswers(instrument, answer("1999-12-31"))[0]?.sentence).toBe(
      "Choose a day from 1 January 2000 to 31 December 2026.",
    );
    expect(draftOf("a22").instrument.items[0]).toMatchObject({ kind: "integer", min: 0, max: 100_000 });
  });

  test("answers are in the language of the form, translated where the file says how", () => {
    const { counted, instrument, lost } = draftOf("a12");
    expect(instrument.locale).toBe("de");
    expect(counted("a")?.map(([label]) => label)).toEqual(["selten", "oft"]);
    expect(counted("b")?.map(([label]) => label)).toEqual(["selten", "oft"]);
    expect(lost(null)).toEqual([]);
    expect(draftOf("a18").instrument).toMatchObject({ locale: "ar", title: "أسئلة قصيرة 🌙" });
  });

  test("yes and no are said in that language", () => {
    const words = (language: string | undefined) => {
      const item = [{ linkId: "b", type: "boolean", text: "…" }];
      const read = importFhirQuestionnaire(JSON.stringify({ resourceType: "Questionnaire", language, item }), "x");
      if (!read.ok) throw new Error(read.sentence);
      return [read.instrument.locale, read.instrument.optionSets.b?.map(({ label }) => label), read.losses.length];
    };
    expect(words("de-AT")).toEqual(["de-AT", ["Nein", "Ja"], 0]);
    expect(words("en_GM")).toEqual(["en-GM", ["No", "Yes"], 0]);
    expect(words("sw")).toEqual(["sw", ["No", "Yes"], 1]);
    expect(words(undefined)).toEqual(["und", ["No", "Yes"], 1]);
    expect(words("not a language")).toEqual(["und", ["No", "Yes"], 1]);
  });
});
