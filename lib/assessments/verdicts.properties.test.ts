import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareGaps, compareScores, type ReliabilityKind } from "@/lib/assessments/change";
import { changeSentences, type Move } from "@/lib/assessments/change-sentence";
import { dimensions } from "@/lib/assessments/dimension";
import { distanceSentence } from "@/lib/assessments/distance-sentence";

/*
 * What every verdict says is held against docs/RULES.md, section 6, and not against the code: thresholds are worked out here
 * from SD and reliability, and words are looked for in the sentence as a reader would.
 */

const score = fc.oneof(
  fc.integer({ min: 0, max: 24 }).map((step) => step * 4),
  fc.double({ min: 0, max: 96, noNaN: true }),
);
const kind = fc.constantFrom<ReliabilityKind>("published", "estimated", "assumed");
const figures = fc.oneof(
  fc.constant(null),
  fc.record({
    kind,
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    sd: fc.double({ min: 0.5, max: 40, noNaN: true }),
    threshold: fc.constant(null),
    source: fc.constant("x"),
  }),
  fc.record({
    kind,
    value: fc.constant(null),
    sd: fc.constant(null),
    threshold: fc.integer({ min: 1, max: 40 }),
    source: fc.constant("x"),
  }),
);
const scale = fc.record({
  direction: fc.constantFrom<"higher" | "lower" | "neither">("higher", "lower", "neither"),
  reliability: figures,
});
type Given = typeof scale extends fc.Arbitrary<infer S> ? S : never;

/** Beyond measurement error by the rule: a printed threshold is reached, a computed one is passed. Null without a figure. */
function isBeyond({ reliability }: Given, difference: number): boolean | null {
  if (reliability === null) return null;
  if (reliability.threshold !== null) return Math.abs(difference) >= reliability.threshold;
  return Math.abs(difference) > 1.96 * (reliability.sd ?? 0) * Math.sqrt(1 - (reliability.value ?? 0)) * Math.SQRT2;
}

/** Too near to the threshold for two ways of multiplying to agree about. */
const isOnEdge = ({ reliability }: Given, difference: number): boolean =>
  reliability?.threshold === null &&
  Math.abs(Math.abs(difference) - 1.96 * (reliability.sd ?? 0) * Math.sqrt(1 - (reliability.value ?? 0)) * Math.SQRT2) <
    1e-6;

describe("what a difference is called", () => {
  test("says the way, the basis of every claim, and praises only where the scale has a better way", () => {
    fc.assert(
      fc.property(scale, score, score, fc.boolean(), (given, before, after, isProrated) => {
        const difference = after - before;
        // No two scores lie nearer to each other than that, but for what floating point leaves of one and the same.
        fc.pre(!isOnEdge(given, difference) && (difference === 0 || Math.abs(difference) > 1e-6));
        const { words } = compareScores(given, before, after, { isProrated });
        const beyond = isBeyond(given, difference);
        expect(words).toMatch(difference > 0 ? /^higher/ : difference < 0 ? /^lower/ : /^no difference/);
        expect(words.includes("beyond measurement error")).toBe(beyond === true);
        expect(words.includes("within measurement error")).toBe(beyond === false);
        expect(words.includes(`(${given.reliability?.kind}`)).toBe(beyond !== null);
        expect(/prorated/i.test(words)).toBe(isProrated);
        const isBetter = beyond && given.direction !== "neither" && difference > 0 === (given.direction === "higher");
        expect(/better/.test(words)).toBe(beyond === true && isBetter === true);
        expect(/worse/.test(words)).toBe(beyond === true && given.direction !== "neither" && !isBetter);
      }),
    );
  });
});

describe("what moved a gap", () => {
  test("is the side that moved, from and to, a reliable fall first, and never better or worse", () => {
    const sides = fc.record({ now: score.map(Math.round), wished: score.map(Math.round) });
    fc.assert(
      fc.property(scale, sides, sides, fc.boolean(), fc.boolean(), (given, before, after, saysGain, isProrated) => {
        const { words, difference } = compareGaps(given, before, after, { saysGain, isProrated });
        expect(words).not.toMatch(/better|worse|NaN|undefined|null/i);
        expect(difference).toBe(after.wished - after.now - (before.wished - before.now));
        for (const [form, name] of [
          ["now", "now"],
          ["wished", "the wish"],
        ] as const) {
          const [from, to] = [before[form], after[form]];
          const clause =
            words
              .toLowerCase()
              .split("; ")
              .find((part) => part.startsWith(`${name} `)) ?? "";
          if (from === to) expect(clause).toContain(`stayed at ${to}`);
          else expect(clause).toMatch(new RegExp(`(from ${from} to ${to}|is ${to}, and was ${from})[,.]`));
          if (to < from && given.direction !== "lower") expect(clause).toContain("fell");
          if (from !== to && given.reliability) expect(clause).toContain(`(${given.reliability.kind}`);
          if (form === "now" && to > from && !saysGain && given.direction === "higher" && isBeyond(given, to - from))
            expect(clause).not.toContain("rose");
        }
        // A worsening of now, or a wish that was lowered.
        const isFall = (part: string) =>
          /beyond/.test(part) &&
          (/^the wish fell/i.test(part) || (given.direction === "lower" ? /^now rose/i : /^now fell/i).test(part));
        const clauses = words.split("; ");
        if (clauses.some(isFall)) expect(isFall(clauses[0] ?? "")).toBe(true);
      }),
    );
  });
});

describe("what moved beyond measurement error", () => {
  const move = fc
    .record({
      given: scale,
      before: score,
      after: score,
      isWish: fc.boolean(),
      isConfirmed: fc.boolean(),
      isProrated: fc.boolean(),
    })
    .map(({ given, before, after, isWish, isConfirmed, isProrated }) => ({
      isWish,
      isConfirmed,
      change: compareScores(isWish ? { ...given, direction: "neither" } : given, before, after, { isProrated }),
    }));
  const named = fc.array(move, { maxLength: 10 }).map((all): Move[] =>
    all.map((one, i) => ({
      ...one,
      name: `scale ${i} ${one.isWish ? "wish" : "now"}`,
      size: Math.round(Math.abs(one.change.difference)),
    })),
  );

  test("is all there, falls apart from the rest, each with its basis", () => {
    fc.assert(
      fc.property(named, fc.boolean(), fc.integer({ min: 1, max: 5 }), (moves, saysGain, judged) => {
        const { falls, others } = changeSentences(moves, { since: "baseline", judged, saysGain });
        const reliable = moves.filter(({ change }) => change.verdict.startsWith("reliable"));
        const worse = ({ change }: Move) =>
          change.verdict === "reliable worse" || (change.verdict === "reliable change" && change.difference < 0);
        for (const one of moves) {
          const { name, change, size } = one;
          const isFall = reliable.includes(one) && worse(one);
          expect(falls.includes(`${name} `)).toBe(isFall);
          if (isFall) {
            expect(falls).toContain(`${name} ${change.difference > 0 ? "rose" : "fell"} by ${size} `);
            expect(falls).toContain(`(${change.kind}${change.isProrated ? ", prorated" : ""})`);
          }
          if (!reliable.includes(one) || isFall) expect(others).not.toContain(`${name} `);
          if (change.verdict === "reliable better" && !saysGain) expect(others).not.toContain(`${name} `);
        }
        const gains = reliable.filter((one) => !worse(one) && (saysGain || one.change.verdict !== "reliable better"));
        const isLone = judged > 1 && reliable.length === 1 && reliable[0]?.isConfirmed === false;
        for (const { name } of gains) expect(others.includes(`${name} `)).toBe(!isLone);
        expect(others === "").toBe(gains.length === 0);
        if (isLone && (falls || others)) expect(falls + others).toContain("second sitting");
      }),
    );
  });
});

describe("the finding above now and wished", () => {
  test("speaks of every part only over five, names all that are equally wide, and nothing that is closer", () => {
    const rows = fc.subarray([...dimensions]).chain((some) =>
      fc
        .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
          minLength: some.length,
          maxLength: some.length,
        })
        .map((sides) =>
          some.map((dimension, i) => {
            const [now, wished] = [(sides[i]?.[0] ?? 0) * 16, (sides[i]?.[1] ?? 0) * 16];
            return { dimension, now, wished, gap: wished - now };
          }),
        ),
    );
    fc.assert(
      fc.property(rows, (given) => {
        const told = distanceSentence(given);
        const most = Math.max(0, ...given.map(({ gap }) => gap));
        expect(told).toMatch(/^[A-Z].*\.$/);
        expect(/^Every part/.test(told)).toBe(given.length === 5 && most === 0);
        if (most === 0) {
          for (const dimension of given.length > 0 && given.length < 5 ? dimensions : [])
            expect(told).toContain(dimension);
          return;
        }
        for (const { dimension, gap } of given) expect(told.includes(dimension)).toBe(gap === most);
        expect(told.includes(String(most)) || given.filter(({ gap }) => gap === most).length === 1).toBe(true);
      }),
    );
  });
});
