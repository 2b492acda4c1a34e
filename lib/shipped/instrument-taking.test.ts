import { expect, it } from "vitest";
import type { Instrument } from "@/lib/assessments/instrument";
import { withConfirmedKey, withWording } from "@/lib/assessments/wording";
import { withMarks } from "@/lib/instruments/critical-marks";
import { pair } from "@/lib/instruments/pair";
import { phq9 } from "@/lib/instruments/phq-9";
import { withOwnWording } from "@/lib/shipped/instrument-taking";

const words = (n: number) => Array.from({ length: n }, (_, i) => `Statement ${i + 1}`).join("\n");
const worded = withWording(phq9, {
  statements: words(9),
  labels: { answers: "a\nb\nc\nd" },
  stems: { now: "S", wished: "" },
});
const later = (change: (draft: Instrument) => void): Instrument => {
  const draft = structuredClone(phq9);
  change(draft);
  return draft;
};

it("carries the practice's own wording over, item by item, and takes the shipped key", () => {
  const shipped = later((d) => {
    d.scales[0]?.bands.pop();
    d.items.push({ ...(d.items[0] as Instrument["items"][number]), id: "10" });
  });
  const taken = withOwnWording(shipped, worded, 4);
  expect(taken).toMatchObject({ version: 4, stems: { now: "S" } });
  expect(taken.items.map(({ text }) => text)).toEqual([...words(9).split("\n"), null]);
  expect(taken.optionSets.answers?.map(({ label }) => label)).toEqual(["a", "b", "c", "d"]);
  expect(taken.scales[0]?.bands).toHaveLength(4);
});

it("lets go of no answer that the practice called critical", () => {
  const marked = withMarks(worded, new Set(["1|3", "9|1"]));
  const taken = withOwnWording(phq9, marked, 2);
  expect(taken.items[0]?.critical).toMatchObject([{ when: { values: [3] } }]);
  expect(taken.items[8]?.critical).toEqual(phq9.items[8]?.critical);
  expect(taken.items[1]?.critical).toEqual([]);
});

it("leaves a key as the practice confirmed it, unless Nearer has confirmed it by now", () => {
  const open = pair.items.filter((item) => !item.keyConfirmed).map(({ id }) => id);
  expect(open.length).toBeGreaterThan(0);
  const whole = withWording(pair, {
    statements: words(pair.items.length),
    labels: Object.fromEntries(Object.entries(pair.optionSets).map(([set, of]) => [set, of.map(() => "x").join("\n")])),
    stems: { now: "", wished: "" },
  });
  const own = withConfirmedKey(whole, { confirmed: open, reversed: open.slice(0, 1) });
  const taken = withOwnWording(pair, own, 2);
  expect(taken.items.every((item) => item.keyConfirmed)).toBe(true);
  expect(taken.items.find(({ id }) => id === open[0])?.reversed).toBe(true);
  const shipped = { ...pair, items: pair.items.map((item) => ({ ...item, keyConfirmed: true, reversed: false })) };
  expect(withOwnWording(shipped, own, 2).items.find(({ id }) => id === open[0])?.reversed).toBe(false);
});

it("calls a measure closeness once the practice does, and never less than what ships says", () => {
  expect(withOwnWording(phq9, { ...worded, measures: "closeness" }, 2).measures).toBe("closeness");
  expect(withOwnWording({ ...phq9, measures: "closeness" }, worded, 2).measures).toBe("closeness");
  expect(withOwnWording(phq9, { ...worded, measures: "undecided" }, 2).measures).toBe("one-person");
});
