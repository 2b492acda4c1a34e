import { describe, expect, it } from "vitest";
import { criticalHits } from "@/lib/assessments/critical";
import { type Answer, parseInstrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { isSameSaid, type SaidAnswer, saidAnswerSchema, saidAnswers, saidStatus } from "./said-answers";

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
