import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { type JointPeople, nothingToRead } from "@/lib/protocol/own-steps-preview";
import { previewChange } from "@/lib/protocol/preview";

const today = "2025-10-16";
const both: JointPeople = { name: "Ines", partner: "Dario", weeksFrom: "2025-09-01" };
const alone: JointPeople = { ...both, partner: null };
const preview = (change: Change, people: JointPeople, decisions: Decision[] = []) =>
  previewChange(
    { version: fixtureProtocol, enrolment: { startDate: "2025-09-01", zone: "UTC" }, decisions, today },
    change,
    today,
    people,
    (date) => `<${date}>`,
  );
const own = (from: string, until: string | null): Change => ({ kind: "own-steps", from, until });

describe("own steps before they are chosen", () => {
  it("say for a couple that they are for both, what closes, and the week with which it opens", () => {
    expect(preview(own(today, "2025-10-22"), both)).toMatchObject({
      clientWords: null,
      changes: [
        "It is for both. From today, one minute after you decide, Ines and Dario do every exercise as own steps.",
        "Joint steps close for both: touch, what one tells the other, joint tasks, sharing, and the charts of closeness.",
        "They open again, if both are clear, with the practice week that begins on <2025-10-27>, and never in the middle of one.",
        "The plan, the days and the weeks stay as they are.",
      ],
    });
    expect(preview(own("2025-10-20", "2025-10-27"), both).changes[2]).toContain("<2025-10-27>");
    expect(preview(own("2025-10-20", null), both).changes[2]).toContain("until you undo it");
  });
  it("name no second person where there is none", () => {
    const { changes } = preview(own("2025-10-20", "2025-10-27"), alone);
    expect(changes[0]).toBe("From <2025-10-20> Ines does every exercise as own steps.");
    expect(changes.join(" ")).not.toMatch(/both/i);
  });
  it("say what an undo opens, and when", () => {
    const chosen = { id: "d0", effectiveOn: "2025-10-14", madeAt: new Date(0), change: own("2025-10-14", null) };
    const undone = preview({ kind: "undo", undoes: "d0" }, both, [chosen]);
    expect(undone.clientWords).toBeNull();
    expect(undone.changes.join(" ")).toContain("It ends for both");
    expect(undone.changes.join(" ")).toContain("with the practice week that begins on <2025-10-20>");
  });
  it("tell apart what changes one plan alone, which the other may notice", () => {
    const swap: Change = { kind: "swap", from: "ten-minute-cuddle", to: "learn-together", scope: "this-week" };
    const said = "Only Ines’s plan changes, and Dario may notice that.";
    expect(preview(swap, both).changes.join(" ")).toContain(said);
    expect(preview(swap, alone).changes.join(" ")).not.toContain("plan changes");
    expect(preview({ kind: "hold" }, both).changes.join(" ")).not.toContain("plan changes");
  });
  it("are read by nobody in words", () => {
    expect(nothingToRead(both)).toBe("Ines and Dario read nothing about it: their pages look as in any own steps.");
    expect(nothingToRead(alone)).toContain("Ines reads nothing about it");
  });
});
