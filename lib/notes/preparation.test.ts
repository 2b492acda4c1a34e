import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInExercises } from "@/lib/exercises/built-in-exercises";
import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";
import {
  askedAbout,
  checkLine,
  excerpt,
  fitted,
  leftOutLines,
  MOST_WORDS,
  movesLine,
  practiceLines,
  WORDS_BESIDE,
  wordsOf,
  writtenLines,
} from "./preparation";
import { type AskedAbout, questionTable, worthAsking } from "./questions";
import type { DoneAttempt, Happened } from "./since-last";

const exercises = new Map(builtInExercises.map((one) => [one.key, one]));
const cuddle: DoneAttempt = {
  ...{ exercise: "ten-minute-cuddle", form: "shared", date: "2026-11-18", outcome: "done", skipReason: null },
  ...{ anxietyBefore: 8, anxietyAfter: 4, howItWent: 3, hasWords: false },
};
const skipped: DoneAttempt = {
  ...cuddle,
  outcome: "skipped",
  skipReason: "too-big",
  anxietyAfter: null,
  howItWent: null,
};
const nothing: Happened = { checks: [], attempts: [], moves: [], messages: [], assessments: [], decisions: [] };

describe("what a session is prepared from", () => {
  it("is said in counts, with quality beside how often", () => {
    const tried: DoneAttempt = { ...cuddle, outcome: "tried", anxietyAfter: null, howItWent: null };
    expect(practiceLines([cuddle, tried, skipped], exercises)).toEqual([
      "Ten-minute cuddle: 2 times, 1 of them stopped early. Went: well. Anxiety: 8 to 4, 8.",
    ]);
    expect(leftOutLines([cuddle, skipped], exercises, "2026-11-23")).toEqual([
      "Wed 18 Nov: Ten-minute cuddle, “It felt too big today”.",
    ]);
    expect(checkLine([])).toBe("No connection check.");
    expect(checkLine([{ date: "2026-11-18", score: 4, hasNote: false }])).toBe("1 connection check, oldest first: 4.");
    const ninety = Array.from({ length: 90 }, (_, i) => ({
      date: "2026-11-18",
      score: i < 62 ? 3 : 8,
      hasNote: false,
    }));
    expect(checkLine(ninety)).toMatch(/^90 connection checks; the newest 28, oldest first: (8, ){27}8\.$/);
    expect(movesLine([])).toEqual([]);
    expect(writtenLines([{ date: "2026-11-18", about: "with a check", words: "So near." }], "2026-11-23")).toEqual([
      "Wed 18 Nov, with a check: “So near.”",
    ]);
    expect(excerpt("one two three", 2)).toBe("one two …");
  });

  it("fits on one sheet whatever there was, keeps every section, and says what it left out", () => {
    const line = fc
      .array(fc.constantFrom("so", "near", "today"), { minLength: 1, maxLength: 400 })
      .map((all) => all.join(" "));
    const lines = fc.array(line, { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }), (all) => {
        const sections = all.map((one, i) => ({ key: `s${i}`, title: `Part ${i}`, lines: one }));
        const shown = fitted(sections);
        expect(wordsOf(shown)).toBeLessThanOrEqual(MOST_WORDS - WORDS_BESIDE);
        expect(shown.map(({ key }) => key)).toEqual(
          sections.filter((one) => one.lines.length > 0).map(({ key }) => key),
        );
        if (wordsOf(sections) <= MOST_WORDS - WORDS_BESIDE)
          expect(shown).toEqual(sections.filter((one) => one.lines.length > 0));
        for (const { key, lines: kept } of shown) {
          const before = sections.find((one) => one.key === key)?.lines ?? [];
          const more = /^And (\d+) more\.$/.exec(kept.at(-1) ?? "")?.[1];
          expect(kept.length - (more ? 1 : 0) + Number(more ?? 0)).toBe(before.length);
        }
      }),
    );
  });
});

describe("two questions worth asking", () => {
  const calm: AskedAbout = {
    ...{ hasFallen: false, hasAgreed: false, leftOut: 0, highBefore: 0, eased: 0, measured: 0 },
    ...{ moves: 0, wrote: 0, isQuiet: false },
  };
  const keys = (more: Partial<AskedAbout>) => worthAsking({ ...calm, ...more }).map(({ key }) => key);

  it("come from the table, the first two that fit, each with why", () => {
    expect(keys({})).toEqual(["worth", "better"]);
    expect(keys({ moves: 1, isQuiet: true, wrote: 2 })).toEqual(["quiet", "moves"]);
    expect(keys({ hasFallen: true, hasAgreed: true, leftOut: 3 })).toEqual(["fell", "agreed"]);
    expect(keys({ eased: 1, measured: 2, wrote: 1 })).toEqual(["wrote", "worth"]);
    expect(worthAsking({ ...calm, leftOut: 2 })[0]?.why).toMatch(/^2 exercises left out/);
    for (const { why, question } of questionTable) {
      expect(why(calm)).toMatch(/\.$/);
      expect(question).toMatch(/\?$/);
    }
  });

  it("leave the sheet its seven hundred words, whichever two they are", () => {
    const about = { ...calm, leftOut: 12, highBefore: 12, eased: 11, measured: 12, moves: 12, wrote: 12 };
    const words = (text: string) => text.split(/\s+/).length;
    const [one = 0, two = 0] = questionTable
      .map(({ question, why }) => words(`${question} ${why(about)}`))
      .toSorted((a, b) => b - a);
    const around =
      "Preparation Since the last session, Wednesday 18 November 2026, 09:00. Worth asking 24 November 50 minutes";
    expect(one + two + words(NOT_A_DISTANCE_MOVE) + words(around)).toBeLessThanOrEqual(WORDS_BESIDE);
  });

  it("go by counts of what was kept", () => {
    const about = askedAbout(
      { ...nothing, attempts: [cuddle, cuddle, skipped] },
      { hasFallen: false, hasAgreed: false, wrote: 0 },
    );
    expect(about).toMatchObject({ leftOut: 1, highBefore: 3, eased: 2, measured: 2, isQuiet: false });
    expect(askedAbout(nothing, { hasFallen: false, hasAgreed: false, wrote: 0 }).isQuiet).toBe(true);
  });

  it("say nothing that a check, an event or a gate holds, and call nobody avoidant or failing", () => {
    const all = questionTable.map((row) => `${row.when} ${row.question} ${row.why(calm)}`).join(" ");
    expect(all).not.toMatch(/safe|gate|\bstop\b|concern|alarm|fail|missed|avoidan|should/i);
  });
});
