import { describe, expect, it } from "vitest";
import { builtInProtocol } from "@/lib/domain/protocol/built-in";
import { doseIn, editedVersion, exerciseField, weekField } from "@/lib/domain/protocol/edit-form";

const edit = (fields: Record<string, string>) => editedVersion(builtInProtocol, fields);

describe("a practice's own protocol", () => {
  it("is as it was when nothing was changed", () => {
    expect(edit({}).version).toEqual(builtInProtocol);
    const same = Object.fromEntries(
      builtInProtocol.weeks.flatMap(({ number }) =>
        builtInProtocol.exercises.map(({ key }) => [weekField(number, key), doseIn(builtInProtocol, number, key)]),
      ),
    );
    expect(edit(same).version).toEqual(builtInProtocol);
  });
  it("takes texts, minutes and doses, and leaves the rest alone", () => {
    const { version } = edit({
      title: "Our ten weeks",
      [exerciseField("small-secret", "title")]: "Tell a small thing",
      [exerciseField("small-secret", "minutes")]: "8",
      [weekField(5, "ten-minute-cuddle")]: "times-1",
      [weekField(6, "small-secret")]: "",
    });
    expect(version?.title).toBe("Our ten weeks");
    expect(version?.exercises.find(({ key }) => key === "small-secret")).toMatchObject({
      title: "Tell a small thing",
      minutes: 8,
      reach: "disclosure",
    });
    expect(version?.weeks[4]?.exercises).toEqual([
      { exercise: "ten-minute-cuddle", dose: { kind: "times", times: 1 } },
    ]);
    expect(version?.weeks[5]?.exercises.map(({ exercise }) => exercise)).toEqual(["ten-minute-cuddle"]);
    expect(version?.measures).toEqual(builtInProtocol.measures);
  });
  it("says which field does not fit", () => {
    const title = exerciseField("small-secret", "title");
    const minutes = exerciseField("small-secret", "minutes");
    expect(edit({ [title]: " ", [minutes]: "soon" }).faults).toMatchObject({
      [title]: "Write a few words",
      [minutes]: "Write whole minutes, from 1 to 120.",
    });
    expect(edit({ [weekField(1, "one-real-feeling")]: "" }).faults?.form).toMatch(/^Week 1 asks/);
    expect(edit({ [weekField(1, "one-real-feeling")]: "often" }).faults).toMatchObject({
      [weekField(1, "one-real-feeling")]: "Choose how often.",
    });
  });
});
