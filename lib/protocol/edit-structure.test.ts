import { describe, expect, it } from "vitest";
import { leastExposure } from "@/lib/exercises/exercise";
import { measureKey } from "@/lib/protocol/assessments-due";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseField, NEW_EXERCISE, phaseField } from "@/lib/protocol/edit-fields";
import { editStepSchema, stepValue } from "@/lib/protocol/edit-step";
import { restructured } from "@/lib/protocol/edit-structure";
import { speaksOfTouch } from "@/lib/protocol/exposure-words";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { versionChanges } from "@/lib/protocol/version-changes";

const step = (base: ProtocolVersion, value: string, fields: Record<string, string> = {}) =>
  restructured(base, editStepSchema.parse(value), fields, "own-1");
function done(base: ProtocolVersion, value: string, fields: Record<string, string> = {}): ProtocolVersion {
  const result = step(base, value, fields);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.version;
}
const refusal = (base: ProtocolVersion, value: string, fields: Record<string, string> = {}) => {
  const result = step(base, value, fields);
  return "faults" in result ? result.faults : null;
};
const due = (version: ProtocolVersion) => version.measures.map(measureKey);
const asks = (version: ProtocolVersion) => version.weeks.map(({ exercises }) => exercises[0]?.exercise);
const phases = ({ weeks }: ProtocolVersion) => weeks.map(({ phase }) => phase).join("");

describe("a button of the draft", () => {
  it("says its step, and nothing else is one", () => {
    for (const value of ["save", "publish", "phase-add", "week-up.3", "exercise-remove.small-secret"])
      expect(stepValue(editStepSchema.parse(value))).toBe(value);
    for (const value of ["", "week-up", "week-up.x", "exercise-remove", "drop.table"])
      expect(editStepSchema.safeParse(value).success).toBe(false);
  });
});

describe("weeks", () => {
  it("are added like the one before, and what is due later moves along", () => {
    const version = done(fixtureProtocol, "week-add.3");
    expect(version.weeks).toHaveLength(11);
    expect(version.weeks[3]).toMatchObject({ number: 4, phase: 1, reading: null });
    expect(version.weeks[3]?.exercises).toEqual(version.weeks[2]?.exercises);
    expect(due(version)).toContain("five-dimensions:week-6");
    expect(due(version)).toContain("five-dimensions-brief:week-2");
    expect(due(version)).not.toContain("five-dimensions:week-5");
  });
  it("are removed with nothing else lost: what was due in one is due in the week that takes its place", () => {
    const version = done(fixtureProtocol, "week-remove.5");
    expect(version.weeks).toHaveLength(9);
    expect(phases(version)).toBe("111122233");
    expect(due(version)).toEqual(expect.arrayContaining(["five-dimensions:week-5", "five-dimensions-brief:week-5"]));
    expect(due(done(fixtureProtocol, "week-remove.10"))).toContain("five-dimensions:week-9");
  });
  it("change places with all that they ask for; phases and what is due stay", () => {
    const version = done(fixtureProtocol, "week-down.4");
    expect(asks(version).slice(3, 5)).toEqual(["ten-minute-cuddle", "one-real-feeling"]);
    expect(phases(version)).toBe(phases(fixtureProtocol));
    expect(due(version)).toEqual(due(fixtureProtocol));
    expect(done(version, "week-up.5")).toEqual(fixtureProtocol);
    expect(refusal(fixtureProtocol, "week-up.1")?.form).toMatch(/first or the last/);
    expect(refusal(fixtureProtocol, "week-down.10")?.form).toMatch(/first or the last/);
  });
  it("never leave a phase or a protocol without one", () => {
    const short = done(fixtureProtocol, "week-remove.9");
    expect(refusal(short, "week-remove.9")?.form).toBe(
      "Week 9 is the only one of Integration. Remove the phase first.",
    );
    expect(refusal(fixtureProtocol, "week-remove.40")?.form).toMatch(/not there/);
    const full = Array.from({ length: 42 }).reduce<ProtocolVersion>((v) => done(v, "week-add.10"), fixtureProtocol);
    expect(refusal(full, "week-add.10")?.form).toBe("A protocol has 52 weeks at most.");
  });
});

describe("phases", () => {
  const named = { [phaseField("new", "title")]: "Rest", [phaseField("new", "aim")]: "A calm week." };
  const from = (week: number) => ({ ...named, [phaseField("new", "from")]: String(week) });

  it("begin at a week; later ones and their safety questions move along", () => {
    const version = done(fixtureProtocol, "phase-add", from(7));
    expect(version.phases.map(({ title }) => title)).toEqual(["Small Steps", "Building Trust", "Rest", "Integration"]);
    expect(phases(version)).toBe("1111223344");
    expect(due(version).filter((key) => key.startsWith("safety"))).toEqual([
      "safety-and-steadiness:before-enrolment",
      "safety-and-steadiness:before-phase-2",
      "safety-and-steadiness:before-phase-3",
      "safety-and-steadiness:before-phase-4",
    ]);
    expect(done(version, "phase-remove.3")).toEqual(fixtureProtocol);
  });
  it("say what is missing", () => {
    expect(refusal(fixtureProtocol, "phase-add", { [phaseField("new", "from")]: "5" })).toEqual({
      [phaseField("new", "title")]: "Write a name for the phase.",
      [phaseField("new", "aim")]: "Write what the phase is for.",
      [phaseField("new", "from")]: "Choose a week at which no phase begins yet.",
    });
  });
  it("go and leave their weeks to a neighbour; the last one stays", () => {
    const two = done(fixtureProtocol, "phase-remove.1");
    expect(two.phases.map(({ title }) => title)).toEqual(["Building Trust", "Integration"]);
    expect(phases(two)).toBe("1111111122");
    const one = done(two, "phase-remove.2");
    expect(phases(one)).toBe("1111111111");
    expect(refusal(one, "phase-remove.1")?.form).toMatch(/one phase at least/);
  });
});

describe("exercises", () => {
  const fields = (more: Record<string, string> = {}) => ({
    [exerciseField(NEW_EXERCISE, "title")]: "Cook a dish",
    [exerciseField(NEW_EXERCISE, "instructions")]: "Cook with {partner}. It may burn.",
    [exerciseField(NEW_EXERCISE, "purpose")]: "Side by side.",
    [exerciseField(NEW_EXERCISE, "minutes")]: "40",
    [exerciseField(NEW_EXERCISE, "page")]: "learn-together",
    [exerciseField(NEW_EXERCISE, "exposure")]: "together",
    ...more,
  });
  it("of the practice's own are walked through on a guided page, at its exposure level or more", () => {
    const version = done(fixtureProtocol, "exercise-add", fields());
    expect(exerciseOf(version, "own-1")).toMatchObject({
      title: "Cook a dish",
      page: "learn-together",
      exposureLevel: "together",
    });
    const touch = fields({ [exerciseField(NEW_EXERCISE, "page")]: "ten-minute-cuddle" });
    expect(refusal(fixtureProtocol, "exercise-add", touch)).toHaveProperty([exerciseField(NEW_EXERCISE, "exposure")]);
    const empty = fields({ [exerciseField(NEW_EXERCISE, "title")]: "", [exerciseField(NEW_EXERCISE, "minutes")]: "" });
    expect(Object.keys(refusal(fixtureProtocol, "exercise-add", empty) ?? {}).sort()).toEqual([
      exerciseField(NEW_EXERCISE, "minutes"),
      exerciseField(NEW_EXERCISE, "title"),
    ]);
    expect(
      exerciseOf(
        done(fixtureProtocol, "exercise-add", fields({ [exerciseField(NEW_EXERCISE, "exposure")]: "" })),
        "own-1",
      )?.exposureLevel,
    ).toBe("touch");
  });
  it("are copied with the exposure level of the original as the least, also through copies of copies", () => {
    const once = done(fixtureProtocol, "exercise-copy.ten-minute-cuddle");
    expect(exerciseOf(once, "own-1")).toMatchObject({ exposureLevel: "touch", exposureFloor: "touch" });
    const moved = {
      ...once,
      exercises: once.exercises.map((one) => (one.key === "own-1" ? { ...one, page: "learn-together" as const } : one)),
    };
    const twice = restructured(moved, { kind: "exercise-copy", key: "own-1" }, {}, "own-2");
    if ("faults" in twice) throw new Error("refused");
    const copy = exerciseOf(twice.version, "own-2");
    expect(copy && leastExposure(copy)).toBe("touch");
  });
  it("go from weeks and gentler steps, unless a week would ask for nothing", () => {
    expect(refusal(fixtureProtocol, "exercise-remove.one-real-feeling")?.form).toMatch(/^Week 1 asks for nothing but/);
    const version = done(fixtureProtocol, "exercise-remove.learn-together");
    expect(version.exercises.some(({ gentler }) => gentler.includes("learn-together"))).toBe(false);
    const less = done(fixtureProtocol, "exercise-remove.small-secret");
    expect(less.weeks[5]?.exercises.map(({ exercise }) => exercise)).toEqual(["ten-minute-cuddle"]);
  });
  it("whose words speak of touch without saying so are named; of the shipped ones none", () => {
    expect(fixtureProtocol.exercises.filter(speaksOfTouch)).toEqual([]);
    const exposureLevel = "together" as const;
    expect(speaksOfTouch({ title: "Hug for a minute", instructions: "", exposureLevel })).toBe(true);
    expect(speaksOfTouch({ title: "Hug for a minute", instructions: "", exposureLevel: "touch" })).toBe(false);
  });
});

describe("what a new version changes", () => {
  it("is said in facts; nothing is nothing", () => {
    expect(versionChanges(fixtureProtocol, fixtureProtocol)).toEqual([]);
    const version = done(done(fixtureProtocol, "phase-remove.3"), "week-remove.10");
    expect(versionChanges(fixtureProtocol, version)).toEqual([
      "9 weeks in 2 phases, instead of 10 weeks in 3 phases.",
      "Assessments or follow-ups fall due at other moments.",
    ]);
    expect(versionChanges(fixtureProtocol, done(fixtureProtocol, "week-down.4"))).toEqual([
      "Weeks 4 and 5 ask for something else.",
    ]);
    expect(versionChanges(fixtureProtocol, done(fixtureProtocol, "exercise-copy.small-secret"))).toEqual([
      "New: Share a small secret (copy).",
    ]);
  });
});
