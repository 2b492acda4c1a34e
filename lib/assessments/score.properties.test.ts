import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreResponse } from "@/lib/assessments/score";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";

/** Blanks that a scale bears, by its source. Whatever is not here bears none; there is no general rule. */
const BEARS: Record<string, number> = {
  "phq-9/depression": 1,
  "core-10/distress": 1,
  "fis/fear": 3,
  "ecr-r/anxiety": 1,
  "ecr-r/avoidance": 1,
  "pcl-5/total": 2,
  "five-dimensions/emotional": 1,
  "five-dimensions/intellectual": 1,
  "five-dimensions/recreational": 1,
  "five-dimensions/social": 1,
  "five-dimensions/sexual": 1,
  "five-dimensions/idealised": 1,
};
/** Never filled in, whatever else is. */
const NEVER: Record<string, string> = { "phq-9": "9", "core-10": "6" };

const scored = BUILT_IN_INSTRUMENTS.filter(({ scales }) => scales.some(({ method }) => method !== "algorithm"));

test.each(scored.map((one) => [one.key, one] as const))(
  "%s: fills in no more than its source bears, and never leaves its range",
  (key, instrument) => {
    const given = instrument.items.map((item) => {
      const values = (instrument.optionSets[item.options ?? ""] ?? []).map(({ value }) => value);
      const some =
        values.length > 0 ? fc.constantFrom(...values) : fc.integer({ min: item.min ?? 0, max: item.max ?? 10 });
      return fc.option(some, { freq: 12 });
    });
    fc.assert(
      fc.property(fc.tuple(...given), (values) => {
        const answers = instrument.items.map(({ id }, i) => ({
          itemId: id,
          form: "now" as const,
          value: values[i] ?? null,
        }));
        for (const one of scoreResponse(instrument, answers).filter(({ form }) => form === "now")) {
          const scale = instrument.scales.find((candidate) => candidate.key === one.scale);
          if (!scale || scale.method === "algorithm") continue;
          const blank = scale.items.filter((id) => answers.find(({ itemId }) => itemId === id)?.value === null);
          const bears = BEARS[`${key}/${scale.key}`] ?? 0;
          const isForbidden = blank.includes(NEVER[key] ?? "");
          expect(one.status).toBe(
            blank.length === 0 ? "scored" : blank.length <= bears && !isForbidden ? "prorated" : "unscored",
          );
          if (one.score === null) continue;
          expect(one.score).toBeGreaterThanOrEqual(scale.range.min);
          expect(one.score).toBeLessThanOrEqual(scale.range.max);
        }
      }),
      { numRuns: 60 },
    );
  },
);

test("what would leave the range has no score, and is not cut to fit", () => {
  const rdas = scored.find(({ key }) => key === "rdas") ?? expect.unreachable();
  const lenient = { ...rdas, scales: rdas.scales.map((scale) => ({ ...scale, maxMissing: 1 })) };
  const top = rdas.items.map((item) =>
    Math.max(...(rdas.optionSets[item.options ?? ""] ?? []).map(({ value }) => value)),
  );
  const answers = rdas.items.map(({ id }, i) => ({
    itemId: id,
    form: "now" as const,
    value: id === "11" ? null : (top[i] ?? 0),
  }));
  const total = scoreResponse(lenient, answers).find(({ scale }) => scale === "total");
  expect(total).toMatchObject({ status: "unscored", score: null, answered: 13 });
  expect(total?.reason).toContain("more than the scale holds");
});

test("whoever may leave answers out says who allowed it", () => {
  for (const { scales } of BUILT_IN_INSTRUMENTS)
    for (const scale of scales) if (scale.maxMissing) expect(scale.missingSource).toMatch(/\.$/);
});
