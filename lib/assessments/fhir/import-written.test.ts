import { describe, expect, test } from "vitest";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { toFhirQuestionnaire } from "@/lib/assessments/fhir/questionnaire";
import { questionsOf } from "@/lib/assessments/questions";
import { validateAnswers } from "@/lib/assessments/validate-answers";

const at = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`;
const regex = (valueString: string) => ({ url: at("regex"), valueString });

function read(item: Record<string, unknown>) {
  const text = JSON.stringify({
    resourceType: "Questionnaire",
    language: "en",
    title: "Written down",
    item: [{ linkId: "q", text: "What is it?", ...item }],
  });
  const result = importFhirQuestionnaire(text, "x");
  if (!result.ok) throw new Error(result.sentence);
  const [asked] = result.instrument.items;
  if (!asked) throw new Error("nothing asked");
  const say = (value: string | number) =>
    validateAnswers(result.instrument, [{ itemId: asked.id, form: "now", value }]).map(({ sentence }) => sentence)[0] ??
    null;
  return { ...result, asked, say, lost: result.losses.map(({ kind, sentence }) => `${kind}: ${sentence}`) };
}

describe("what a file says of an answer that is written down", () => {
  test("holds: the longest and the shortest words", () => {
    const { asked, say, lost, instrument } = read({
      type: "string",
      maxLength: 5,
      extension: [{ url: at("minLength"), valueInteger: 2 }],
    });
    expect(lost).toEqual([]);
    expect(asked).toMatchObject({ shortest: 2, longest: 5 });
    expect([say("abcde"), say("a"), say("abcdef")]).toEqual([
      null,
      "Write 2 characters or more.",
      "1 character too long. 5 fit; nothing was cut off.",
    ]);
    expect(questionsOf(instrument)[0]?.written).toEqual({ shortest: 2, longest: 5 });
  });
  test("holds: a pattern, which the example shows", () => {
    const format = { url: at("entryFormat"), valueString: "12345" };
    const { say, lost, instrument } = read({ type: "string", extension: [regex("^[0-9]{5}$"), format] });
    expect(lost).toEqual([]);
    expect([say("10115"), say("1011")]).toEqual([null, "Write it like this: 12345"]);
    expect(
      toFhirQuestionnaire({ ...instrument, origin: undefined }, "https://here.example").item[0]?.extension,
    ).toEqual([regex("^[0-9]{5}$"), format]);
  });
  test("is noted where a pattern could take for ever, and such an answer is taken as it stands", () => {
    for (const source of ["(a+)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "x".repeat(300)]) {
      const { asked, say, lost } = read({ type: "string", extension: [regex(source)] });
      expect(asked.pattern).toBeUndefined();
      expect(lost[0]).toMatch(/^not kept: How it is to be written is not checked here/);
      expect(say("a".repeat(4_000))).toBeNull();
    }
  });
  test("is looked at where it contradicts itself or is no plain day", () => {
    const between = (from: unknown, to: unknown) =>
      read({
        type: "date",
        extension: [
          { url: at("minValue"), ...(from as object) },
          { url: at("maxValue"), ...(to as object) },
        ],
      });
    expect(between({ valueDate: "2026-02-01" }, { valueDate: "2026-01-01" }).lost).toEqual([
      "to check: Its first day (2026-02-01) lies after its last (2026-01-01): neither is kept.",
    ]);
    const open = between({ valueDate: "2026-02-01" }, { valueDate: "2026" });
    expect(open.lost).toEqual(["not kept: Its first or last day is not a plain date, and is not checked here."]);
    expect(open.asked).toMatchObject({ earliest: "2026-02-01" });
    const askew = read({ type: "text", maxLength: 2, extension: [{ url: at("minLength"), valueInteger: 3 }] });
    expect(askew.lost).toEqual(["to check: Its shortest answer (3) is longer than its longest: it is not kept."]);
  });
  test("says of a number what it may be", () => {
    const { say } = read({
      type: "integer",
      extension: [
        { url: at("minValue"), valueInteger: 0 },
        { url: at("maxValue"), valueInteger: 90 },
      ],
    });
    expect(say(91)).toBe("One answer is not what its question asks for: A whole number from 0 to 90.");
    expect(say(90)).toBeNull();
  });
});
