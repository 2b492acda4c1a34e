import { expect, it } from "vitest";
import type { Exercise } from "@/lib/exercises/exercise";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { fixtureProtocol as base } from "@/lib/protocol/fixture-protocol.testing";
import { mergedProtocol } from "@/lib/shipped/protocol-merge";

const changed = (change: (draft: ProtocolVersion) => void): ProtocolVersion => {
  const draft = structuredClone(base);
  change(draft);
  return draft;
};
const exercise = (version: ProtocolVersion | null, key: string) => version?.exercises.find((one) => one.key === key);
const extra: Exercise = {
  ...{
    key: "say-it-with-a-song",
    title: "A song",
    purpose: "Said by somebody else.",
    instructions: "Play {partner} one.",
  },
  ...{ minutes: 4, exposureLevel: "disclosure", page: "one-real-feeling", gentler: [] },
};

it("puts in what ships anew wherever the practice changed nothing itself", () => {
  const shipped = changed((d) => {
    d.exercises.push(extra);
    d.weeks[2]?.exercises.push({ exercise: extra.key, dose: { kind: "times", times: 1 } });
    Object.assign(d.exercises[2] ?? {}, { instructions: "Ten minutes, and either may stop." });
    Object.assign(d.phases[0] ?? {}, { aim: "A little." });
  });
  const own = changed((d) => {
    d.key = "own-protocol";
    Object.assign(d.exercises[2] ?? {}, { title: "Ten quiet minutes" });
    Object.assign(d.weeks[0] ?? {}, { reading: null });
  });
  const merged = mergedProtocol({ base, own, shipped });
  expect(merged?.key).toBe("own-protocol");
  expect(exercise(merged, "ten-minute-cuddle")).toMatchObject({
    title: "Ten quiet minutes",
    instructions: "Ten minutes, and either may stop.",
  });
  expect(exercise(merged, extra.key)?.title).toBe("A song");
  expect(merged?.weeks[2]?.exercises).toHaveLength(3);
  expect(merged?.weeks[0]?.reading).toBeNull();
  expect(merged?.phases[0]?.aim).toBe("A little.");
});

it("keeps the practice's own words, weeks and exercises where both changed them", () => {
  const shipped = changed((d) => {
    Object.assign(d.exercises[3] ?? {}, { title: "Theirs", purpose: "Said better." });
    d.weeks[5]?.exercises.pop();
  });
  const own = changed((d) => {
    Object.assign(d.exercises[3] ?? {}, { title: "Ours" });
    Object.assign(d.weeks[5]?.exercises[0] ?? {}, { dose: { kind: "daily" } });
  });
  const merged = mergedProtocol({ base, own, shipped });
  expect(exercise(merged, "small-secret")).toMatchObject({ title: "Ours", purpose: "Said better." });
  expect(merged?.weeks[5]?.exercises).toHaveLength(2);
});

it("leaves weeks alone that the practice counts otherwise, and brings nothing back that it took out", () => {
  const own = changed((d) => {
    d.weeks.pop();
    d.measures = d.measures.filter(({ moment }) => moment.at !== "week" || moment.week < 10);
    d.exercises = d.exercises
      .filter(({ key }) => key !== "learn-together")
      .map((one) => ({ ...one, gentler: one.gentler.filter((key) => key !== "learn-together") }));
  });
  const shipped = changed((d) => Object.assign(d.exercises[6] ?? {}, { title: "Learn it together" }));
  const merged = mergedProtocol({ base, own, shipped });
  expect(merged?.weeks).toHaveLength(9);
  expect(exercise(merged, "learn-together")).toBeUndefined();
});

it("of two levels of exposure takes the stronger, and makes nothing that does not fit together", () => {
  const shipped = changed((d) => Object.assign(d.exercises[1] ?? {}, { exposureLevel: "touch" }));
  const own = changed((d) => Object.assign(d.exercises[1] ?? {}, { exposureLevel: "disclosure" }));
  expect(exercise(mergedProtocol({ base, own, shipped }), "ask-for-a-favour")?.exposureLevel).toBe("touch");
  const stronger = changed((d) => Object.assign(d.exercises[1] ?? {}, { exposureLevel: "touch" }));
  expect(exercise(mergedProtocol({ base, own: stronger, shipped: base }), "ask-for-a-favour")?.exposureLevel).toBe(
    "touch",
  );
  const odd = changed((d) => {
    d.measures = [...d.measures, { instrument: "suds", moment: { at: "week", week: 10 } }];
  });
  const short = changed((d) => {
    d.weeks.pop();
    d.followUps = [4, 12];
  });
  expect(mergedProtocol({ base, own: short, shipped: odd })).toBeNull();
});
