import { expect, it } from "vitest";
import { parseInstrument } from "@/lib/assessments/instrument";
import { withScales } from "@/lib/assessments/scale-plan";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { core10 } from "@/lib/instruments/core-10";
import { whyNotPlanScales } from "@/lib/instruments/scale-permission";

const plan = {
  titles: ["My own scale"],
  places: new Map([
    ["1", 0],
    ["4", 0],
  ]),
  reversed: [],
  method: "sum" as const,
  direction: "lower" as const,
};
const copy = parseInstrument({ ...core10, key: "our-ten", title: "Our ten", version: 1, validated: false });

it("lets nobody count what ships otherwise under its own name", () => {
  for (const one of BUILT_IN_INSTRUMENTS) expect(whyNotPlanScales(one), one.key).toMatch(/\.$/);
  expect(() => withScales(core10, plan)).toThrow(/belong to its key/);
});

it("lets a copy be counted otherwise, which is marked as not validated and says that the key is not theirs", () => {
  expect(whyNotPlanScales(copy)).toBeNull();
  const made = withScales(copy, plan);
  expect(made).toMatchObject({ validated: false, scales: [{ title: "My own scale", items: ["1", "4"] }] });
  expect(made.keyNote).toMatch(/laid these scales out itself/);
  expect(new Set(Object.values(made.certainty).slice(0, 4))).toEqual(new Set(["unconfirmed"]));
  // What calls for somebody stays with its question.
  expect(made.items.find(({ id }) => id === "6")?.critical).toEqual(core10.items[5]?.critical);
});

it("leaves a scale alone that calls for somebody", () => {
  const critical = [{ atLeast: 20, effect: "concern" as const, sentence: "High." }];
  const calls = { ...copy, scales: copy.scales.map((scale) => ({ ...scale, critical })) };
  expect(whyNotPlanScales(calls)).toMatch(/calls for somebody/);
});
