import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countsAlike } from "@/lib/assessments/counts-alike";
import type { Instrument } from "@/lib/assessments/instrument";
import { isComparable, type SentResponse } from "@/lib/assessments/result-view";
import { scoreResponse } from "@/lib/assessments/score";
import { validateAnswers } from "@/lib/assessments/validate-answers";
import { earlierVersions, fiveDimensionsBefore } from "@/lib/instruments/earlier-versions.testing";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";
import { canonical } from "@/lib/shipped/canonical";

const itemOf = (instrument: Instrument, id: string) => instrument.items.find((item) => item.id === id);
const sent = (instrument: Instrument): SentResponse => ({
  ...{ id: "a", date: "2026-11-01", submittedAt: new Date(0), instrument, answers: [], scores: [] },
});

describe.each(earlierVersions)(
  "$now.title, from version $before.version to $now.version",
  ({ now, before, hash, fates }) => {
    it("is compared with the words that shipped", () => {
      expect(createHash("sha256").update(canonical(before)).digest("hex").slice(0, 12)).toBe(hash);
      expect(now.version).toBe(before.version + 1);
    });
    it("has each statement as it was, or in other words, or another one under a new id", () => {
      for (const old of before.items) {
        const fate = fates.get(old.id);
        const same = itemOf(now, old.id);
        const next = fate?.startsWith("now ") ? fate.slice(4) : null;
        if (next === null) {
          if (!same) continue;
          expect(same.reversed, old.id).toBe(old.reversed);
          expect(same.text === old.text, old.id).toBe(fate === "kept");
        } else {
          expect(same, old.id).toBeUndefined();
          expect(itemOf(before, next), next).toBeUndefined();
        }
      }
      const known = new Set([...fates].map(([id, fate]) => (fate.startsWith("now ") ? fate.slice(4) : id)));
      for (const { id } of now.items) expect(known, id).toContain(id);
    });
    it("stands on the line of the version before exactly where no statement became another one", () => {
      for (const scale of now.scales) {
        const old = before.scales.find(({ key }) => key === scale.key);
        const isSame = old?.items.every((id) => !fates.get(id)?.startsWith("now "));
        expect(countsAlike(before, now, scale.key), scale.key).toBe(isSame);
        expect(isComparable(sent(before), sent(now), scale.key), scale.key).toBe(isSame);
      }
    });
  },
);

it("breaks the lines of three dimensions and of one move, and of nothing else", () => {
  const broken = earlierVersions.flatMap(({ now, before }) =>
    now.scales.filter(({ key }) => !countsAlike(before, now, key)).map(({ key }) => `${now.key} ${key}`),
  );
  expect(broken).toEqual([
    ...["intellectual", "recreational", "social"].map((key) => `five-dimensions ${key}`),
    ...["intellectual", "recreational", "social"].map((key) => `five-dimensions-brief ${key}`),
    "distance-moves withholding-affection",
  ]);
});

describe("the statements as they are now", () => {
  const reversed = fiveDimensions.items.filter((item) => item.reversed);
  it("never ask somebody to disagree with a no", () => {
    for (const { text } of fiveDimensions.items)
      expect(text).not.toMatch(/\b(not|no(?!\sto\b)|none|never|nothing|nobody|without|rather)\b|n’t\b/i);
    for (const { text } of reversed) expect(text).not.toMatch(/\bno\b/);
  });
  it("count the other way round less often than before, and in each dimension still", () => {
    const asked = (instrument: Instrument) =>
      instrument.items.flatMap((item) => (item.reversed ? (item.forms ?? instrument.forms) : [])).length;
    expect([asked(fiveDimensionsBefore), asked(fiveDimensions)]).toEqual([36, 27]);
    for (const { items } of fiveDimensions.scales)
      expect(reversed.filter(({ id }) => items.includes(id)).length).toBeGreaterThanOrEqual(2);
    for (const { items } of fiveDimensionsBrief.scales)
      expect(reversed.filter(({ id }) => items.includes(id))).toHaveLength(1);
  });
  it("ask for friends in common, and of nobody to be seen together", () => {
    const social = fiveDimensions.items
      .filter(({ id }) => id.startsWith("social-"))
      .map(({ text }) => text)
      .join(" ");
    expect(social).toContain("friends in common");
    expect(social).not.toMatch(/\b(seen|public|invited|group|party|go out|introduce)\b/i);
  });
  it("ask the idealised picture as it is now, and never as it is wished", () => {
    const places = fiveDimensions.items.flatMap((item) =>
      (item.forms ?? fiveDimensions.forms).map((form) => ({ itemId: item.id, form, value: 2 })),
    );
    expect(places).toHaveLength(66);
    expect(validateAnswers(fiveDimensions, places)).toEqual([]);
    const wish = { itemId: "idealised-1", form: "wished", value: 2 };
    expect(validateAnswers(fiveDimensions, [wish], true)).toMatchObject([{ kind: "unknown form" }]);
    const scales = scoreResponse(fiveDimensions, places).map(({ scale, form }) => `${scale}/${form}`);
    expect(scales).toHaveLength(11);
    expect(scales).not.toContain("idealised/wished");
  });
});
