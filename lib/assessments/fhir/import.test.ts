import { describe, expect, test } from "vitest";
import { placesIn } from "@/lib/assessments/asked-forms";
import { isEnabled } from "@/lib/assessments/enabled";
import awkward from "@/lib/assessments/fhir/examples/awkward.json";
import firstVisit from "@/lib/assessments/fhir/examples/first-visit.json";
import moodPanel from "@/lib/assessments/fhir/examples/mood-panel.json";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { toFhirQuestionnaire } from "@/lib/assessments/fhir/questionnaire";
import type { Answer } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

function imported(source: unknown) {
  const result = importFhirQuestionnaire(JSON.stringify(source), "imported");
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

function refused(text: string): string {
  const result = importFhirQuestionnaire(text, "imported");
  if (result.ok) throw new Error("it was accepted");
  return result.sentence;
}

const questionnaire = (item: unknown[]) => JSON.stringify({ resourceType: "Questionnaire", status: "active", item });

describe("a panel with nested groups, LOINC codes and printed scores", () => {
  const { instrument, losses } = imported(moodPanel);

  test("keeps scores, codes, bounds, sections and the original linkIds", () => {
    const [flat, hours] = instrument.items;
    expect(instrument).toMatchObject({
      title: "How this week felt",
      locale: "en",
      codes: [{ code: "10000-1" }],
      scales: [],
    });
    expect(flat).toMatchObject({ id: "10000-1-10001-9", required: true, section: "Over the last week" });
    expect(flat?.codes).toEqual([{ system: "http://loinc.org", code: "10001-9" }]);
    expect(flat?.linkId).toBe("/10000-1/10001-9");
    expect(
      instrument.optionSets[flat?.options ?? ""]?.map(({ value, label, codes }) => [value, label, codes[0]?.code]),
    ).toEqual([
      [0, "Hardly", "LA0001-1"],
      [2, "Half the time", "LA0002-2"],
      [3, "Mostly", "LA0003-3"],
    ]);
    expect(hours).toMatchObject({ kind: "decimal", min: 0, max: 24, section: "Over the last week / Sleep" });
  });

  test("lists what it could not keep, by linkId", () => {
    expect(losses).toEqual([
      { linkId: "/10000-1/10002-7/hours", kind: "look", sentence: "“prefix” is not used here." },
      { linkId: "/total", kind: "left out", sentence: "Left out: its value is worked out, not asked." },
    ]);
  });
});

describe("a form with conditions and a contained value set", () => {
  const { instrument, losses } = imported(firstVisit);
  const find = (id: string) => {
    const item = instrument.items.find((candidate) => candidate.id === id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  };
  const asked = (id: string, answers: [string, number][]) =>
    isEnabled(
      instrument,
      find(id),
      answers.map(([itemId, value]): Answer => ({ itemId, form: "now", value })),
      "now",
    );

  test("takes the answers and their weights from the value set", () => {
    expect(instrument.optionSets.talk).toEqual([
      { value: 1, label: "A little", codes: [{ system: "http://codes.example.org/how-much", code: "little" }] },
      { value: 5, label: "A lot", codes: [{ system: "http://codes.example.org/how-much", code: "lot" }] },
    ]);
    expect(instrument.items.map((item) => item.kind)).toEqual([
      "display",
      "choice",
      "choice",
      "text",
      "date",
      "integer",
      "text",
    ]);
  });

  test("a group's condition holds for its questions, together with their own", () => {
    expect(asked("talk", [])).toBe(false);
    expect(asked("talk", [["partner", 1]])).toBe(true);
    expect(
      asked("about", [
        ["partner", 1],
        ["talk", 1],
      ]),
    ).toBe(false);
    expect(
      asked("about", [
        ["partner", 1],
        ["talk", 5],
      ]),
    ).toBe(true);
    expect(
      asked("about", [
        ["partner", 0],
        ["talk", 5],
      ]),
    ).toBe(false);
    expect(asked("since", [["partner", 1]])).toBe(true);
    expect(asked("since", [["partner", 0]])).toBe(false);
  });

  test("says that the preset answer is gone", () => {
    expect(losses).toEqual([
      { linkId: null, kind: "to check", sentence: "The file does not say in which language it is written." },
      { linkId: "children", kind: "not kept", sentence: "The answer that it presets is not filled in here." },
    ]);
  });
});

test("what cannot be represented is listed by linkId, and what depends on it goes with it", () => {
  const { instrument, losses } = imported(awkward);
  expect(instrument.items.map((item) => item.id)).toEqual(["weight", "plain", "plain-2"]);
  const leftOut = losses.filter((note) => note.kind === "left out").map((note) => note.linkId);
  expect(leftOut).toEqual(["photo", "photo note", "symptoms", "country", "secret", "rows", "row", "later"]);
  const kept = losses.filter((note) => note.kind === "not kept").map((note) => [note.linkId, note.sentence]);
  expect(kept).toEqual([
    ["plain", "The answer that it presets is not chosen here beforehand."],
    ["plain", "An answer in the person’s own words is not taken; the offered ones are."],
  ]);
  for (const note of losses) expect(note.sentence).toMatch(/\.$/);
});

test("our own export comes back with the same wording, values and codes", () => {
  const phq = builtInInstrument("phq-9");
  const full = builtInInstrument("five-dimensions");
  if (!phq || !full) throw new Error("no instrument");
  const back = imported(toFhirQuestionnaire(full, "https://practice.example/fhir")).instrument;
  expect(back.items).toHaveLength(66);
  expect(back.items.map((item) => item.text)).toEqual(placesIn(full).map(({ item }) => item.text));
  expect(back.optionSets["now.emotional-1"]?.map((option) => option.value)).toEqual([0, 1, 2, 3, 4]);
  const panel = imported(toFhirQuestionnaire(phq, "https://practice.example/fhir")).instrument;
  expect(panel.items[8]?.codes[0]).toEqual({ system: "http://loinc.org", code: "44260-8" });
});

describe("a hostile or broken file gives a clear sentence", () => {
  const deep = (levels: number) => {
    let item: object = { linkId: "end", type: "string", text: "The end" };
    for (let i = 0; i < levels; i++) item = { linkId: `g${i}`, type: "group", item: [item] };
    return questionnaire([item]);
  };

  test.each<[string, string, RegExp]>([
    ["not JSON", "Questionnaire: one", /cannot be read as JSON/],
    ["XML", "\uFEFF  <Questionnaire xmlns='http://hl7.org/fhir'/>", /XML/],
    ["another resource", '{"resourceType":"Patient"}', /a FHIR Patient, not a Questionnaire/],
    ["a bundle", '{"resourceType":"Bundle","entry":[]}', /a Bundle of several resources/],
    ["markup for a name", '{"resourceType":"<img src=x>"}', /^This file is not a FHIR Questionnaire\.$/],
    ["a resource whose kind is no word", '{"resourceType":{"a":1}}', /not a FHIR Questionnaire/],
    ["null", "null", /not a FHIR Questionnaire/],
    ["too large", `"${"x".repeat(900_000)}"`, /too large/],
    ["a million brackets", "[".repeat(900_000), /nested too deeply/],
    ["too many groups within groups", deep(30), /nested too deeply/],
    [
      "too many items",
      questionnaire(Array.from({ length: 501 }, (_, i) => ({ linkId: `q${i}`, type: "string" }))),
      /501|500|expected array/i,
    ],
    [
      "a linkId twice",
      questionnaire([
        { linkId: "a", type: "string" },
        { linkId: "a", type: "date" },
      ]),
      /appears twice/,
    ],
    [
      "an item without linkId",
      questionnaire([{ type: "string" }]),
      /without a linkId was left out: it is not as FHIR R4 has it at linkId/,
    ],
    ["nothing to ask", questionnaire([{ linkId: "a", type: "attachment" }]), /Nothing in this .*“attachment”.* \(a\)$/],
    ["words alone", questionnaire([{ linkId: "a", type: "display", text: "Hello" }]), /only show words: a\./],
    ["a modifier", JSON.stringify({ ...moodPanel, modifierExtension: [{ url: "x" }] }), /modifier/],
  ])("%s", (_, text, sentence) => {
    expect(refused(text)).toMatch(sentence);
  });

  test("ten groups within groups are fine, and odd names do no harm", () => {
    expect(importFhirQuestionnaire(deep(10), "imported").ok).toBe(true);
    const odd = imported(
      JSON.parse(
        questionnaire([
          { linkId: "__proto__", type: "boolean", text: "One" },
          { linkId: "constructor", type: "boolean", text: "Two" },
          { linkId: "💬", type: "string", text: "Three" },
          { linkId: "bad type", type: "constructor", text: "Four" },
        ]),
      ),
    );
    expect(odd.instrument.items.map((item) => item.id)).toEqual(["proto", "constructor", "item"]);
    expect(odd.losses).toMatchObject([{ linkId: null }, { linkId: "bad type", kind: "left out" }]);
  });
});
