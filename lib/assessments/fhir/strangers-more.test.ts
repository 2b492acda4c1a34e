import { describe, expect, test } from "vitest";
import { isEnabled } from "@/lib/assessments/enabled";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { draftOf } from "@/lib/assessments/fhir/strangers.testing";
import type { Answer } from "@/lib/assessments/instrument";

const asked = (start: string) => draftOf(start).instrument.items.map(({ linkId }) => linkId);
const opens = (start: string, linkId: string, given: Readonly<Record<string, number>>): boolean => {
  const { instrument } = draftOf(start);
  const named = (name: string) => {
    const item = instrument.items.find((one) => one.linkId === name);
    if (!item) throw new Error(`${name} is not asked`);
    return item;
  };
  const answers = Object.entries(given).map(
    ([name, value]): Answer => ({ itemId: named(name).id, form: "now", value }),
  );
  return isEnabled(instrument, named(linkId), answers, "now");
};

describe("what stands below a question that is not asked", () => {
  test("goes with one that is hidden, asked by a rule, or filled in several times", () => {
    expect(asked("b01")).toEqual(["open", "below-elsewhere", "parent", "child"]);
    for (const [linkId, above] of [
      ["below-hidden", "hidden"],
      ["below-rule", "by-rule"],
      ["deep", "by-rule"],
      ["each", "many"],
    ] as const)
      expect(draftOf("b01").lost(linkId)).toEqual([`left out: Left out: it stands in “${above}”, which was left out.`]);
  });
});

describe("conditions", () => {
  test("“is not” holds while nothing is answered, as FHIR has it", () => {
    expect(opens("b02", "hours", {})).toBe(true);
    expect(opens("b02", "hours", { sun: 1 })).toBe(true);
    expect(opens("b02", "hours", { sun: 0 })).toBe(false);
  });

  test("hold across groups, all of a chain together", () => {
    expect(opens("b02", "books", { sun: 1, hours: 2, rain: 1 })).toBe(true);
    expect(opens("b02", "books", { sun: 1, hours: 3, rain: 1 })).toBe(false);
    expect(opens("b02", "books", { sun: 1, hours: 2, rain: 0 })).toBe(false);
    expect(opens("b02", "tea", { sun: 1, hours: 2, rain: 1, books: 1 })).toBe(true);
    expect(opens("b02", "tea", { sun: 1, hours: 2, rain: 0, books: 1 })).toBe(false);
  });

  test("one of two is enough where the file says so, or says nothing", () => {
    expect(opens("b02", "outside", { rain: 0 })).toBe(true);
    expect(opens("b02", "outside", { rain: 1, sun: 1 })).toBe(true);
    expect(opens("b02", "outside", { rain: 1, sun: 0 })).toBe(false);
    expect(opens("b02", "unsaid", { rain: 1 })).toBe(true);
    expect(draftOf("b02").lost("unsaid")[0]).toMatch(/^to check: It has 2 conditions, .* one is enough\.$/);
  });

  test("of a group are kept where a question in it opens another", () => {
    expect(opens("b02", "mixed", { rain: 0, outside: 1 })).toBe(true);
    expect(opens("b02", "mixed", { rain: 1, sun: 0, outside: 1 })).toBe(false);
    expect(draftOf("b02").lost("mixed")).toEqual([]);
  });

  test("a long chain of them takes no longer than its length", () => {
    const items = Array.from({ length: 60 }, (_, i) => ({
      linkId: `q${i}`,
      type: "boolean",
      text: `Question ${i}`,
      ...(i > 0 && {
        enableBehavior: "any",
        enableWhen: [true, false].map((answerBoolean) => ({ question: `q${i - 1}`, operator: "=", answerBoolean })),
      }),
    }));
    const read = importFhirQuestionnaire(JSON.stringify({ resourceType: "Questionnaire", item: items }), "chain");
    if (!read.ok) throw new Error(read.sentence);
    const answers = read.instrument.items.map(({ id }): Answer => ({ itemId: id, form: "now", value: 1 }));
    const last = read.instrument.items.at(-1);
    expect(last && isEnabled(read.instrument, last, answers, "now")).toBe(true);
  });
});

describe("answers and what they weigh", () => {
  test("stand in a list inside the file, by its address too, and weights with its code system", () => {
    const warm = [
      ["Cold", -1],
      ["Mild", 0],
      ["Warm", 1.5],
    ];
    for (const linkId of ["by-address", "by-expansion", "empty"]) expect(draftOf("b03").counted(linkId)).toEqual(warm);
    expect(draftOf("b03").counted("on-the-code")).toEqual([warm[0], warm[2]]);
  });

  test("part of a list is no list, and one that is not there is named", () => {
    expect(draftOf("b03").lost("cut-short")[0]).toMatch(/elsewhere \(#cut\)/);
    expect(draftOf("b03").lost("not-there")[0]).toMatch(/elsewhere \(#nowhere\)/);
  });

  test("lie below nought and between whole numbers, wherever they are printed", () => {
    const { counted } = draftOf("b04");
    const scores = (linkId: string) => counted(linkId)?.map(([, score]) => score);
    expect(scores("minus")).toEqual([-2, -1, 0, 0.5]);
    expect(scores("coding")).toEqual([0.1, 0.2, 0.7]);
    expect(scores("numbers")).toEqual([-3, 0, 3]);
    expect(scores("weighed-numbers")).toEqual([9, 8, 7]);
    expect(scores("days")).toEqual([null, null]);
    expect(counted("hours")?.map(([label]) => label)).toEqual(["09:00:00", "21:30:00"]);
  });
});

describe("names", () => {
  test("that are missing or no text are said with the words of their question; odd ones are kept", () => {
    expect(asked("b05")).toEqual(["__proto__", "constructor", "a/1", "a 1", "  ", "ü", "seven"]);
    const lost = draftOf("b05").lost(null);
    expect(lost.filter((one) => /without a linkId/.test(one))).toHaveLength(2);
    expect(lost.join()).toContain("(“A question without a name”)");
    expect(lost.join()).toContain("(“A question with a number for a name”)");
    expect(opens("b05", "seven", { "a 1": 1, constructor: 0 })).toBe(true);
    expect(opens("b05", "seven", { "a/1": 1, constructor: 0 })).toBe(false);
  });

  test("that appear twice refuse the file by name", () => {
    const item = [
      { linkId: "g", type: "group", item: [{ linkId: "x", type: "boolean" }] },
      { linkId: "x", type: "string" },
    ];
    const read = importFhirQuestionnaire(JSON.stringify({ resourceType: "Questionnaire", item }), "twice");
    expect(read.ok ? "" : read.sentence).toMatch(/^The linkId x appears twice/);
  });
});

describe("numbers", () => {
  test("keep their unit and their bounds, and say what of them cannot be held to", () => {
    const { instrument, lost } = draftOf("b06");
    const item = (linkId: string) => instrument.items.find((one) => one.linkId === linkId);
    expect(item("one-unit")).toMatchObject({ unit: "kg", min: 0.5, max: 40 });
    expect(lost("one-unit")).toEqual([]);
    expect(lost("two-units")[0]).toMatch(/^left out: .*chooses its unit/);
    expect(lost("no-unit")).toEqual(["to check: It asks for a quantity, and the file does not say in which unit."]);
    expect(lost("worked-out")).toEqual([
      "not kept: Its least or greatest answer is not a plain number, and is not checked here.",
    ]);
    expect(item("worked-out")).toMatchObject({ max: 7.5 });
    expect(lost("askew")[0]).toMatch(/^to check: Its least answer \(9\)/);
    expect(item("minus")).toMatchObject({ min: -40.5, max: -0.5 });
    expect(lost("slider").map((one) => one.split(":")[0])).toEqual(["look", "look"]);
  });
});

describe("languages", () => {
  test("the words of the form are kept, and others are named, of questions and of answers", () => {
    const { instrument, counted, lost } = draftOf("b07");
    expect(instrument).toMatchObject({ locale: "he", title: "שאלות על הבית" });
    expect(instrument.items[0]).toMatchObject({ section: "הבית", text: "איך היה?" });
    expect(counted("c")?.map(([label]) => label)).toEqual(["טוב", "רע"]);
    expect(counted("b")?.map(([label]) => label)).toEqual(["לא", "כן"]);
    expect(lost("c")).toContain("look: Its answers in other languages are not used here: en, ar.");
  });

  test("words are never cut through a letter that is written in two", () => {
    const long = (most: number) => `${"a".repeat(most - 1)}🌙`;
    const text = JSON.stringify({
      resourceType: "Questionnaire",
      title: long(300),
      description: long(2000),
      copyright: long(2000),
      item: [
        {
          linkId: "g",
          type: "group",
          text: long(300),
          item: [{ linkId: "c", type: "choice", answerOption: [{ valueString: long(2000) }, { valueString: "b" }] }],
        },
      ],
    });
    const read = importFhirQuestionnaire(text, "cut");
    if (!read.ok) throw new Error(read.sentence);
    const { origin: _, ...kept } = read.instrument;
    expect(JSON.stringify(kept)).not.toMatch(/\\ud[89a-f]/);
  });
});

describe("groups", () => {
  test("say what is not held to and what is left out with them", () => {
    const { lost } = draftOf("b08");
    expect(lost("must")).toEqual(["not kept: That something in it has to be answered is not checked here."]);
    expect(lost("rows")[0]).toMatch(/several times/);
    for (const linkId of ["photo", "who", "moment"]) expect(lost(linkId)[0]).toMatch(/of the type “/);
    expect(asked("b08")).toEqual(["bus", "walk", "cost", "cost-unit", "cost-why"]);
  });
});
