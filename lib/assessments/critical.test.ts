import { describe, expect, test } from "vitest";
import { criticalHits } from "@/lib/assessments/critical";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const answer = (itemId: string, value: number | null): Answer => ({ itemId, form: "now", value });

describe("safety rules", () => {
  test("a sum counts a reversed item the other way round, and a blank as the least it can be", () => {
    const gad = builtIn("gad-7");
    const scale = gad.scales[0];
    if (!scale) throw new Error("no scale");
    const [first, ...others] = gad.items;
    if (!first) throw new Error("no item");
    const critical = [{ atLeast: 3, effect: "concern" as const, sentence: "Ask about it." }];
    const turned = { ...gad, items: [{ ...first, reversed: true }, ...others], scales: [{ ...scale, critical }] };
    const hits = (value: number) => criticalHits(turned, [answer(first.id, value)]).length;
    expect([hits(0), hits(1), hits(3)]).toEqual([1, 0, 0]);
  });
  test("PHQ-9 item 9 acts at 1, alone, in a draft; 0 sets nothing off", () => {
    const phq = builtIn("phq-9");
    expect(criticalHits(phq, [answer("9", 1)])).toMatchObject([{ effect: "crisis", itemId: "9" }]);
    expect(criticalHits(phq, [answer("9", 0), answer("8", 3)])).toEqual([]);
  });
});
