import { describe, expect, it } from "vitest";
import { criticalHits } from "@/lib/assessments/critical";
import { type Answer, parseInstrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import {
  isSameSaid,
  type SaidAnswer,
  saidAnswerSchema,
  saidAnswers,
  saidStatus,
  saidStatusWords,
} from "./said-answers";

const worded = () => {
  const plain = builtInInstrument("phq-9");
  if (!plain) throw new Error("The PHQ-9 ships.");
  return parseInstrument({
    ...plain,
    items: plain.items.map((item) => ({ ...item, text: `Trial line ${item.id}` })),
    optionSets: Object.fromEntries(
      Object.entries(plain.optionSets).map(([name, set]) => [
        name,
        set.map((option) => ({ ...option, label: `Label ${option.value}` })),
      ]),
    ),
  });
};
const ninth = (value: number | null): Answer[] => [{ itemId: "9", form: "now", value }];
const said = (value: number): SaidAnswer => {
  const [one] = saidAnswers(worded(), criticalHits(worded(), ninth(value)), ninth(value));
  if (!one) throw new Error("Item 9 is critical.");
  return one;
};

describe("what was said", () => {
  it("is kept as instrument, question, answer and the rule's sentence", () => {
    expect(said(2)).toMatchObject({
      instrument: "PHQ-9",
      question: "Trial line 9",
      answer: "Label 2",
      effect: "crisis",
    });
    expect(saidAnswerSchema.parse(JSON.parse(JSON.stringify(said(2))))).toEqual(said(2));
  });

  it("is another entry only when the same question is answered otherwise", () => {
    expect(isSameSaid(said(2), said(2))).toBe(true);
    expect(isSameSaid(said(2), said(1))).toBe(false);
  });

  it("tells sent from never sent, and taken back from both", () => {
    const at = (value: number | null, isSent = false, isVoided = false) =>
      saidStatus(said(2), { answers: ninth(value), isSent, isVoided });
    expect(at(2)).toBe("not-sent");
    expect(at(2, true)).toBe("sent");
    expect(at(0)).toBe("taken-back");
    expect(at(0, true)).toBe("taken-back");
    expect(saidStatus(said(2), { answers: [], isSent: false, isVoided: false })).toBe("taken-back");
    expect(at(2, true, true)).toBe("voided");
  });

  it("names what several answers did together", () => {
    const screen = builtInInstrument("e-hits");
    if (!screen) throw new Error("E-HITS ships.");
    const answers: Answer[] = screen.items.map(({ id }) => ({ itemId: id, form: "now", value: 5 }));
    const all = saidAnswers(screen, criticalHits(screen, answers), answers);
    expect(all.find(({ itemId }) => itemId === null)).toMatchObject({ answer: "Above its threshold" });
  });
});

describe("an entry about what was said", () => {
  const check = builtInInstrument("safety-and-steadiness");
  const hits = builtInInstrument("e-hits");
  if (!check || !hits) throw new Error("Both ship.");
  const answer = (itemId: string, value: Answer["value"], form: Answer["form"] = "now"): Answer => ({
    ...{ itemId, form, value },
  });
  const said = (instrument: typeof check, answers: Answer[]) =>
    saidAnswers(instrument, criticalHits(instrument, answers), answers);
  const one: SaidAnswer = {
    ...{ instrument: "A", form: "now", itemId: "fear", scale: null, question: "Q", answer: "Often", value: 3 },
    ...{ sentence: "Afraid.", effect: "stop" },
  };

  it("holds the answer to its own question, in its own form", () => {
    const both: typeof check = { ...check, forms: ["now", "wished"] };
    const answers = [answer("weapon", 0), answer("fear", 1, "wished"), answer("fear", 3), answer("hurt", 1)];
    expect(said(both, answers).map(({ itemId, form, value, answer: words }) => [itemId, form, value, words])).toEqual([
      ["fear", "wished", 1, "Rarely"],
      ["fear", "now", 3, "Often"],
      ["hurt", "now", 1, "Yes"],
    ]);
  });
  it("names a question without wording by its id, and several by what they measure, or as several", () => {
    const bare = { ...check, items: check.items.map((item) => ({ ...item, text: null })), optionSets: {} };
    expect(said(bare, [answer("fear", 3)])[0]).toMatchObject({ question: "Question fear", answer: "3" });
    const [scale] = hits.scales;
    const two = {
      ...hits,
      scales: hits.scales.flatMap((own) => [{ ...own, key: "other", title: "Other", critical: [] }, own]),
    };
    const all = hits.items.map(({ id }) => answer(id, 5));
    expect(said(two, all).find(({ itemId }) => itemId === null)).toMatchObject({
      ...{ question: `${scale?.title} (several answers together)`, scale: scale?.key, value: null },
    });
    const held = said(check, [answer("cannot-leave", 1), answer("control-phone", 2)]);
    expect(held.find(({ itemId }) => itemId === null)).toMatchObject({
      ...{ question: "Several questions (several answers together)", scale: null, answer: "Above its threshold" },
    });
  });
  it("is kept in either form and with every effect, and as nothing else", () => {
    for (const form of ["now", "wished"] as const)
      for (const effect of ["crisis", "stop", "concern"] as const)
        expect(saidAnswerSchema.parse({ ...one, form, effect })).toEqual({ ...one, form, effect });
    for (const wrong of [{ form: "later" }, { effect: "none" }, { more: "" }, { value: true }])
      expect(saidAnswerSchema.safeParse({ ...one, ...wrong }).success).toBe(false);
  });
  it("is another where any of question, form, answer or rule is another", () => {
    expect(isSameSaid(one, { ...one, question: "Q2", answer: "A2" })).toBe(true);
    const others: Partial<SaidAnswer>[] = [
      ...[{ form: "wished" as const }, { itemId: "hurt" }, { itemId: null }, { scale: "sum" }, { value: 2 }],
      { sentence: "Hurt." },
    ];
    for (const other of others) expect(isSameSaid(one, { ...one, ...other }), JSON.stringify(other)).toBe(false);
  });
  it("stands by the answer to its own question, in its own form", () => {
    const now = (answers: Answer[], of = one) => saidStatus(of, { answers, isSent: true, isVoided: false });
    expect(now([answer("hurt", 0), answer("fear", 0, "wished"), answer("fear", 3)])).toBe("sent");
    expect(now([answer("hurt", 3), answer("fear", 3, "wished"), answer("fear", 0)])).toBe("taken-back");
    expect(now([answer("hurt", 3)])).toBe("taken-back");
    const together = { ...one, itemId: null, scale: "sum", value: null };
    expect(now([], together)).toBe("sent");
    expect(saidStatus(together, { answers: [], isSent: false, isVoided: false })).toBe("not-sent");
  });
  it("says what has become of it", () => {
    expect(saidStatusWords).toEqual({
      sent: "Sent.",
      "not-sent": expect.stringContaining("stands in a draft"),
      "taken-back": expect.stringContaining("so it still counts"),
      voided: expect.stringContaining("Voided"),
    });
  });
});
