import { expect, it } from "vitest";
import { draftOf } from "@/lib/assessments/build/drafts.testing";
import { countsAlike } from "@/lib/assessments/counts-alike";
import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";
import { measureRows, type Sent } from "@/lib/assessments/newest-measures";
import { withScores } from "@/lib/assessments/option-score";
import { isComparable, type SentResponse } from "@/lib/assessments/result-view";
import { scoreResponse } from "@/lib/assessments/score";

const first = draftOf(4, {
  scales: [
    {
      ...{ key: "calm", title: "Calm", items: ["q1", "q2", "q3", "q4"], method: "sum", multiplier: 1 },
      ...{ range: { min: 0, max: 16 }, direction: "higher", role: "score", bands: [], critical: [], codes: [] },
      reliability: { kind: "published", value: 0.9, sd: 4, threshold: null, source: "A trial." },
    },
  ],
});
/** What each answer counts was upside down, and is put right in the next version: same questions, same range. */
const second = parseInstrument({
  ...first,
  version: 2,
  optionSets: { often: withScores(first.optionSets.often ?? [], [4, 3, 2, 1, 0]) },
});
const answers = ["q1", "q2", "q3", "q4"].map((itemId) => ({ itemId, form: "now" as const, value: 4 }));
const sent = (id: string, instrument: Instrument): Sent & SentResponse => ({
  ...{ id, date: id, submittedAt: new Date(`${id}T00:00:00Z`), title: "Ours", instrument, answers },
  scores: scoreResponse(instrument, answers),
});

it("versions whose answers count otherwise stand on one line nowhere", () => {
  expect(countsAlike(first, second, "calm")).toBe(false);
  expect(countsAlike(first, { ...first, version: 2 }, "calm")).toBe(true);
  const [before, after] = [sent("2026-11-01", first), sent("2026-11-08", second)];
  expect(isComparable(before, after, "calm")).toBe(false);
  const [row] = measureRows([{ sent: [before, after], usesOwnData: false }]);
  expect(row).toMatchObject({ score: 0, change: null, trend: [0] });
});

it("what breaks a line where somebody stands breaks it on the page of the result as well", () => {
  // One list for all had labels that fitted some of them; each has its own now, with the same numbers.
  const { often = [] } = first.optionSets;
  const parted = parseInstrument({
    ...first,
    version: 2,
    optionSets: { often, rarely: often },
    items: first.items.map((item, i) => (i < 2 ? { ...item, options: "rarely" } : item)),
  });
  const pair = [sent("2026-11-01", first), sent("2026-11-08", parted)] as const;
  expect(isComparable(...pair, "calm")).toBe(countsAlike(first, parted, "calm"));
});
