import { describe, expect, test } from "vitest";
import { builtInInstrument } from "@/lib/domain/assessments/built-in";
import { criticalHits, screenOutcome } from "@/lib/domain/assessments/critical";
import type { Answer, Instrument } from "@/lib/domain/assessments/instrument";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const safety = builtIn("safety-and-steadiness");
const answer = (itemId: string, value: number | null): Answer => ({ itemId, form: "now", value });

describe("safety rules", () => {
  test("PHQ-9 item 9 acts at 1, alone, in a draft; 0 sets nothing off", () => {
    const phq = builtIn("phq-9");
    expect(criticalHits(phq, [answer("9", 1)])).toMatchObject([{ effect: "crisis", itemId: "9" }]);
    expect(criticalHits(phq, [answer("9", 0), answer("8", 3)])).toEqual([]);
  });

  test.each(["fear", "forced-sex", "strangled", "weapon", "threat-to-kill", "stalked", "child"])(
    "%s closes the gate at once",
    (id) => {
      expect(screenOutcome(safety, [answer(id, 1)])).toBe("stop");
    },
  );

  test("clear needs every question answered with no", () => {
    const no = safety.items
      .filter((item) => item.kind === "choice")
      .map((item) => answer(item.id, item.id === "private" ? 1 : 0));
    expect(screenOutcome(safety, no)).toBe("clear");
    expect(
      screenOutcome(
        safety,
        no.map((given) => (given.itemId === "weapon" ? { ...given, value: null } : given)),
      ),
    ).toBe("unfinished");
    expect(screenOutcome(safety, no.slice(1))).toBe("unfinished");
    expect(screenOutcome(safety, [])).toBe("unfinished");
    expect(
      screenOutcome(
        safety,
        no.map((given) => (given.itemId === "swings" ? { ...given, value: 3 } : given)),
      ),
    ).toBe("concern");
    expect(
      screenOutcome(
        safety,
        no.map((given) => (given.itemId === "private" ? { ...given, value: 0 } : given)),
      ),
    ).toBe("concern");
  });

  test("more of a frequency never lowers the outcome", () => {
    const rank = { clear: 0, unfinished: 1, concern: 2, stop: 3 };
    for (const item of safety.items.filter((candidate) => candidate.options === "how-often")) {
      const outcomes = [0, 1, 2, 3].map((value) => rank[screenOutcome(safety, [answer(item.id, value)])]);
      expect(outcomes).toEqual(outcomes.toSorted((a, b) => a - b));
      expect(outcomes[3]).toBeGreaterThanOrEqual(2);
    }
  });

  test("HARK acts on one yes, E-HITS as soon as 7 is certain", () => {
    expect(screenOutcome(builtIn("hark"), [answer("3", 1)])).toBe("stop");
    expect(screenOutcome(builtIn("e-hits"), [answer("1", 2)])).toBe("unfinished");
    expect(screenOutcome(builtIn("e-hits"), [answer("1", 3)])).toBe("stop");
    expect(
      screenOutcome(
        builtIn("e-hits"),
        ["1", "2", "3", "4", "5"].map((id) => answer(id, 1)),
      ),
    ).toBe("clear");
  });
});
