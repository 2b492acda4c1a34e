import { describe, expect, it } from "vitest";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { saidInSitting } from "@/lib/safety/check-said";

const read = { readBy: "Alma Keller", readAt: new Date(Date.UTC(2026, 10, 27)) };
const given = (itemId: string, value: Answer["value"], by: Partial<typeof read> = {}) => ({
  ...{ itemId, form: "now" as const, value, readBy: null, readAt: null },
  ...by,
});
function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}
const check = builtIn("safety-and-steadiness");
const said = (...answers: ReturnType<typeof given>[]) => saidInSitting(check, answers);

describe("what was said in one sitting", () => {
  it("stands question by question, in the order of the questions, and only where something was said", () => {
    expect(said()).toEqual([]);
    expect(said(given("weapon", 0), given("fear", 0)).map(({ key }) => key)).toEqual(["now/fear", "now/weapon"]);
  });
  it("is in the words of the question, with the time that it asks about", () => {
    const [fear] = said(given("fear", 3));
    const item = check.items.find(({ id }) => id === "fear");
    expect(fear).toEqual({
      ...{ key: "now/fear", question: `${item?.section}: ${item?.text}`, answer: "Often", earlier: [] },
      ...{ effect: "stop", sentence: "Afraid of what the partner might do.", readBy: null },
    });
  });
  it("shows the last answer, and what stood there before, in order", () => {
    expect(said(given("fear", 3), given("fear", 1), given("fear", null))[0]).toMatchObject({
      ...{ answer: "Left out", earlier: ["Often", "Rarely"] },
    });
  });
  it("asks for what the gravest of the answers to a question asked for, in whatever order they came", () => {
    const inOrder = (...values: number[]) => said(...values.map((value) => given("on-guard", value)))[0];
    const stop = { effect: "stop", sentence: "Often watches words and acts to keep the partner from anger." };
    for (const values of [
      [2, 3],
      [3, 2],
      [3, 0],
      [0, 3, 2],
    ])
      expect(inOrder(...values)).toMatchObject(stop);
    expect(inOrder(2, 0, 2, 3)).toMatchObject(stop);
    expect(inOrder(2, 0)).toMatchObject({ effect: "concern" });
    expect(inOrder(1)).toMatchObject({ effect: null, sentence: null });
  });
  it("says nothing of an answer about what several do together", () => {
    const together = said(given("swings", 3), given("made-up-for", 3));
    expect(together.map(({ effect }) => effect)).toEqual(["concern", "concern"]);
    const hits = builtIn("e-hits");
    expect(
      saidInSitting(
        hits,
        hits.items.map(({ id }) => given(id, 5)),
      ).map(({ sentence }) => sentence),
    ).not.toContain(hits.scales[0]?.critical[0]?.sentence);
  });
  it("leaves out beginnings that were only written on, and keeps what was written anew", () => {
    const words = said(given("anything-else", "He"), given("anything-else", "He knows"), given("anything-else", "No"));
    expect(words[0]).toMatchObject({ answer: "No", earlier: ["He knows"] });
    expect(said(given("anything-else", null), given("anything-else", "null and void"))[0]?.earlier).toEqual([
      "Left out",
    ]);
    const emptied = said(given("anything-else", "He knows"), given("anything-else", null));
    expect(emptied[0]).toMatchObject({ answer: "Left out", earlier: ["He knows"] });
  });
  it("names who has read the last answer, and nobody where only an earlier one was read", () => {
    expect(said(given("anything-else", "He knows.", read))[0]?.readBy).toEqual({
      name: "Alma Keller",
      at: read.readAt,
    });
    expect(said(given("anything-else", "He knows.", read), given("anything-else", "Call."))[0]?.readBy).toBeNull();
    expect(said(given("anything-else", "He knows.", { readBy: "Alma Keller" }))[0]?.readBy).toBeNull();
    expect(said(given("anything-else", "He knows.", { readAt: read.readAt }))[0]?.readBy).toBeNull();
  });
});

describe("what a question is called", () => {
  const bare: Instrument = {
    ...check,
    items: check.items.map(({ section: _section, ...item }) => ({ ...item, text: null })),
    optionSets: {},
  };
  it("is its id where it has no wording, and an answer its value where it has no label", () => {
    expect(saidInSitting(bare, [given("fear", 3)])[0]).toMatchObject({ question: "Question fear", answer: "3" });
    expect(said(given("fear", 9))[0]?.answer).toBe("9");
  });
  it("is asked in each form apart", () => {
    const both: Instrument = { ...check, forms: ["now", "wished"] };
    const answers = [given("fear", 3), { ...given("fear", 0), form: "wished" as const }];
    expect(saidInSitting(both, answers).map(({ key, answer, effect }) => [key, answer, effect])).toEqual([
      ["now/fear", "Often", "stop"],
      ["wished/fear", "Never", null],
    ]);
  });
});
