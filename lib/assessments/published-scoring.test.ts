import { describe, expect, test } from "vitest";
import type { Answer, Form, Instrument } from "@/lib/assessments/instrument";
import { scoreResponse } from "@/lib/assessments/score";
import { builtInInstrument } from "@/lib/instruments/built-in";
import known from "@/lib/statistics/known-answers.json";

type Given = (number | null)[];

function instrument(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

function scores(key: string, given: Given, form: Form = "now"): Record<string, number | null> {
  const source = instrument(key);
  const answers: Answer[] = source.items.map((item, i) => ({ itemId: item.id, form, value: given[i] ?? null }));
  const scored = scoreResponse(source, answers).filter((score) => score.form === form);
  return Object.fromEntries(scored.map((score) => [score.scale, score.score]));
}

const all = (count: number, value: number): Given => Array.from({ length: count }, () => value);
const rising = (count: number, base: number, of: (printed: number) => number): Given =>
  Array.from({ length: count }, (_, i) => base + of(i + 1));

describe("the seventeen published instruments", () => {
  test.each<[string, Given, Record<string, number | null>]>([
    ["fis", all(35, 5), { fear: 20 * 5 + 15 * 1 }],
    ["fis", all(35, 1), { fear: 20 * 1 + 15 * 5 }],
    ["fis", all(35, 3), { fear: 105 }],
    ["ecr-r", all(36, 7), { anxiety: (16 * 7 + 2) / 18, avoidance: (6 * 7 + 12) / 18 }],
    ["ecr-r", all(36, 1), { anxiety: (16 + 2 * 7) / 18, avoidance: (6 + 12 * 7) / 18 }],
    ["ecr-s", all(12, 7), { anxiety: 5 * 7 + 1, avoidance: 3 * 7 + 3 }],
    ["ecr-s", all(12, 1), { anxiety: 5 + 7, avoidance: 3 + 3 * 7 }],
    ["csi-16", [6, ...all(15, 5)], { satisfaction: 81 }],
    ["csi-16", all(16, 0), { satisfaction: 0 }],
    ["rdas", [...all(10, 5), 4, 5, 5, 5], { consensus: 30, satisfaction: 20, cohesion: 19, total: 69 }],
    ["rdas", [...all(6, 3), ...all(8, 2)], { consensus: 18, satisfaction: 8, cohesion: 8, total: 34 }],
    ["ras", all(7, 5), { satisfaction: (5 * 5 + 2) / 7 }],
    ["ras", [5, 5, 5, 1, 5, 5, 1], { satisfaction: 5 }],
    ["phq-9", all(9, 3), { depression: 27 }],
    ["phq-9", [1, 2, 0, 3, 1, 0, 2, 1, 0], { depression: 10 }],
    ["phq-9", [1, 1, 1, 1, 1, 1, 1, null, 1], { depression: 9 }],
    ["phq-9", [1, 1, 1, 1, 1, 1, 1, 1, null], { depression: null }],
    ["phq-9", [1, 1, 1, 1, 1, 1, null, null, 1], { depression: null }],
    ["gad-7", [3, 2, 1, 0, 1, 2, 3], { anxiety: 12 }],
    ["who-5", all(5, 5), { wellbeing: 100 }],
    ["who-5", [3, 3, 2, 2, 2], { wellbeing: 48 }],
    ["who-5", [3, 3, null, 3, 3], { wellbeing: null }],
    ["pcl-5", rising(20, 0, (i) => i % 5), { intrusion: 10, avoidance: 3, mood: 17, arousal: 10, total: 40 }],
    ["pcl-5", all(20, 4), { intrusion: 20, avoidance: 8, mood: 28, arousal: 24, total: 80 }],
    ["pc-ptsd-5", [0], { screen: 0 }],
    ["pc-ptsd-5", [1, 1, 1, 0, 1, 1], { screen: 4 }],
    ["pc-ptsd-5", [1, 1, 1, null, 1, 1], { screen: null }],
    ["pc-ptsd-5", [null, 1, 1, 1, 1, 1], { screen: null }],
    // A closed gate decides, even where old answers lie behind it.
    ["pc-ptsd-5", [0, 1, 1, 1, 1, 1], { screen: 0 }],
    ["core-10", all(10, 4), { distress: 32 }],
    ["core-10", all(10, 0), { distress: 8 }],
    ["core-10", [2, 2, 2, 2, 2, 2, 2, 2, null, 2], { distress: 20 }],
    ["core-10", [4, 0, 0, 4, 4, 0, 4, 4, null, 0], { distress: (10 * 28) / 9 }],
    ["core-10", [4, 0, 0, 4, null, 0, 4, 4, null, 0], { distress: null }],
    ["rdas", [...all(10, 5), null, 5, 5, 5], { consensus: 30, satisfaction: 20, cohesion: null, total: null }],
    ["csi-16", [null, ...all(15, 5)], { satisfaction: null }],
    ["fis", [...all(32, 3), null, null, null], { fear: 105 }],
    ["fis", [...all(31, 3), null, null, null, null], { fear: null }],
    ["ecr-r", [...all(17, 7), null, ...all(16, 7), null, null], { anxiety: (15 * 7 + 2) / 17, avoidance: null }],
    [
      "pcl-5",
      [2, 2, 2, 2, 2, 2, null, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, null],
      { intrusion: 10, avoidance: null, mood: 14, arousal: null, total: 40 },
    ],
    ["core-10", [2, 2, 2, 2, 2, null, 2, 2, 2, 2], { distress: null }],
    ["hark", [0, 0, 0, 0], { positive: 0 }],
    ["hark", [0, 0, 1, 0], { positive: 1 }],
    ["hark", [0, null, 1, null], { positive: 1 }],
    ["hark", [0, 0, 0, null], { positive: null }],
    ["e-hits", all(5, 1), { harm: 5 }],
    ["e-hits", [1, 2, 1, 2, 1], { harm: 7 }],
    ["e-hits", [5, 5, 5, 5, null], { harm: null }],
    ["pair", all(36, 4), known.scoring.find((entry) => entry.id === "PAIR-all4")?.out as Record<string, number>],
    ["pair", all(36, 0), known.scoring.find((entry) => entry.id === "PAIR-all0")?.out as Record<string, number>],
    [
      "pair",
      rising(36, 0, (i) => i % 5),
      known.scoring.find((entry) => entry.id === "PAIR-imod5")?.out as Record<string, number>,
    ],
  ])("%s %j", (key, given, expected) => {
    const got = scores(key, given);
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    expect(Object.keys(got).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [scale, score] of Object.entries(expected)) {
      if (score === null) expect(got[scale]).toBeNull();
      else expect(got[scale]).toBeCloseTo(score, 9);
    }
  });

  test("ECR-RS against a published scoring test", () => {
    const entry = known.scoring.find((candidate) => candidate.id === "ECRRS");
    if (!entry || !Array.isArray(entry.in)) throw new Error("no known answer");
    const got = scores("ecr-rs", entry.in);
    expect(got.avoidance).toBeCloseTo(entry.out.avoidance ?? Number.NaN, 6);
    expect(got.anxiety).toBe(entry.out.anxiety);
  });

  test("PAIR with one answer missing: prorated after reversing, never summed as if blank were 0", () => {
    const entry = known.scoring.find((candidate) => candidate.id === "PAIR-emo-1missing");
    const given = entry?.in as unknown as Record<string, number | null>;
    const strict = instrument("pair");
    const pair = { ...strict, scales: strict.scales.map((scale) => ({ ...scale, maxMissing: 1 })) };
    const answers = Object.entries(given).map(([itemId, value]) => ({ itemId, form: "now" as const, value }));
    const prorated = scoreResponse(pair, answers).find((score) => score.scale === "emotional" && score.form === "now");
    expect(prorated).toMatchObject({ status: "prorated", answered: 5, items: 6, reason: "Prorated: 5 of 6 answered." });
    expect(prorated?.score).toBeCloseTo(entry?.out.prorated ?? Number.NaN, 9);
    expect(scoreResponse(strict, answers)[0]).toMatchObject({ status: "unscored", score: null, answered: 5 });
  });

  test.each([
    ["nothing met", {}, 0],
    ["post-traumatic only", { P1: 2, P4: 3, P5: 2, P8: 4 }, 1],
    ["all but impairment", { P1: 2, P4: 3, P5: 2, P8: 1 }, 0],
    ["self-organisation only", { C1: 4, C3: 4, C5: 4, C7: 4 }, 0],
    ["both", { P2: 2, P3: 2, P6: 2, P7: 2, C2: 2, C4: 2, C6: 2, C9: 2 }, 2],
    ["below 2 everywhere", Object.fromEntries(["P1", "P3", "P5", "P7"].map((id) => [id, 1])), 0],
  ])("ITQ: %s", (_, endorsed: Record<string, number>, pattern) => {
    const itq = instrument("itq");
    const answers = itq.items.map((item) => ({ itemId: item.id, form: "now" as const, value: endorsed[item.id] ?? 0 }));
    expect(scoreResponse(itq, answers).find((score) => score.scale === "pattern")).toMatchObject({ score: pattern });
  });

  test("ITQ: a blank that could decide leaves no result; one that could not does not", () => {
    const itq = instrument("itq");
    const both: Record<string, number> = { P2: 2, P3: 2, P6: 2, P7: 2, C2: 2, C4: 2, C6: 2, C9: 2 };
    const without = (blank: string[]) =>
      scoreResponse(
        itq,
        itq.items.map((item) => ({
          itemId: item.id,
          form: "now",
          value: blank.includes(item.id) ? null : (both[item.id] ?? 0),
        })),
      ).find((score) => score.scale === "pattern");
    expect(without(["C2"])).toMatchObject({ status: "unscored", score: null });
    expect(without(["C1", "P1"])).toMatchObject({ status: "scored", score: 2 });
  });
});
