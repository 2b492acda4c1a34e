import { describe, expect, it } from "vitest";
import { type Change, type Decision, inForce, inOrder } from "@/lib/protocol/decision";
import { decisionSentence } from "@/lib/protocol/decision-sentence";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { coveredUntil, ownStepsChosenOn } from "@/lib/protocol/own-days";
import type { PathWeek } from "@/lib/protocol/path";
import { previewChange } from "@/lib/protocol/preview";
import { protocolPath } from "@/lib/protocol/schedule";
import { decisionsToReadAbout } from "@/lib/protocol/words-in-force";

const today = "2025-10-16";
const own = (from: string, until: string | null): Change => ({ kind: "own-steps", from, until });
const made = (change: Change, effectiveOn = today, id = "d0"): Decision => ({
  id,
  effectiveOn,
  madeAt: new Date(`${effectiveOn}T09:00:00Z`),
  change,
});
const input = (decisions: Decision[] = [], version = fixtureProtocol, on = today) => ({
  version,
  enrolment: { startDate: "2025-09-01", zone: "UTC" },
  decisions,
  today: on,
});
const ownDays = (...decisions: Decision[]) => protocolPath(input(decisions)).weeks.flatMap((week) => week.ownDays);
const people = { name: "Ines", partner: null, weeksFrom: "2025-09-01" };
const preview = (change: Change, decisions: Decision[] = [], version = fixtureProtocol) =>
  previewChange(input(decisions, version), change, today, people, (date) => `<${date}>`);

describe("own steps that a therapist chose", () => {
  it("cover their days and change nothing else about the path", () => {
    const holiday = made(own("2025-10-18", "2025-10-21"));
    expect(ownDays(holiday)).toEqual(["2025-10-18", "2025-10-19", "2025-10-20"]);
    expect(ownDays(made(own(today, null)))).toHaveLength(25);
    const { weeks, current, ...rest } = protocolPath(input([holiday]));
    const without = (week: PathWeek | null) => week && { ...week, ownDays: [] };
    expect({ ...rest, current: without(current), weeks: weeks.map(without) }).toEqual(protocolPath(input()));
  });
  it("end on the day on which they are undone, and the days before stay", () => {
    const chosen = made(own("2025-10-14", null), "2025-10-14");
    const undo = made({ kind: "undo", undoes: "d0" }, today, "d1");
    expect(ownDays(chosen, undo)).toEqual(["2025-10-14", "2025-10-15"]);
    expect(ownStepsChosenOn(inForce(inOrder([chosen, undo]), today), today)).toBe(false);
  });
  it("are named in the history, and told to nobody in words", () => {
    const say = (change: Change) => decisionSentence(fixtureProtocol, change, (date) => `<${date}>`);
    expect(say(own("2025-10-20", null))).toBe("Chose own steps from <2025-10-20> on");
    expect(say(own("2025-10-20", "2025-10-27"))).toBe("Chose own steps from <2025-10-20> until <2025-10-27>");
    const decisions = [made(own("2025-10-20", "2025-11-03"))];
    const read = (on: string) =>
      decisionsToReadAbout(decisions, new Set(["d0"]), protocolPath(input(decisions, fixtureProtocol, on)));
    expect(["2025-10-19", "2025-10-20", "2025-11-02"].map(read)).toEqual([[], [], []]);
  });
  it("are refused where they would change nothing", () => {
    const refused = (change: Change, decisions: Decision[] = []) => preview(change, decisions).refusal;
    expect(refused(own("2025-10-15", null))).toMatch(/today at the earliest/);
    expect(refused(own("2025-10-20", "2025-10-20"))).toMatch(/comes after/);
    expect(refused(own("2025-12-01", null))).toMatch(/over by then/);
    const week = made(own("2025-10-16", "2025-10-23"));
    expect(refused(own("2025-10-18", "2025-10-21"), [week])).toMatch(/already/);
    expect(refused(own("2025-10-18", "2025-10-24"), [week])).toBeNull();
    const next = made(own("2025-10-23", "2025-10-30"), today, "d1");
    expect(refused(own("2025-10-18", "2025-10-30"), [week, next])).toMatch(/already/);
    expect(refused(own("2025-10-18", null), [week, next])).toBeNull();
    expect(refused(own("2025-10-18", null), [made(own(today, null))])).toMatch(/already/);
    const alone = {
      ...fixtureProtocol,
      exercises: fixtureProtocol.exercises.map((one) => ({ ...one, exposureLevel: "alone" as const })),
    };
    expect(preview(own(today, null), [], alone).refusal).toMatch(/by oneself already/);
    const undone = [week, made({ kind: "undo", undoes: "d0" }, today, "d1")];
    expect(refused(own("2025-10-18", "2025-10-21"), undone)).toBeNull();
  });
  it("know the first day that they leave free", () => {
    const spans = [made(own("2025-10-16", "2025-10-18")), made(own("2025-10-18", "2025-10-20"), today, "d1")];
    expect(coveredUntil(spans, "2025-10-17")).toBe("2025-10-20");
    expect(coveredUntil(spans, "2025-10-20")).toBe("2025-10-20");
    expect(coveredUntil([made(own("2025-10-16", null))], "2025-10-17")).toBeNull();
  });
});
