import { describe, expect, test } from "vitest";
import { builtInInstrument } from "@/lib/domain/assessments/built-in";
import { criticalHits } from "@/lib/domain/assessments/critical";
import type { Answer, Instrument } from "@/lib/domain/assessments/instrument";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const answer = (itemId: string, value: number | null): Answer => ({ itemId, form: "now", value });

describe("safety rules", () => {
  test("PHQ-9 item 9 acts at 1, alone, in a draft; 0 sets nothing off", () => {
    const phq = builtIn("phq-9");
    expect(criticalHits(phq, [answer("9", 1)])).toMatchObject([{ effect: "crisis", itemId: "9" }]);
    expect(criticalHits(phq, [answer("9", 0), answer("8", 3)])).toEqual([]);
  });
});
