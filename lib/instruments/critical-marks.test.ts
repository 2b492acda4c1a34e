import { describe, expect, it } from "vitest";
import { criticalHits } from "@/lib/assessments/critical";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { whyNotPublishable } from "@/lib/instruments/assignable";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { afterRewording, isCriticalSaid, lookOf, markedQuestions, withMarks } from "@/lib/instruments/critical-marks";

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

  it.each([
    ["Have you had thoughts of suicide?", true],
    ["Thoughts that you would be better off dead", true],
    ["I have wished I could go to sleep and not wake up", true],
    ["Have you thought of hurting yourself in some way?", true],
    ["The thought of harming myself has come to me", true],
    ["Are you afraid of your husband or ex-husband?", true],
    ["Has anybody at home hit or kicked you?", true],
    ["Were you forced to have any kind of sex?", true],
    ["Is there a gun in your home?", true],
    ["How often do you hurt after sport?", false],
    ["I am afraid of flying", false],
    ["We cut the cake ourselves", false],
  ])("brings a proposal for what its words speak of, in any coding: %s %s", (text, isGrave) => {
    const form = imported({ ...question("1", null, often), text });
    expect(critical(form)).toEqual(isGrave ? ["1|1", "1|2"] : []);
    expect(isCriticalSaid(form)).toBe(false);
  });

  it.each(["76501-6", "95618-5"])("brings one for a question about violence by its code, %s", (code) => {
    expect(critical(imported(question("1", code, often)))).toEqual(["1|1", "1|2"]);
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

describe("words that change after somebody looked", () => {
  const marks = new Set(["p9|2"]);
  const looked = withMarks(imported(question("p9", "44260-8", often), question("p2", null, often)), marks);
  const worded = (text: string, place: number) => ({
    ...looked,
    items: looked.items.map((item, at) => (at === place ? { ...item, text } : item)),
  });

  it("are another look, and the rule quotes the new ones", () => {
    const after = afterRewording(looked, worded("Quite other words.", 0));
    expect(after.criticalSaid).toBe(false);
    expect(critical(after)).toEqual(["p9|2"]);
    expect(after.items[0]?.critical[0]?.sentence).toContain("Quite other words.");
    expect(lookOf(after)).not.toBe(lookOf(looked));
  });

  it("are none where nothing differs but a mark", () => {
    expect(afterRewording(looked, looked)).toBe(looked);
    expect(lookOf(withMarks(looked, new Set()))).toBe(lookOf(looked));
  });

  it("propose only for the question that they belong to", () => {
    const unmarked = withMarks(looked, new Set());
    const after = afterRewording(unmarked, { ...unmarked, items: worded("How often do you hit walls?", 1).items });
    expect(critical(after)).toEqual(["p9|2", "p2|1", "p2|2"]);
  });

  it("are proposed for a question that was not there before, which nobody has looked at", () => {
    const [first] = worded("I thought of hurting myself.", 0).items;
    if (!first) throw new Error("There is no question.");
    const added = { ...first, id: "new", codes: [], critical: [] };
    const after = afterRewording(looked, { ...looked, items: [...looked.items, added] });
    expect(after.criticalSaid).toBe(false);
    expect(critical(after)).toEqual(["p9|2", "new|1", "new|2"]);
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
