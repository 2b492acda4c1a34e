import { describe, expect, test } from "vitest";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { importFhirResponse } from "@/lib/assessments/fhir/import-response";
import { nodesOf } from "@/lib/assessments/fhir/origin";
import { toFhirQuestionnaireResponse } from "@/lib/assessments/fhir/questionnaire-response";
import { draftOf, textOf } from "@/lib/assessments/fhir/strangers.testing";
import { exportedQuestionnaire } from "@/lib/assessments/fhir/way-back";
import type { Answer } from "@/lib/assessments/instrument";

describe("answers in one’s own words beside a list", () => {
  const response = (answer: object) =>
    JSON.stringify({
      resourceType: "QuestionnaireResponse",
      status: "completed",
      authored: "2026-04-01",
      item: [
        { linkId: "dish", answer: [answer] },
        { linkId: "site", answer: [{ valueUri: "https://example.org" }] },
      ],
    });
  const { instrument } = draftOf("b09");
  const taken = (answer: object) => importFhirResponse(response(answer), instrument, "https://practice.example/fhir");

  test("are said to have no place here, and the other answers come in", () => {
    for (const answer of [{ valueString: "Beans" }, { valueCoding: { display: "Beans" } }]) {
      const read = taken(answer);
      expect(read).toMatchObject({ ok: true, answers: [{ value: "https://example.org" }] });
      expect(read.ok && read.losses.join()).toMatch(/^dish is answered in the person’s own words.*“Beans”/);
    }
  });

  test("a code that is not offered refuses the file, as a wrong one does anywhere", () => {
    expect(taken({ valueCoding: { system: "http://codes.example.org/own", code: "z" } })).toMatchObject({ ok: false });
    expect(taken({ valueCoding: { system: "http://codes.example.org/own", code: "r" } })).toMatchObject({ ok: true });
  });

  test("an answer that is offered twice is said to be, and is one answer unless it counts otherwise", () => {
    const file = (...weights: (number | null)[]) => ({
      ...{ resourceType: "Questionnaire", language: "en" },
      item: [
        {
          ...{ linkId: "q", type: "choice", text: "Which?" },
          answerOption: weights.map((valueDecimal) => ({
            valueCoding: { code: "m", display: "Same" },
            ...(valueDecimal !== null && {
              extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal }],
            }),
          })),
        },
      ],
    });
    const answered = (...weights: (number | null)[]) => {
      const read = importFhirQuestionnaire(JSON.stringify(file(...weights)), "same");
      if (!read.ok) throw new Error(read.sentence);
      expect(read.losses.map(({ sentence }) => sentence).join()).toContain("more than once: “Same”");
      const item = [{ linkId: "q", answer: [{ valueCoding: { code: "m", display: "Same" } }] }];
      const given = { resourceType: "QuestionnaireResponse", status: "completed", authored: "2026-04-01", item };
      return importFhirResponse(JSON.stringify(given), read.instrument, "https://practice.example/fhir").ok;
    };
    expect(answered(null, null)).toBe(true);
    expect(answered(2, 2)).toBe(true);
    expect(answered(1, 2)).toBe(false);
  });

  test("what an earlier import asked still goes back once, in its place", () => {
    const { instrument: now } = draftOf("b01");
    const [open, ...more] = now.items;
    if (!open) throw new Error("no item");
    const before = {
      ...open,
      id: "below-hidden",
      linkId: "below-hidden",
      text: "Below what is hidden",
      options: open.id,
    };
    const kept = { ...now, items: [open, before, ...more] };
    const names = (node: unknown): string[] =>
      nodesOf([node]).flatMap((one) => [
        ...(typeof one.linkId === "string" ? [one.linkId] : []),
        ...[...nodesOf(one.item), ...nodesOf(one.answer)].flatMap(names),
      ]);
    const back = names(exportedQuestionnaire(kept, "https://practice.example/fhir"));
    expect(back.toSorted()).toEqual(names(JSON.parse(textOf("b01"))).toSorted());
    const record = { id: "r", patientId: "p", authored: "2026-04-01T10:00:00Z", completed: true };
    const answers: Answer[] = kept.items.map(({ id, kind }) => ({
      itemId: id,
      form: "now",
      value: kind === "text" ? "a" : 1,
    }));
    const given = names(toFhirQuestionnaireResponse(kept, { ...record, answers }, "https://practice.example/fhir"));
    expect(new Set(given).size).toBe(given.length);
    expect(given).toContain("below-hidden");
  });

  test("nothing of the file is lost on its way back", () => {
    expect(instrument.origin?.questionnaire).toEqual(JSON.parse(textOf("b09")));
  });
});
