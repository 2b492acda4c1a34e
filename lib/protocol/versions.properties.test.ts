import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAtLeast, leastExposure } from "@/lib/exercises/exercise";
import { assessmentsDue, measureKey } from "@/lib/protocol/assessments-due";
import type { Decision } from "@/lib/protocol/decision";
import { type ProtocolVersion, protocolVersionSchema } from "@/lib/protocol/definition";
import { chosenMeasures, fieldsOf, phaseField } from "@/lib/protocol/edit-fields";
import { editedVersion } from "@/lib/protocol/edit-form";
import type { EditStep } from "@/lib/protocol/edit-step";
import { restructured } from "@/lib/protocol/edit-structure";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { protocolPath } from "@/lib/protocol/schedule";
import { todaysExercises } from "@/lib/protocol/today";
import { addDays } from "@/lib/time/local-date";

const start = "2026-03-16";
const nth = fc.integer({ min: 1, max: 16 });
const key = fc.constantFrom(...fixtureProtocol.exercises.map((one) => one.key), "own-1", "own-3");
const step: fc.Arbitrary<EditStep> = fc.oneof(
  fc.record({ kind: fc.constantFrom("week-add", "week-remove", "week-up", "week-down"), n: nth }),
  fc.record({ kind: fc.constantFrom("week-add", "week-remove"), n: nth }),
  fc.record({ kind: fc.constant("phase-remove" as const), n: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("phase-add" as const) }),
  fc.record({ kind: fc.constantFrom("exercise-copy", "exercise-remove"), key }),
);
const edits = fc.array(fc.record({ step, from: nth }), { maxLength: 14 });

/** A version as a practice could have made it: the shipped one after any steps of the editor. */
function made(list: { step: EditStep; from: number }[]): ProtocolVersion {
  return list.reduce((base, { step: one, from }, i) => {
    const fields = {
      [phaseField("new", "title")]: `Phase ${i}`,
      [phaseField("new", "aim")]: "A calm stretch.",
      [phaseField("new", "from")]: String(from),
    };
    const result = restructured(base, one, fields, `own-${i}`);
    return "faults" in result ? base : result.version;
  }, fixtureProtocol);
}
const version = edits.map(made);
const decision = fc.record({
  day: fc.integer({ min: 0, max: 120 }),
  change: fc.constantFrom<Decision["change"]>(
    { kind: "hold" },
    { kind: "release" },
    { kind: "repeat" },
    { kind: "pause", until: null },
    { kind: "resume" },
    { kind: "extend", weeks: 2 },
    { kind: "own-steps", from: addDays(start, 20), until: addDays(start, 27) },
  ),
});
const decisions = fc.array(decision, { maxLength: 5 }).map((list) =>
  list
    .sort((a, b) => a.day - b.day)
    .map(
      ({ day, change }, i): Decision => ({
        id: `d${i}`,
        effectiveOn: addDays(start, day),
        madeAt: new Date(1e12 + i),
        change,
      }),
    ),
);
const inputOf = (one: ProtocolVersion, list: Decision[], day: number): PathInput => ({
  version: one,
  enrolment: { startDate: start, zone: "Europe/London" },
  decisions: list,
  today: addDays(start, day),
});

/** A version of so many weeks, its phases begun at `from`. */
function shaped(weeks: number, from: number[]): ProtocolVersion {
  let shape = made([]);
  const go = (one: EditStep, fields = {}) => {
    const result = restructured(shape, one, fields, "own-1");
    if ("faults" in result) throw new Error(JSON.stringify(result.faults));
    shape = result.version;
  };
  while (shape.phases.length > 1) go({ kind: "phase-remove", n: 2 });
  while (shape.weeks.length > weeks) go({ kind: "week-remove", n: shape.weeks.length });
  while (shape.weeks.length < weeks) go({ kind: "week-add", n: shape.weeks.length });
  from.forEach((week, i) => {
    const named = { [phaseField("new", "title")]: `Phase ${i + 2}`, [phaseField("new", "aim")]: "More." };
    go({ kind: "phase-add" }, { ...named, [phaseField("new", "from")]: String(week) });
  });
  return shape;
}

describe("any version that the editor can make", () => {
  it("is valid, asks the safety questions before each phase and claims no weaker exposure level", () => {
    fc.assert(
      fc.property(version, (one) => {
        expect(protocolVersionSchema.safeParse(one).success).toBe(true);
        const due = one.measures.map(measureKey);
        expect(new Set(due).size).toBe(due.length);
        for (const { number } of one.phases)
          expect(due).toContain(
            `safety-and-steadiness:${number === 1 ? "before-enrolment" : `before-phase-${number}`}`,
          );
        for (const exercise of one.exercises)
          expect(isAtLeast(exercise.exposureLevel, leastExposure(exercise))).toBe(true);
        for (const { key: copy } of one.exercises.filter(({ title }) => title.startsWith("Ten-minute cuddle")))
          expect(one.exercises.find((exercise) => exercise.key === copy)?.exposureLevel).toBe("touch");
      }),
      { numRuns: 300 },
    );
  });

  it("is the same after its own form is sent back unchanged", () => {
    fc.assert(
      fc.property(version, (one) => {
        expect(editedVersion(one, fieldsOf(one)).version).toEqual(one);
      }),
      { numRuns: 150 },
    );
  });

  it("makes a path that skips no week, reaches every phase, and has a day for all that is due", () => {
    fc.assert(
      fc.property(version, decisions, fc.integer({ min: -5, max: 160 }), (one, list, day) => {
        const path = protocolPath(inputOf(one, list, day));
        const numbers = [...path.weeks, ...path.waiting].map(({ number }) => number);
        expect(new Set(numbers).size).toBe(path.totalWeeks);
        path.weeks.forEach(({ number }, i) => {
          expect(number - (path.weeks[i - 1]?.number ?? 0)).toBeLessThanOrEqual(1);
        });
        const phases = new Set([...path.weeks, ...path.waiting].map(({ phase }) => phase.number));
        expect(phases.size).toBe(one.phases.length);
        const due = assessmentsDue(one, path).map(({ key: name }) => name);
        if (path.endsOn) expect(due.sort()).toEqual(chosenMeasures(one).map(measureKey).sort());
        const { progress } = pathTodayOf(
          { version: one, startDate: start, zone: "Europe/London", decisions: list },
          path.today,
        );
        expect(progress.phases).toHaveLength(path.totalWeeks);
        const { main, others } = todaysExercises(one, path, [], { open: false, jointTasks: false }, false);
        for (const offer of [main, ...others]) expect(["own", undefined]).toContain(offer?.form);
      }),
      { numRuns: 300 },
    );
  });

  it("takes a running path over from any other: the weeks before keep theirs, and none is skipped", () => {
    fc.assert(
      fc.property(
        version,
        version,
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 0, max: 60 }),
        (a, b, on, more) => {
          const until = addDays(start, on);
          const before = protocolPath(inputOf(a, [], on));
          const after = protocolPath({ ...inputOf(b, [], on + more), earlierVersions: [{ version: a, until }] });
          const lived = ({ weeks }: typeof before) =>
            weeks
              .filter(({ endsOn }) => endsOn < until)
              .map(({ number, phase, exercises }) => ({ number, phase, exercises }));
          expect(lived(after)).toEqual(lived(before));
          after.weeks.forEach(({ number }, i) => {
            const step = number - (after.weeks[i - 1]?.number ?? 0);
            expect(step).toBeGreaterThanOrEqual(0);
            expect(step).toBeLessThanOrEqual(1);
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("six weeks in two phases, and fourteen in four", () => {
  it("are lived like the ten: place, phase and what is due", () => {
    const six = shaped(6, [4]);
    const long = shaped(14, [5, 9, 12]);
    const at = (one: ProtocolVersion, day: number) =>
      pathTodayOf({ version: one, startDate: start, zone: "Europe/London", decisions: [] }, addDays(start, day));
    expect(at(six, 30).words).toBe("Week 5 of 6, Phase 2");
    expect(at(six, 43).progress).toEqual({ state: "finished", phases: [1, 1, 1, 2, 2, 2] });
    expect(at(long, 80)).toMatchObject({ words: "Week 12 of 14, Phase 4", phase: "Phase 4" });
    expect(at(long, 80).progress.phases).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    expect(chosenMeasures(six).every(({ moment }) => moment.at !== "week" || moment.week <= 6)).toBe(true);
    expect(six.measures.map(measureKey)).toContain("five-dimensions:week-6");
    expect(long.measures.map(measureKey)).toContain("safety-and-steadiness:before-phase-4");
  });
});
