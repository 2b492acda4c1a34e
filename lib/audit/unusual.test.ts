import { describe, expect, it } from "vitest";
import { auditActions } from "./actions";
import { noticedKinds } from "./noticed";
import { filesTaken, thresholds, unusualRules, unusualSentence } from "./unusual";

describe("what is unusual", () => {
  it("is said with the numbers by which it is judged", () => {
    const numbers = unusualRules.join(" ");
    for (const [kind, least] of Object.entries(thresholds))
      if (least > 1) expect(numbers, kind).toContain(String(least));
  });

  it("is said in a sentence of its own for each kind, whatever the number", () => {
    const kinds = [...(Object.keys(noticedKinds) as (keyof typeof noticedKinds)[]), "opened" as const];
    for (const times of [1, 7]) {
      const said = kinds.map((kind) => unusualSentence(kind, times));
      expect(new Set(said).size).toBe(kinds.length);
    }
  });

  it("counts every file that is taken away, but a client’s own pages and what is about nobody", () => {
    const files = Object.entries(auditActions).filter(
      ([, { did }]) => /\b(file|exported)\b/.test(did) && !/brought/.test(did),
    );
    const others = [
      "exports.own-taken",
      "exports.record-read",
      "exports.record-refused",
      "exports.research-refused",
      "instruments.exported",
    ];
    const counted = files.map(([name]) => name).filter((name) => !others.includes(name));
    expect(counted.sort()).toEqual([...filesTaken].sort());
  });
});
