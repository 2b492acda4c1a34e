import { expect, test } from "vitest";
import { compareScores } from "@/lib/assessments/change";
import { estimateReliability } from "@/lib/assessments/estimate-reliability";
import type { Answer } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

const full = builtInInstrument("five-dimensions");
const scale = full?.scales[0];
if (!full || !scale) throw new Error("no instrument");

/** Person `k` is steadily close or distant, with a little noise on each statement. */
const person = (k: number): Answer[] =>
  scale.items.map((itemId, i) => {
    const keyed = Math.min(4, Math.max(0, (k % 5) + ((k * 3 + i) % 4 === 0 ? 1 : 0)));
    const reversed = full.items.some((item) => item.id === itemId && item.reversed);
    return { itemId, form: "now", value: reversed ? 4 - keyed : keyed };
  });
const people = (count: number) => Array.from({ length: count }, (_, k) => person(k));

test("thirty complete responses give a figure in the unit of the scale, and it is called estimated", () => {
  const got = estimateReliability(full, scale, "now", people(40));
  if (got.status !== "estimated") throw new Error(got.status);
  expect(got.n).toBe(40);
  expect(got.reliability.value).toBeGreaterThan(0.8);
  expect(got.reliability.sd).toBeGreaterThan(20);
  expect(got.reliability.sd).toBeLessThan(48);
  expect(got.reliability.source).toMatch(/^Estimated from 40 people/);
  expect(compareScores({ ...scale, reliability: got.reliability }, 20, 24).words).toBe(
    "higher, within measurement error (estimated)",
  );
});

test("twenty-nine do not, and neither does a blank count as a person", () => {
  expect(estimateReliability(full, scale, "now", people(29))).toEqual({ status: "too few", n: 29, needed: 30 });
  const withBlanks = [...people(29), person(3).slice(1)];
  expect(estimateReliability(full, scale, "now", withBlanks)).toMatchObject({ status: "too few", n: 29 });
  expect(estimateReliability(full, scale, "wished", people(40))).toMatchObject({ status: "too few", n: 0 });
});

test("answers that never vary, and single questions, are not usable", () => {
  expect(
    estimateReliability(
      full,
      scale,
      "now",
      Array.from({ length: 30 }, () => person(2)),
    ),
  ).toMatchObject({ status: "not usable" });
  const connection = builtInInstrument("connection-check");
  const one = connection?.scales[0];
  if (!connection || !one) throw new Error("no instrument");
  expect(estimateReliability(connection, one, "now", [])).toMatchObject({ status: "not usable" });
});
