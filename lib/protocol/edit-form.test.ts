import { describe, expect, it } from "vitest";
import {
  chosenMeasures,
  doseField,
  exerciseField,
  fieldsOf,
  gentlerField,
  measureField,
  phaseField,
  weekField,
} from "@/lib/protocol/edit-fields";
import { editedVersion } from "@/lib/protocol/edit-form";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";

const edit = (fields: Record<string, string>) => editedVersion(fixtureProtocol, fields);

describe("a practice's own protocol", () => {
  it("is as it was when nothing was changed, whether the form sends nothing or all of it", () => {
    expect(edit({}).version).toEqual(fixtureProtocol);
    expect(edit(fieldsOf(fixtureProtocol)).version).toEqual(fixtureProtocol);
  });

  it("takes texts, minutes, doses, readings and where phases begin", () => {
    const { version } = edit({
      title: "Our ten weeks",
      [exerciseField("small-secret", "title")]: "Tell a small thing",
      [exerciseField("small-secret", "minutes")]: "8",
      [doseField(5, "ten-minute-cuddle")]: "times-1",
      [doseField(6, "small-secret")]: "",
      [weekField(8, "reading")]: "highs-and-lows",
      [weekField(1, "add")]: "learn-together",
      [weekField(1, "add-dose")]: "up-to-2",
      [phaseField(2, "title")]: "Trust",
      [phaseField(2, "from")]: "4",
    });
    expect(version?.title).toBe("Our ten weeks");
    const secret = version?.exercises.find(({ key }) => key === "small-secret");
    expect(secret).toMatchObject({ title: "Tell a small thing", minutes: 8, exposureLevel: "disclosure" });
    expect(version?.weeks[4]?.exercises).toEqual([
      { exercise: "ten-minute-cuddle", dose: { kind: "times", times: 1 } },
    ]);
    expect(version?.weeks[5]?.exercises.map(({ exercise }) => exercise)).toEqual(["ten-minute-cuddle"]);
    expect(version?.weeks[7]?.reading).toBe("highs-and-lows");
    expect(version?.weeks[0]?.exercises.at(-1)).toEqual({
      exercise: "learn-together",
      dose: { kind: "up-to", times: 2 },
    });
    expect(version?.phases[1]?.title).toBe("Trust");
    expect(version?.weeks.map(({ phase }) => phase)).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 3, 3]);
  });

  it("says which field does not fit, and keeps nothing", () => {
    const title = exerciseField("small-secret", "title");
    const minutes = exerciseField("small-secret", "minutes");
    const { version, faults } = edit({
      [title]: " ",
      [minutes]: "soon",
      [doseField(1, "one-real-feeling")]: "often",
      [phaseField(3, "from")]: "4",
      [phaseField(1, "aim")]: "",
      followUps: "four",
    });
    expect(version).toBeNull();
    expect(faults).toMatchObject({
      [title]: "Write a few words",
      [minutes]: "Write whole minutes, from 1 to 120.",
      [doseField(1, "one-real-feeling")]: "Choose how often.",
      [phaseField(3, "from")]: expect.stringMatching(/^Begin it after week 5/),
      [phaseField(1, "aim")]: "Write a few words",
      followUps: expect.stringMatching(/^Write at most six/),
    });
    expect(edit({ [doseField(1, "one-real-feeling")]: "" }).faults).toEqual({
      [weekField(1, "add")]: "Week 1 asks for one exercise at least, and six at most.",
    });
  });

  it("keeps every name that its form sends in the same place, also beside rows that are taken out", () => {
    const at = (instrument: string) =>
      chosenMeasures(fixtureProtocol).findIndex((one) => one.instrument === instrument);
    const moves = at("distance-moves");
    const { faults } = edit({
      [measureField(0, "instrument")]: "",
      [measureField(moves, "at")]: "week-30",
      [gentlerField("ten-minute-cuddle", 1)]: "",
      [gentlerField("ten-minute-cuddle", 3)]: "ten-minute-cuddle",
    });
    expect(faults).toEqual({
      [measureField(moves, "at")]: "This protocol has no such moment any more. Choose another.",
      [gentlerField("ten-minute-cuddle", 3)]: "Choose another exercise of this protocol.",
    });
  });
});

describe("what is due", () => {
  it("moves, is added and left out; twice at one moment is said", () => {
    const { version } = edit({
      [measureField(0, "instrument")]: "",
      [measureField("new", "instrument")]: "phq-9",
      [measureField("new", "at")]: "week-3",
    });
    expect(version && chosenMeasures(version)).toEqual([
      ...chosenMeasures(fixtureProtocol).slice(1),
      { instrument: "phq-9", moment: { at: "week", week: 3 } },
    ]);
    const twice = edit({
      [measureField("new", "instrument")]: "five-dimensions",
      [measureField("new", "at")]: "week-5",
    });
    expect(twice.faults).toEqual({ [measureField("new", "at")]: "It is due at this moment already." });
  });

  it("names a follow-up measure whose follow-up was taken away", () => {
    const place = chosenMeasures(fixtureProtocol).findIndex(
      ({ moment }) => moment.at === "follow-up" && moment.weeksAfterEnd === 12,
    );
    expect(edit({ followUps: "4" }).faults).toEqual({
      [measureField(place, "at")]: "This protocol has no such moment any more. Choose another.",
    });
    expect(edit({ followUps: "4", [measureField(place, "instrument")]: "" }).version?.followUps).toEqual([4]);
  });

  it("always holds the safety questions before the start and before each later phase", () => {
    const { version } = editedVersion({ ...fixtureProtocol, measures: [] }, {});
    expect(version?.measures).toEqual(fixtureProtocol.measures.slice(0, 3));
  });
});

describe("the exposure level of an exercise", () => {
  const own = (more: object) => ({
    ...fixtureProtocol,
    exercises: [
      ...fixtureProtocol.exercises,
      {
        key: "own-1",
        title: "Back to back",
        purpose: "Being near without a goal.",
        instructions: "Sit back to back with {partner}. Stop whenever you like.",
        minutes: 10,
        exposureLevel: "touch" as const,
        page: "ten-minute-cuddle" as const,
        gentler: [],
        ...more,
      },
    ],
  });
  const exposureLevel = exerciseField("own-1", "exposure");

  it("of a shipped one can grow and never shrink, nor does it change its page", () => {
    expect(edit({ [exerciseField("ten-minute-cuddle", "exposure")]: "together" }).faults).toHaveProperty([
      exerciseField("ten-minute-cuddle", "exposure"),
    ]);
    expect(edit({ [exerciseField("small-secret", "exposure")]: "touch" }).version).not.toBeNull();
    const moved = edit({ [exerciseField("ten-minute-cuddle", "page")]: "learn-together" }).version;
    expect(moved?.exercises.find(({ key }) => key === "ten-minute-cuddle")?.page).toBe("ten-minute-cuddle");
  });

  it("of an own one is never weaker than its guided page", () => {
    for (const weaker of ["alone", "together", "disclosure"])
      expect(editedVersion(own({}), { [exposureLevel]: weaker }).faults).toHaveProperty([exposureLevel]);
    const plain = { [exerciseField("own-1", "page")]: "learn-together" };
    expect(editedVersion(own({}), { ...plain, [exposureLevel]: "together" }).version).not.toBeNull();
    expect(editedVersion(own({}), { ...plain, [exposureLevel]: "alone" }).faults).toHaveProperty([exposureLevel]);
  });

  it("of a copy is never weaker than its original, on whatever page", () => {
    const copy = own({ exposureFloor: "touch" as const });
    const moved = { [exerciseField("own-1", "page")]: "learn-together", [exposureLevel]: "together" };
    expect(editedVersion(copy, moved).faults).toHaveProperty([exposureLevel]);
    expect(editedVersion(copy, { ...moved, [exposureLevel]: "touch" }).version).not.toBeNull();
  });

  it("makes a gentler step only of what asks for no more", () => {
    expect(edit({ [gentlerField("ask-for-a-favour", 1)]: "small-secret" }).faults).toHaveProperty([
      gentlerField("ask-for-a-favour", 1),
    ]);
  });
});
