import { expect, it } from "vitest";
import { type Measured, measureRows, type Sent } from "@/lib/assessments/newest-measures";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { gad7 } from "@/lib/instruments/gad-7";
import { pcl5 } from "@/lib/instruments/pcl-5";

const scored = (scale: string, score: number | null, status: ScoreRecord["status"] = "scored"): ScoreRecord => ({
  ...{ scale, form: "now", score, status, answered: 6, items: 6 },
});
const sent = (date: string, scores: ScoreRecord[], instrument = gad7): Sent => ({
  ...{ id: date, date, title: instrument.title, instrument, scores },
});
const [gad = ""] = gad7.scales.map(({ key }) => key);
const rows = (scores: number[], more: Partial<Measured> = {}) =>
  measureRows([
    { sent: scores.map((score, i) => sent(`2026-11-0${i + 1}`, [scored(gad, score)])), usesOwnData: false, ...more },
  ]);

it("says the newest score, its change since the one before, and the way there", () => {
  expect(rows([14, 12, 4])).toMatchObject([
    { id: "2026-11-03", title: gad7.title, instrument: null, score: 4, range: { min: 0, max: 21 }, trend: [14, 12, 4] },
  ]);
  expect(rows([14])[0]?.change).toBeNull();
  expect(rows([14, 12])[0]?.change).toMatchObject({ since: "2026-11-01", way: "down" });
});

it("tells a worsening beyond error as one, and praises nothing", () => {
  const key = pcl5.scales.find(({ reliability }) => reliability)?.key ?? "";
  const moved = (from: number, to: number) =>
    measureRows([
      {
        sent: [sent("2026-11-01", [scored(key, from)], pcl5), sent("2026-11-02", [scored(key, to)], pcl5)],
        usesOwnData: false,
      },
    ])[0]?.change;
  expect(moved(20, 60)).toMatchObject({ isReliable: true, way: "up" });
  expect(moved(20, 60)?.words).toMatch(/^\+40, higher and worse, beyond measurement error/);
  expect(moved(60, 20)).toMatchObject({ isReliable: true, way: "down" });
  expect(moved(60, 20)?.words).toMatch(/^−40, lower, beyond measurement error/);
  expect(rows([2, 20])[0]?.change?.words).toBe("+18, no figure for its error");
});

it("leaves the judgement to the response’s own page where the practice has figures of its own", () => {
  expect(rows([2, 20], { usesOwnData: true })[0]?.change).toMatchObject({
    words: "+18, judged by the practice’s own data",
    isReliable: false,
  });
});

it("has a row for each scale that has a score, and compares only what was counted alike", () => {
  const dims = (date: string, emotional: number | null) =>
    sent(date, [scored("emotional", emotional), scored("social", 40, "prorated")], fiveDimensions);
  const found = measureRows([{ sent: [dims("2026-11-01", null), dims("2026-11-02", 60)], usesOwnData: false }]);
  expect(found.map(({ title, change }) => [title, change?.words ?? null])).toEqual([
    ["Emotional", null],
    ["Social", "0, no difference, within measurement error (assumed, prorated)"],
  ]);
  expect(found[1]).toMatchObject({ isProrated: true, instrument: fiveDimensions.title });
  expect(measureRows([{ sent: [], usesOwnData: false }])).toEqual([]);
});
