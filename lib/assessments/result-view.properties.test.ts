import fc from "fast-check";
import { expect, test } from "vitest";
import { trends } from "@/lib/assessments/result-trends";
import { resultSentences, type SentResponse, scaleRows } from "@/lib/assessments/result-view";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { pcl5 } from "@/lib/instruments/pcl-5";
import { phq9 } from "@/lib/instruments/phq-9";
import { rdas } from "@/lib/instruments/rdas";

/* No band, cut-off or change of a prorated score without the word; no claim without its basis; falls said first. */

const sent = (id: string, instrument: SentResponse["instrument"], scores: SentResponse["scores"]): SentResponse => ({
  ...{ id, instrument, scores, answers: [] },
  date: `2026-11-0${id}`,
  submittedAt: new Date(`2026-11-0${id}T10:00:00Z`),
});

test("every row of a result says what its verdict rests on", () => {
  const given = fc.constantFrom(phq9, pcl5, rdas, fiveDimensions).chain((instrument) => {
    const places = instrument.scales.flatMap((scale) => instrument.forms.map((form) => ({ scale, form })));
    const status = fc.constantFrom("scored", "prorated", "unscored" as const);
    const scores = fc.tuple(
      ...places.map(({ scale, form }) =>
        fc.tuple(status, fc.integer({ min: scale.range.min, max: scale.range.max })).map(([how, score]) => ({
          ...{ scale: scale.key, form, answered: 1, items: scale.items.length },
          status: how as "scored" | "prorated" | "unscored",
          score: how === "unscored" ? null : score,
        })),
      ),
    );
    return fc.record({ instrument: fc.constant(instrument), before: scores, now: scores, saysGain: fc.boolean() });
  });
  fc.assert(
    fc.property(given, ({ instrument, before, now, saysGain }) => {
      const [first, shown] = [sent("1", instrument, before), sent("2", instrument, now)];
      const result = { responses: [first, shown], shown, estimates: new Map(), saysGain };
      for (const row of scaleRows(result, first)) {
        const kept = now.find(({ scale, form }) => `${scale}/${form}` === row.key);
        const was = before.find(({ scale, form }) => `${scale}/${form}` === row.key);
        if (row.band) expect(row.band.includes("prorated")).toBe(kept?.status === "prorated");
        expect(row.change === null).toBe(kept?.score == null || was?.score == null);
        if (row.change === null) continue;
        expect(/prorated/i.test(row.change)).toBe(kept?.status === "prorated" || was?.status === "prorated");
        if (row.change.includes("measurement error") && !row.change.includes("no figure"))
          expect(row.change).toMatch(/\((published|estimated|assumed)[,)]/);
        if (!saysGain || row.form === "wished") expect(row.change).not.toContain("better");
        if (row.form === "wished") expect(row.change).not.toContain("worse");
      }
      const { falls, others } = resultSentences(result, first, "1 November");
      for (const told of [falls, others]) {
        if (told) expect(told).toMatch(/^[A-Z].*\.$/);
        expect(told).not.toMatch(/NaN|undefined|null/);
        if (told) expect(told).toMatch(/\((published|assumed)[,)]/);
      }
      for (const { finding, scale } of trends(result, (date) => date)) {
        if (finding === null) throw new Error("both count alike, and nothing is said of them");
        expect(finding).toMatch(
          /^(From \S+ on 2026-11-01 to \S+ on 2026-11-02|\S+ on 2026-11-02, as on 2026-11-01): .*\.$/,
        );
        expect(finding).toMatch(/\((published|assumed)[,)]|no figure for measurement error/);
        const both = [before, now].map((set) => set.find((one) => one.scale === scale.key && one.form === "now"));
        expect(/prorated/i.test(finding)).toBe(both.some((one) => one?.status === "prorated"));
        if (!saysGain) expect(finding).not.toContain("better");
      }
      // PHQ-9 ships no figure for error, so nothing can be called beyond it.
      if (instrument === phq9) expect(falls + others).toBe("");
    }),
    { numRuns: 300 },
  );
});
