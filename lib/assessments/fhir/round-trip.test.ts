import fc from "fast-check";
import { expect, test } from "vitest";
import { examineQuestionnaire } from "@/lib/assessments/fhir/examine.testing";

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const words = fc.stringMatching(/^[A-Za-zäéخ✓ ]{1,18}[a-z]$/);
const weight = fc.option(fc.constantFrom(0, 0.5, 1, 2, 3), { nil: null });
const weighed = (score: number | null) =>
  score === null ? {} : { extension: [{ url: ORDINAL, valueDecimal: score }] };

/** Codes with and without a system, words, whole numbers: each answer once. */
const answers = fc.oneof(
  fc.array(fc.tuple(words, weight), { minLength: 1, maxLength: 5 }).chain((list) =>
    fc.option(fc.constant("http://codes.example.org/a"), { nil: undefined }).map((system) =>
      list.map(([display, score], i) => ({
        ...weighed(score),
        valueCoding: { ...(system !== undefined && { system }), code: `c${i}`, display },
      })),
    ),
  ),
  fc.uniqueArray(words, { minLength: 1, maxLength: 5 }).map((list) => list.map((valueString) => ({ valueString }))),
  fc
    .uniqueArray(fc.integer({ min: -5, max: 9 }), { minLength: 1, maxLength: 5 })
    .map((list) => list.map((valueInteger) => ({ valueInteger }))),
);

const UNIT = {
  url: "http://hl7.org/fhir/StructureDefinition/questionnaire-unit",
  valueCoding: { system: "http://unitsofmeasure.org", code: "kg", display: "kg" },
};
const bounds = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(20)).map(([least, more]) => [
  { url: "http://hl7.org/fhir/StructureDefinition/minValue", valueInteger: least },
  { url: "http://hl7.org/fhir/StructureDefinition/maxValue", valueInteger: least + more },
]);

const asked = fc.oneof(
  fc.record({ type: fc.constantFrom("choice", "open-choice"), answerOption: answers }),
  fc.record({ type: fc.constantFrom("boolean", "string", "text", "date", "decimal", "integer", "url") }),
  fc.record({ type: fc.constant("integer"), extension: bounds }),
  fc.record({ type: fc.constant("quantity"), extension: fc.constant([UNIT]) }),
);

type Node = Record<string, unknown> & { type: string; item?: Node[] };

const question = fc
  .tuple(asked, words, fc.boolean())
  .map(([own, text, required]): Node => ({ ...own, text, required }));
const shown = words.map((text): Node => ({ type: "display", text }));
const nodes = fc.letrec<{ node: Node; group: Node }>((tie) => ({
  node: fc.oneof({ depthSize: "small", withCrossShrink: true }, question, shown, tie("group")),
  group: fc
    .tuple(words, fc.array(tie("node"), { minLength: 1, maxLength: 4 }), fc.constantFrom("group", "boolean"))
    .map(([text, item, type]): Node => ({ type, text, item })),
})).node;

/** Names as strangers give them, and conditions on a yes that was asked before. */
function named(items: readonly Node[], above: string, asks: string[], draws: readonly number[]): Node[] {
  return items.map((node, i) => {
    const linkId = `${above}/${["a", "1.", "ä ", "#"][i % 4]}${i}`;
    const draw = draws[(asks.length + i) % draws.length] ?? 0;
    const on = draw % 3 === 0 ? asks[draw % Math.max(1, asks.length)] : undefined;
    const when =
      on === undefined ? {} : { enableWhen: [{ question: on, operator: "=", answerBoolean: draw % 2 === 0 }] };
    if (node.type === "boolean") asks.push(linkId);
    const item = node.item ? { item: named(node.item, linkId, asks, draws) } : {};
    return { linkId, ...node, ...when, ...item };
  });
}

const questionnaires = fc
  .tuple(
    fc.array(nodes, { maxLength: 6 }),
    fc.array(fc.nat(99), { minLength: 7, maxLength: 7 }),
    fc.record(
      {
        url: fc.constant("http://forms.example.org/Questionnaire/x"),
        version: words,
        language: fc.constantFrom("en", "de-CH", "ar"),
        copyright: words,
        publisher: words,
        status: fc.constantFrom("active", "retired"),
        code: fc.constant([{ code: "1" }, { system: "http://loinc.org", code: "2", display: "Two" }]),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([items, draws, head]) => ({
    resourceType: "Questionnaire",
    ...head,
    item: named([...items, { type: "boolean", text: "One more?" }], "", [], draws),
  }));

test("any questionnaire is asked as it is written, and it and its answers go back as they came", () => {
  fc.assert(
    fc.property(questionnaires, fc.nat(7), (questionnaire, draw) => {
      const seen = examineQuestionnaire(JSON.stringify(questionnaire), (_, most) => draw % Math.max(1, most));
      expect(seen).toMatchObject({
        ...{ outcome: "draft", leftOut: 0, silent: [], misweighed: [], differs: [], misanswered: [] },
        asked: seen.questions,
      });
    }),
    { numRuns: 300 },
  );
});
