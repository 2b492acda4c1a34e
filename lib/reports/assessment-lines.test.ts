import fc from "fast-check";
import { expect, it } from "vitest";
import type { Instrument } from "@/lib/assessments/instrument";
import { BUILT_IN_INSTRUMENTS, builtInInstrument } from "@/lib/instruments/built-in";
import { assessmentFinding, assessmentLines, type ReportedResponse } from "./assessment-lines";

const always = { from: null, to: "2099-01-01" };
let next = 0;
function answered(instrument: Instrument, date: string, score: number): ReportedResponse {
  const scores = instrument.scales.flatMap(({ key, items }) =>
    instrument.forms.map((form) => ({
      ...{ scale: key, form, status: "scored" as const, score, answered: items.length, items: items.length },
    })),
  );
  next += 1;
  const { measures } = instrument;
  return { id: String(next), date, submittedAt: new Date(`${date}T10:00:00Z`), instrument, scores, measures };
}

const [phq9, ras] = ["phq-9", "ras"].map(builtInInstrument);
if (!phq9 || !ras) throw new Error("PHQ-9 and RAS ship.");
const judgedBy = (instrument: Instrument, kind: "assumed" | "published", sd: number): Instrument => ({
  ...instrument,
  scales: instrument.scales.map((scale) => ({
    ...scale,
    reliability: { kind, value: 0.9, sd, threshold: null, source: "for this test" },
  })),
});

it("sets the newest answers of the period beside the first, with what the change rests on", () => {
  const form = judgedBy(phq9, "published", 5);
  const all = [answered(form, "2026-03-01", 20), answered(form, "2026-05-01", 15), answered(form, "2026-11-01", 8)];
  const [line] = assessmentLines(all, always);
  expect(line).toMatchObject({ title: phq9.title, date: "2026-11-01", since: "2026-03-01" });
  expect(line?.rows[0]).toMatchObject({ score: 8, before: 20 });
  expect(line?.rows[0]?.change).toBe("−12, lower and better, beyond measurement error (published)");
  expect(assessmentFinding(assessmentLines(all, always))).toMatch(
    /^PHQ-9\. Since 1 March 2026, beyond measurement error: .* fell by 12 points, which is better \(published\)/,
  );
  const [earlier] = assessmentLines(all, { from: null, to: "2026-06-01" });
  expect(earlier).toMatchObject({ date: "2026-05-01", since: "2026-03-01" });
  expect(assessmentLines(all, { from: "2026-06-01", to: "2026-07-01" })).toEqual([]);
});

it("has nothing to compare the first answers with", () => {
  expect(assessmentFinding([])).toBe("Nothing else was answered in this time.");
  expect(assessmentFinding(assessmentLines([answered(phq9, "2026-03-01", 4)], always))).toBe(
    "First answers: there is nothing to compare them with yet.",
  );
  // PHQ-9 has no figure of its error, and so nothing is said to be within it.
  expect(
    assessmentFinding(assessmentLines([answered(phq9, "2026-03-01", 4), answered(phq9, "2026-05-01", 20)], always)),
  ).toBe("Nothing moved beyond measurement error, as far as there is a figure for it.");
});

it("calls no rise of closeness better, and a fall worse", () => {
  const close = judgedBy(ras, "assumed", 0.7);
  const words = (from: number, to: number) =>
    JSON.stringify(assessmentLines([answered(close, "2026-03-01", from), answered(close, "2026-11-01", to)], always));
  expect(words(1, 5)).not.toContain("better");
  expect(words(1, 5)).toContain("+4, higher, beyond measurement error (assumed)");
  expect(words(5, 1)).toContain("−4, lower and worse, beyond measurement error (assumed)");
});

it("holds no safety screen, no cut-off of one and none of the five dimensions, whatever was answered", () => {
  const one = fc.record({
    instrument: fc.constantFrom(...BUILT_IN_INSTRUMENTS),
    month: fc.integer({ min: 1, max: 12 }),
    score: fc.integer({ min: 0, max: 96 }),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (given) => {
      const responses = given
        .map(({ instrument, month, score }) => answered(instrument, `2026-${String(month).padStart(2, "0")}-01`, score))
        .sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
      const told = JSON.stringify(assessmentLines(responses, always));
      for (const { title, sensitivity } of BUILT_IN_INSTRUMENTS)
        if (sensitivity === "safety") expect(told).not.toContain(`"title":"${title}"`);
      expect(told).not.toMatch(/HARK|E-HITS|Safety|Harm from a partner|Positive screen|Five Dimensions/);
    }),
  );
});
