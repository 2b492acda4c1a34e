import { expect, it } from "vitest";
import { asItemForm, asScaleForm, draftOf } from "@/lib/assessments/build/drafts.testing";
import { withItem } from "@/lib/assessments/build/item-form";
import { movedItem, withoutItem } from "@/lib/assessments/build/items";
import { withScale } from "@/lib/assessments/build/scale-form";
import { settle } from "@/lib/assessments/build/settle";
import type { Instrument } from "@/lib/assessments/instrument";
import { lineBreaks } from "@/lib/assessments/line-break";
import { fiveDimensionsBefore } from "@/lib/instruments/earlier-versions.testing";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";

const blank = draftOf(3);
const first = settle(blank, withScale(blank, asScaleForm({ "items[]": ["q1", "q2"] }), "scale-1")).instrument;
const reworded = settle(first, withItem(first, asItemForm({ id: "q2", "counts[]": ["scale-1"] }), "q2")).instrument;
const shorter = settle(first, withoutItem(first, "q2")).instrument;
const moved = settle(first, movedItem(first, "q2", "up")).instrument;
const sent = (instrument: Instrument, date: string) => ({
  ...{ id: date, date, submittedAt: new Date(`${date}T10:00:00Z`), instrument, answers: [], scores: [] },
});
const breaks = (...versions: Instrument[]) => {
  const responses = versions.map((instrument, i) => sent(instrument, `2026-03-0${i + 1}`));
  const shown = responses.at(-1);
  if (!shown) throw new Error("Nothing was sent.");
  return lineBreaks({ responses, shown, estimates: new Map() }, "scale-1", (date) => date);
};

it("says where a line breaks, where it is asked in other words, and nothing where all is as before", () => {
  expect(breaks(first, first)).toEqual([]);
  expect(breaks(first, moved)).toEqual([]);
  expect(breaks(first, first, shorter)).toEqual([
    "2 answers are not on this line: the version until 2026-03-02 counted in another way.",
  ]);
  expect(breaks(first, reworded, reworded)).toEqual([
    "From 2026-03-02 on, question 2 is in other words: compare with care.",
  ]);
});

it("breaks where the answers count otherwise, though the range is the same", () => {
  const other = {
    ...first,
    optionSets: { often: (first.optionSets.often ?? []).map((one, i) => (i === 1 ? { ...one, score: 2 } : one)) },
  };
  expect(breaks(first, other, other)).toEqual([
    "From 2026-03-02 on it is counted otherwise: the line breaks there, and scores before and after are not compared.",
  ]);
});

it("breaks where another statement takes the place of one, over the same range, and says so at that day", () => {
  const all = [fiveDimensionsBefore, fiveDimensionsBefore, fiveDimensions].map((instrument, i) =>
    sent(instrument, `2026-03-0${i + 1}`),
  );
  const [, , shown] = all;
  if (!shown) throw new Error("Nothing was sent.");
  const on = (key: string) => lineBreaks({ responses: all, shown, estimates: new Map() }, key, (date) => date);
  expect(on("social")).toEqual([
    "From 2026-03-03 on it counts other questions: the line breaks there, and scores before and after are not compared.",
  ]);
  expect(on("emotional")).toEqual([
    "From 2026-03-03 on, questions 7, 19, 25, 31 are in other words: compare with care.",
  ]);
});
