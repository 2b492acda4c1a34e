import { describe, expect, test } from "vitest";
import { isEnabled } from "@/lib/assessments/enabled";
import { examineQuestionnaire } from "@/lib/assessments/fhir/examine.testing";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { draftOf, refusalOf, strangerNames, textOf } from "@/lib/assessments/fhir/strangers.testing";
import { exportedQuestionnaire } from "@/lib/assessments/fhir/way-back";
import type { Answer } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { withWording, wordingOf } from "@/lib/assessments/wording";
import { whyNotPublishable } from "@/lib/instruments/assignable";

test.each(strangerNames)("%s loses nothing in silence, keeps its weights, and goes back as it came", (name) => {
  expect(examineQuestionnaire(textOf(name))).toMatchObject({
    ...{ silent: [], misweighed: [], differs: [], misanswered: [] },
  });
});

test.each(strangerNames)("%s can be saved with its words as they stand", (name) => {
  const read = importFhirQuestionnaire(textOf(name), "imported");
  if (!read.ok) return;
  expect(withWording(read.instrument, wordingOf(read.instrument))).toEqual(read.instrument);
});

describe("weights stay as they are printed", () => {
  test("a missing one is missing, and the file says which", () => {
    const { counted, lost } = draftOf("a02");
    expect(counted("t1")?.map(([, score]) => score)).toEqual([4, 3, 2, 1, 0, null]);
    expect(lost("t1")).toEqual(["to check: No value stands on “Does not apply”: such an answer counts for nothing."]);
  });

  test("two that are equal are equal", () => {
    expect(
      draftOf("a03")
        .counted("c1")
        ?.map(([, score]) => score),
    ).toEqual([0, 0, 1, 2, 3]);
  });

  test("yes and no are not taken for numbers, and nothing is scored until somebody says so", () => {
    const { counted, instrument, lost } = draftOf("a04");
    expect(counted("s1")).toEqual([
      ["Yes", null],
      ["No", null],
    ]);
    for (const item of instrument.items) expect(itemRange(instrument, item)).toBeNull();
    expect(lost("s1")[0]).toMatch(/^to check: .*nothing is scored/);
  });

  test("those of a code system inside the file, of LOINC’s list, and of the older extension are read", () => {
    expect(draftOf("a05").counted("m1")).toEqual([
      ["Not calm", 0],
      ["Calm", 2],
    ]);
    expect(draftOf("a28").counted("g7")).toEqual([
      ["Not at all", 0],
      ["Several days", 1],
      ["More than half the days", 2],
      ["Nearly every day", 3],
    ]);
    expect(draftOf("a19").counted("o1")).toEqual([
      ["No", 3],
      ["Yes", 1],
    ]);
  });
});

describe("conditions", () => {
  const asked = (start: string, linkId: string, value: number) => {
    const { instrument } = draftOf(start);
    const item = instrument.items.find((one) => one.linkId === linkId);
    const [first] = instrument.items;
    if (!item || !first) throw new Error("no item");
    const answers: Answer[] = [{ itemId: first.id, form: "now", value }];
    return isEnabled(instrument, item, answers, "now");
  };

  test("a code without a system is a code", () => {
    expect(draftOf("a01").lost("where")).toEqual([]);
    const yes = draftOf("a01").instrument.optionSets.walk?.findIndex(({ label }) => label === "Yes") ?? -1;
    expect(asked("a01", "where", yes)).toBe(true);
    expect(asked("a01", "where", 1 - yes)).toBe(false);
  });

  test("words that only stand there have theirs", () => {
    const { instrument } = draftOf("a14");
    const words = instrument.items.find(({ kind, enableWhen }) => kind === "display" && enableWhen.length > 0);
    if (!words) throw new Error("no words with a condition");
    expect(isEnabled(instrument, words, [], "now")).toBe(false);
  });

  test("what depends on a later question is left out by name", () => {
    expect(draftOf("a25").lost("why")).toEqual([
      "left out: Left out: it depends on “good”, which is not asked here before it.",
    ]);
  });
});

describe("what cannot be asked", () => {
  test("a total is worked out, and asked of nobody", () => {
    const { instrument, lost } = draftOf("a06");
    expect(instrument.items.map(({ linkId }) => linkId)).toEqual(["e1", "e2"]);
    expect(lost("sum")).toEqual(["left out: Left out: its value is worked out by a formula, not asked."]);
  });

  test("a form with nothing to answer is refused, with the names and the reason", () => {
    for (const start of ["a07", "a08"]) {
      expect(refusalOf(start)).toMatch(/^Nothing .* elsewhere \(http:.*\)\. \(q1, q2\)/);
    }
    expect(refusalOf("a07")).toMatch(/only show words: intro\.$/);
  });

  test("a hidden question stays hidden, and a preset answer is said to be gone", () => {
    expect(draftOf("a26").lost("h")).toEqual(["left out: Left out: it is marked as hidden."]);
    expect(draftOf("a26").lost("v")).toEqual(["not kept: The answer that it presets is not filled in here."]);
  });
});

test("thirty lines of notes are all there", () => {
  const { instrument } = draftOf("a21");
  const named = new Set(instrument.origin?.losses.map(({ linkId }) => linkId));
  for (let n = 1; n <= 30; n++) expect(named).toContain(`q${n}`);
});

test("the ninth question of the PHQ-9 brings its rule, and publishing asks about it", () => {
  const { instrument } = draftOf("a29");
  const grave = instrument.items.filter(({ critical }) => critical.length > 0);
  expect(grave.map(({ linkId }) => linkId)).toEqual(["p9"]);
  expect(whyNotPublishable(instrument)).toMatch(/need somebody today/);
});

describe("files of other releases", () => {
  const text = (item: object) => JSON.stringify({ resourceType: "Questionnaire", item: [item] });
  test.each([
    ["R3 answers", text({ linkId: "a1", type: "choice", option: [{ valueCoding: { code: "x" } }] }), /STU3 \(R3\).*a1/],
    [
      "R3 conditions",
      text({ linkId: "a2", type: "string", enableWhen: [{ question: "q", hasAnswer: true }] }),
      /R3.*a2/,
    ],
    ["R5 types", text({ linkId: "a3", type: "coding", answerOption: [] }), /FHIR R5.*a3/],
    ["R5 constraints", text({ linkId: "a4", type: "string", answerConstraint: "optionsOnly" }), /FHIR R5.*a4/],
    ["DSTU2", JSON.stringify({ resourceType: "Questionnaire", group: {} }), /DSTU2/],
  ])("%s are refused for what they are", (_, json, sentence) => {
    const read = importFhirQuestionnaire(json, "x");
    expect(read.ok ? "" : read.sentence).toMatch(sentence);
  });
});

describe("the way back", () => {
  const BASE = "https://practice.example/fhir";
  test("values that the practice gave go along under the file’s own name", () => {
    const { instrument } = draftOf("a04");
    const given = instrument.optionSets.s1?.map((option, i) => ({ ...option, score: 1 - i })) ?? [];
    const back = exportedQuestionnaire({ ...instrument, optionSets: { ...instrument.optionSets, s1: given } }, BASE);
    expect(back).not.toHaveProperty("derivedFrom");
    const [first, second] = back.item as { answerOption: { extension?: unknown[] }[] }[];
    expect(first?.answerOption.map(({ extension }) => extension)).toMatchObject([
      [{ valueDecimal: 1 }],
      [{ valueDecimal: 0 }],
    ]);
    expect(second?.answerOption[0]).not.toHaveProperty("extension");
  });

  test("in other words it is another questionnaire that says what it comes from, under the same names", () => {
    const source = { ...JSON.parse(textOf("a13")), url: "http://forms.example.org/rooms", version: "7" };
    const read = importFhirQuestionnaire(JSON.stringify(source), "rooms");
    if (!read.ok) throw new Error(read.sentence);
    const [first, ...more] = read.instrument.items;
    if (!first) throw new Error("no item");
    const back = exportedQuestionnaire(
      { ...read.instrument, items: [{ ...first, text: "We cooked." }, ...more] },
      BASE,
    );
    expect(back).toMatchObject({
      url: `${BASE}/Questionnaire/rooms`,
      derivedFrom: ["http://forms.example.org/rooms|7"],
    });
    expect(back.item).toMatchObject([
      { linkId: "kitchen", type: "group", item: [{ linkId: "kitchen.1", type: "choice", text: "We cooked." }] },
      source.item[1],
    ]);
  });
});
