import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInInstrument } from "@/lib/domain/assessments/built-in";
import { changeThreshold, compareGaps, compareScores } from "@/lib/domain/assessments/change";
import { criticalHits, screenOutcome } from "@/lib/domain/assessments/critical";
import { responseFlags } from "@/lib/domain/assessments/flags";
import { type Answer, type Instrument, parseInstrument } from "@/lib/domain/assessments/instrument";
import { gaps, scoreResponse } from "@/lib/domain/assessments/score";
import { validateAnswers } from "@/lib/domain/assessments/validate-answers";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const full = builtIn("five-dimensions");
const safety = builtIn("safety-and-steadiness");

/** Best answers to every statement: forward 4, reversed 0, moved by `by`. */
const answered = (of: (item: Instrument["items"][number]) => number | null, forms = full.forms): Answer[] =>
  forms.flatMap((form) => full.items.map((item) => ({ itemId: item.id, form, value: of(item) })));
const answer = (itemId: string, value: number | null): Answer => ({ itemId, form: "now", value });
const values = fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 8 }), { minLength: 36, maxLength: 36 });
const fromValues = (given: (number | null)[]): Answer[] =>
  full.items.map((item, i) => ({ itemId: item.id, form: "now", value: given[i] ?? null }));

describe("scoring", () => {
  test("stays in range, and says how it came about", () => {
    fc.assert(
      fc.property(values, (given) => {
        for (const score of scoreResponse(full, fromValues(given))) {
          expect(score.score === null).toBe(score.status === "unscored");
          expect(score.reason === null).toBe(score.status === "scored");
          if (score.status === "prorated") expect(score.answered).toBe(5);
          if (score.score !== null) {
            expect(score.score).toBeGreaterThanOrEqual(0);
            expect(score.score).toBeLessThanOrEqual(96);
          }
        }
      }),
    );
  });

  test("does not depend on the order of answers or items, and mirrors when every answer is turned round", () => {
    fc.assert(
      fc.property(values, (given) => {
        const one = scoreResponse(full, fromValues(given));
        expect(scoreResponse(full, fromValues(given).toReversed())).toEqual(one);
        const shuffled = { ...full, items: full.items.toReversed() };
        expect(scoreResponse(shuffled, fromValues(given))).toEqual(one);
        const mirrored = scoreResponse(full, fromValues(given.map((value) => (value === null ? null : 4 - value))));
        for (const [i, score] of one.entries()) {
          if (score.score !== null) expect((mirrored[i]?.score ?? Number.NaN) + score.score).toBeCloseTo(96, 9);
        }
      }),
    );
  });

  test("never falls when one answer moves towards closeness", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 35 }), (given, at) => {
        const item = full.items[at];
        const value = given[at];
        if (!item || typeof value !== "number") return;
        const better = item.reversed ? Math.max(0, value - 1) : Math.min(4, value + 1);
        const after = scoreResponse(full, fromValues(given.map((old, i) => (i === at ? better : old))));
        for (const [i, score] of scoreResponse(full, fromValues(given)).entries()) {
          expect(after[i]?.score ?? 0).toBeGreaterThanOrEqual(score.score ?? 0);
        }
      }),
    );
  });

  test("gap is wished minus now, and only where both have a score", () => {
    const now = answered((item) => (item.reversed ? 3 : 1), ["now"]);
    const wished = answered((item) => (item.reversed ? 0 : 4), ["now"]).map((given) => ({
      ...given,
      form: "wished" as const,
    }));
    expect(gaps(scoreResponse(full, [...now, ...wished]))[0]).toEqual({
      scale: "emotional",
      now: 24,
      wished: 96,
      gap: 72,
    });
    expect(gaps(scoreResponse(full, now))).toEqual([]);
  });
});

describe("what stands between answers and a submission", () => {
  test("complete answers pass; declining passes where it is allowed", () => {
    expect(
      validateAnswers(
        full,
        answered(() => 2),
      ),
    ).toEqual([]);
    expect(
      validateAnswers(
        full,
        answered((item) => (item.id.startsWith("sexual") ? null : 2)),
      ),
    ).toEqual([]);
  });

  test.each([
    ["unknown item", [{ itemId: "emotional-9", form: "now", value: 1 }]],
    ["unknown form", [{ itemId: "emotional-1", form: "then", value: 1 }]],
    ["out of range", [{ itemId: "emotional-1", form: "now", value: 5 }]],
    ["out of range", [{ itemId: "emotional-1", form: "now", value: 1.5 }]],
    ["out of range", [{ itemId: "emotional-1", form: "now", value: "2" }]],
    [
      "answered twice",
      [
        { itemId: "emotional-1", form: "now", value: 1 },
        { itemId: "emotional-1", form: "now", value: 2 },
      ],
    ],
  ])("%s", (kind, answers) => {
    const [problem] = validateAnswers(full, answers, true);
    expect(problem).toMatchObject({ kind });
    expect(problem?.sentence).toMatch(/^[A-Z].*\.$/);
  });

  test("an open required question is named, form by form; a draft may have it open", () => {
    const now = answered(() => 2, ["now"]);
    const problems = validateAnswers(full, now);
    expect(problems).toHaveLength(36);
    expect(problems[0]).toMatchObject({ kind: "required missing", itemId: "emotional-1", form: "wished" });
    expect(validateAnswers(full, now, true)).toEqual([]);
  });

  test("nothing at all is not a submission; a required rating cannot be declined", () => {
    expect(
      validateAnswers(
        full,
        answered(() => null),
      ),
    ).toMatchObject([{ kind: "nothing answered" }]);
    const connection = builtIn("connection-check");
    const noteOnly = [
      { itemId: "connected", form: "now", value: null },
      { itemId: "note", form: "now", value: "A quiet day" },
    ];
    expect(validateAnswers(connection, noteOnly)).toMatchObject([{ kind: "required missing", itemId: "connected" }]);
  });

  test("a question behind a closed gate is not missing", () => {
    const screen = builtIn("pc-ptsd-5");
    expect(validateAnswers(screen, [answer("gate", 0)])).toEqual([]);
    expect(validateAnswers(screen, [answer("gate", 1)])).toHaveLength(5);
  });
});

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

describe("flags", () => {
  const varied = (item: Instrument["items"][number]) => (item.id.length + Number(item.id.at(-1))) % 5;

  test("an even spread at a calm pace has none", () => {
    expect(responseFlags(full, answered(varied), 72 * 4000)).toEqual([]);
    expect(responseFlags(full, answered(varied), null)).toEqual([]);
  });

  test("idealised, straight-lining and fast are each noticed, and nothing is taken off the score", () => {
    const ideal = answered((item) => (item.id.startsWith("idealised") ? (item.reversed ? 0 : 4) : varied(item)));
    expect(responseFlags(full, ideal, null).map((flag) => flag.kind)).toEqual(["idealised"]);
    const straight = answered(() => 3);
    expect(responseFlags(full, straight, null).map((flag) => [flag.kind, flag.form])).toEqual([
      ["straight-lining", "now"],
      ["straight-lining", "wished"],
    ]);
    expect(responseFlags(full, answered(varied), 72 * 1499)).toMatchObject([{ kind: "fast" }]);
    expect(responseFlags(full, answered(varied), 72 * 1500)).toEqual([]);
  });

  test("all zeros on a scale that only points one way is an answer, not straight-lining", () => {
    const distance = builtIn("distance-moves");
    const never = distance.items.map((item) => answer(item.id, 0));
    expect(responseFlags(distance, never, null)).toEqual([]);
  });
});

describe("change", () => {
  const emotional = full.scales[0];
  if (!emotional) throw new Error("no scale");

  test("Five Dimensions: 28 points is reliable, 24 is within measurement error, and both say assumed", () => {
    expect(changeThreshold(emotional)).toBeCloseTo(27.33, 2);
    expect(compareScores(emotional, 40, 68)).toMatchObject({
      difference: 28,
      verdict: "reliable better",
      kind: "assumed",
    });
    expect(compareScores(emotional, 68, 40).verdict).toBe("reliable worse");
    expect(compareScores(emotional, 40, 64).words).toBe("within measurement error (assumed)");
  });

  test("where lower is better, a fall is better; a printed threshold is used as printed", () => {
    const total = builtIn("pcl-5").scales.find((scale) => scale.key === "total");
    if (!total) throw new Error("no scale");
    expect(compareScores(total, 50, 31)).toMatchObject({
      verdict: "reliable better",
      kind: "published",
      threshold: 18,
    });
    expect(compareScores(total, 50, 32).verdict).toBe("within error");
  });

  test("no figure is said, never guessed", () => {
    const fear = builtIn("fis").scales[0];
    if (!fear) throw new Error("no scale");
    expect(compareScores(fear, 150, 60)).toMatchObject({ verdict: "no figure", threshold: null, kind: null });
  });

  test("a gap needs √2 times the change, and smaller is better", () => {
    expect(compareGaps(emotional, 60, 24).verdict).toBe("within error");
    expect(compareGaps(emotional, 60, 20).verdict).toBe("reliable better");
  });
});

describe("an instrument that contradicts itself is refused", () => {
  const broken = (change: object) => () => parseInstrument({ ...JSON.parse(JSON.stringify(full)), ...change });

  test.each([
    ["an unknown field", { colour: "blue" }, /colour/],
    [
      "a scale over a question that is not there",
      { scales: [{ ...full.scales[0], items: ["gone"] }] },
      /not a question/,
    ],
    [
      "a range that the answers cannot give",
      { scales: [{ ...full.scales[0], range: { min: 0, max: 24 } }] },
      /give 0 to 96/,
    ],
    ["an option set that is not there", { optionSets: {} }, /option sets/],
    ["the same question twice", { items: [...full.items, full.items[0]] }, /Two questions/],
  ])("%s", (_, change, message) => {
    expect(broken({})).not.toThrow();
    expect(broken(change)).toThrow(message);
  });
});
