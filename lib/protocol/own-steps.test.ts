import { describe, expect, it } from "vitest";
import { type Exercise, exercisePages } from "@/lib/exercises/exercise";
import { exerciseOf, protocolVersionSchema } from "@/lib/protocol/definition";
import { exerciseField, fieldsOf } from "@/lib/protocol/edit-fields";
import { editedVersion } from "@/lib/protocol/edit-form";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { exerciseIn, hasOwnSteps, ownSteps } from "@/lib/protocol/own-steps";

const cuddle = exerciseOf(fixtureProtocol, "ten-minute-cuddle") as Exercise;
const withOwn = (own: unknown) => {
  const version = structuredClone(fixtureProtocol) as { exercises: object[] };
  version.exercises[2] = { ...version.exercises[2], own };
  return protocolVersionSchema.safeParse(version);
};

describe("the two forms of an exercise", () => {
  it("are said in words of their own on every page, and differ in nothing that the path asks for", () => {
    for (const page of exercisePages) {
      const exercise = fixtureProtocol.exercises.find((one) => one.page === page) as Exercise;
      const own = exerciseIn(exercise, "own");
      expect(exerciseIn(exercise, "shared"), page).toBe(exercise);
      expect(own, page).toEqual({ ...exercise, ...ownSteps[page] });
      expect(own.title, page).not.toBe(exercise.title);
      expect(own.instructions.split(/[.?](?:\s|$)/).filter(Boolean).length, page).toBeLessThanOrEqual(5);
    }
  });
  it("are one where an exercise asks nothing of anybody else", () => {
    const alone: Exercise = { ...cuddle, exposureLevel: "alone" };
    expect(hasOwnSteps(alone)).toBe(false);
    expect(exerciseIn(alone, "own")).toBe(alone);
  });
});

describe("a practice's own words for own steps", () => {
  it("come before those of the page; a name alone is not enough, and versions without any stay as they are", () => {
    const titled = exerciseIn({ ...cuddle, own: { title: "Warm hands", instructions: "Hold a cup." } }, "own");
    expect(titled).toMatchObject({ title: "Warm hands", instructions: "Hold a cup.", minutes: 12 });
    const untitled = exerciseIn({ ...cuddle, own: { instructions: "Hold a cup." } }, "own");
    expect(untitled).toMatchObject({ title: "Ten minutes of warmth", instructions: "Hold a cup." });
    expect(withOwn({ title: "Warm hands", instructions: "Hold a cup." }).success).toBe(true);
    expect(withOwn({ title: "Warm hands" }).success).toBe(false);
    const published = JSON.parse(JSON.stringify(fixtureProtocol));
    expect(protocolVersionSchema.parse(published)).toEqual(published);
    expect(JSON.stringify(published)).not.toContain('"own"');
  });
  it("never name a partner", () => {
    const fault = withOwn({ instructions: "Sit beside {partner}." }).error?.issues[0];
    expect(fault).toMatchObject({ path: ["exercises", 2, "own", "instructions"] });
    expect(fault?.message).toContain("need no partner");
  });
  it("are edited beside the others, and taken out by emptying them", () => {
    const field = (part: "own-title" | "own-instructions") => exerciseField("ten-minute-cuddle", part);
    const { version } = editedVersion(fixtureProtocol, { [field("own-instructions")]: "Hold a cup for ten minutes." });
    expect(version?.exercises[2]?.own).toEqual({ instructions: "Hold a cup for ten minutes." });
    if (!version) return;
    expect(fieldsOf(version)[field("own-instructions")]).toBe("Hold a cup for ten minutes.");
    expect(editedVersion(version, { [field("own-instructions")]: " " }).version).toEqual(fixtureProtocol);
    const lone = editedVersion(fixtureProtocol, { [field("own-title")]: "Warm hands" });
    expect(lone.faults).toHaveProperty([field("own-instructions")]);
    const named = editedVersion(version, { [field("own-title")]: "With {partner}" });
    expect(named.faults?.[field("own-title")]).toContain("need no partner");
  });
});
