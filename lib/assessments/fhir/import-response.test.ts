import { describe, expect, test } from "vitest";
import { placesIn } from "@/lib/assessments/asked-forms";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { importFhirResponse } from "@/lib/assessments/fhir/import-response";
import { toFhirQuestionnaireResponse } from "@/lib/assessments/fhir/questionnaire-response";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";

const BASE = "https://practice.example/fhir";
const file = {
  resourceType: "Questionnaire",
  url: "http://forms.example.org/evening",
  version: "2",
  language: "en",
  item: [
    {
      ...{ linkId: "g", type: "group", text: "This evening" },
      item: [
        { linkId: "good", type: "boolean", text: "Was it good?", required: true },
        {
          ...{ linkId: "why", type: "choice", text: "Why?" },
          answerOption: [{ valueCoding: { code: "a", display: "Soup" } }, { valueString: "Something else" }],
        },
        { linkId: "weight", type: "integer", text: "How many?" },
        { linkId: "photo", type: "attachment", text: "A picture" },
      ],
    },
  ],
};
const read = importFhirQuestionnaire(JSON.stringify(file), "evening");
if (!read.ok) throw new Error(read.sentence);
const { instrument } = read;

const good = { linkId: "good", answer: [{ valueBoolean: true }] };
const response = (items: unknown[], more: object = {}) =>
  JSON.stringify({
    resourceType: "QuestionnaireResponse",
    ...{ status: "completed", questionnaire: "http://forms.example.org/evening|2", authored: "2026-02-03" },
    ...more,
    item: [{ linkId: "g", item: items }],
  });
const brought = (items: unknown[], more?: object) => importFhirResponse(response(items, more), instrument, BASE);
const refused = (items: unknown[], more?: object): string => {
  const result = brought(items, more);
  return result.ok ? "" : result.sentence;
};

test("answers are read by the names, codes and words of their file", () => {
  expect(
    brought([
      good,
      { linkId: "why", answer: [{ valueCoding: { system: "http://x.example", code: "a" } }] },
      { linkId: "weight", answer: [{ valueInteger: 3 }] },
    ]),
  ).toEqual({
    ok: true,
    authored: "2026-02-03",
    losses: [],
    answers: [
      { itemId: "good", form: "now", value: 1 },
      { itemId: "why", form: "now", value: 0 },
      { itemId: "weight", form: "now", value: 3 },
    ],
  });
});

test("what cannot be kept here, and what is missing, is said", () => {
  expect(
    brought([
      { linkId: "photo", answer: [{ valueAttachment: {} }] },
      { linkId: "weight", answer: [{ valueInteger: 1 }] },
    ]),
  ).toMatchObject({
    losses: ["photo is answered in the file, and not asked here.", "Without an answer, though one is asked for: good."],
  });
});

describe("what does not fit is refused by name", () => {
  test.each<[string, unknown[], object, RegExp]>([
    [
      "another questionnaire",
      [good],
      { questionnaire: "http://forms.example.org/morning" },
      /another questionnaire, http:.*morning.*evening\|2/,
    ],
    [
      "another version",
      [good],
      { questionnaire: "http://forms.example.org/evening|3" },
      /version 3 .*this is version 2/,
    ],
    ["a draft", [good], { status: "in-progress" }, /in-progress/],
    ["no day", [good], { authored: undefined }, /on which day/],
    ["a year alone", [good], { authored: "2026" }, /on which day/],
    ["a day that is none", [good], { authored: "2026-02-31" }, /on which day/],
    ["an unknown question", [good, { linkId: "x", answer: [{ valueString: "?" }] }], {}, /x is no question/],
    [
      "an answer not offered",
      [{ linkId: "why", answer: [{ valueCoding: { code: "z" } }] }],
      {},
      /why: “z” is not among/,
    ],
    [
      "another kind of answer",
      [{ linkId: "weight", answer: [{ valueString: "three" }] }],
      {},
      /weight: it asks for a number/,
    ],
    ["half a whole number", [{ linkId: "weight", answer: [{ valueDecimal: 1.5 }] }], {}, /weight: .*outside/],
    [
      "two answers",
      [{ linkId: "good", answer: [{ valueBoolean: true }, { valueBoolean: false }] }],
      {},
      /good has 2 answers/,
    ],
    ["a question twice", [good, good], {}, /good is answered twice/],
    ["nothing", [], {}, /None of the questions/],
  ])("%s", (_, items, more, sentence) => {
    expect(refused(items, more)).toMatch(sentence);
  });

  test("every fault is named, not the first alone", () => {
    const both = refused([
      { linkId: "x", answer: [{}] },
      { linkId: "weight", answer: [{ valueString: "3" }] },
    ]);
    expect(both).toMatch(/x is no question.*weight: it asks/);
  });

  test("another resource, and a Bundle of several", () => {
    const said = (json: object) => {
      const result = importFhirResponse(JSON.stringify(json), instrument, BASE);
      return result.ok ? "" : result.sentence;
    };
    expect(said({ resourceType: "Patient" })).toMatch(/a FHIR Patient, not a QuestionnaireResponse/);
    const one = { resource: JSON.parse(response([good])) };
    expect(said({ resourceType: "Bundle", entry: [one, one] })).toMatch(/holds 2/);
    expect(said({ resourceType: "Bundle", entry: [one] })).toBe("");
  });

  test("answers to the words as they were, once the practice has changed them", () => {
    const [first, ...more] = instrument.items;
    if (!first) throw new Error("no item");
    const changed = { ...instrument, items: [{ ...first, text: "Was it bad?" }, ...more] };
    const result = importFhirResponse(response([good]), changed, BASE);
    expect(result.ok ? "" : result.sentence).toMatch(/has changed its words/);
  });
});

test("our own instrument with two sides comes back as it went", () => {
  const answers = placesIn({ ...fiveDimensions, items: fiveDimensions.items.slice(0, 9) }).map(({ item, form }) => ({
    ...{ itemId: item.id, form, value: 2 },
  }));
  const record = { id: "r", patientId: "p", authored: "2026-04-01T10:00:00Z", completed: true, answers };
  const sent = JSON.stringify(toFhirQuestionnaireResponse(fiveDimensions, record, BASE));
  const back = importFhirResponse(sent, fiveDimensions, BASE);
  if (!back.ok) throw new Error(back.sentence);
  const sorted = (list: typeof answers | typeof back.answers) => list.map((one) => JSON.stringify(one)).sort();
  expect(sorted(back.answers)).toEqual(sorted(answers));
});

test("a condition finds its answer by a code whose system one of the two leaves out", () => {
  const kept = (theirs: object, asked: object) => {
    const answerOption = [{ valueCoding: { code: "a", ...theirs } }, { valueCoding: { code: "b", ...theirs } }];
    const enableWhen = [{ question: "q", operator: "=", answerCoding: { code: "b", ...asked } }];
    const item = [
      { linkId: "q", type: "choice", text: "Which?", answerOption },
      { linkId: "then", type: "string", text: "And?", enableWhen },
    ];
    const made = importFhirQuestionnaire(JSON.stringify({ resourceType: "Questionnaire", item }), "x");
    return made.ok && made.instrument.items.some(({ linkId }) => linkId === "then");
  };
  const [one, other] = [{ system: "http://x.example/1" }, { system: "http://x.example/2" }];
  expect([kept(one, {}), kept({}, one), kept(one, one), kept(one, other)]).toEqual([true, true, true, false]);
});
