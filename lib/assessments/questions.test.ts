import { describe, expect, it } from "vitest";
import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { askedSteps, questionsOf, shownBefore } from "@/lib/assessments/questions";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { suds } from "@/lib/instruments/suds";

const { items, scales, ...shell } = fiveDimensions;
const made = parseInstrument({
  ...shell,
  forms: ["now"],
  scales: [],
  items: [
    { id: "intro", text: "A few words first", kind: "display", required: false },
    { id: "lives", text: "Do you live together", options: "agreement", required: true },
    {
      id: "since",
      text: "Since when",
      kind: "date",
      required: true,
      enableWhen: [{ itemId: "lives", operator: ">=", value: 3 }],
    },
    { id: "more", text: "Anything else", kind: "text", required: false },
    { id: "age", text: "How old", kind: "integer", min: 18, max: 110, required: false },
  ],
} satisfies InstrumentSource);

describe("questions for a page", () => {
  it("say how each is answered", () => {
    expect(questionsOf(made).map(({ id, kind }) => [id, kind])).toEqual([
      ["intro", "display"],
      ["lives", "choice"],
      ["since", "date"],
      ["more", "text"],
      ["age", "number"],
    ]);
    expect(questionsOf(suds)[0]?.options.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(JSON.stringify(questionsOf(fiveDimensions))).not.toContain("reversed");
  });

  it("leave out a branch that is closed by the answers so far", () => {
    const asked = (value: number) =>
      askedSteps(questionsOf(made), made.forms, [{ itemId: "lives", form: "now", value }]).map(
        ({ question }) => question.id,
      );
    expect(asked(1)).not.toContain("since");
    expect(asked(3)).toContain("since");
  });

  it("come with the words that only stand there, one at a time too", () => {
    const asked = questionsOf(made);
    const first = asked.find(({ kind }) => kind !== "display");
    expect(first && shownBefore(asked, first)).toEqual(
      asked
        .slice(
          0,
          asked.findIndex(({ kind }) => kind !== "display"),
        )
        .map(({ text }) => text),
    );
    expect(shownBefore(asked, { id: "more" })).toEqual([]);
    expect(shownBefore(questionsOf(fiveDimensions), fiveDimensions.items[3] ?? { id: "" })).toEqual([]);
  });
});
