import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import { decisionsToReadAbout } from "@/lib/protocol/words-in-force";

/** Weeks begin on Mondays; 2026-03-02 is the first day of week 5. */
const enrolment = { startDate: "2026-02-02", zone: "UTC" };
const made = (id: string, effectiveOn: string, change: Change): Decision => ({
  id,
  effectiveOn,
  change,
  madeAt: new Date(`${effectiveOn}T10:00:00Z`),
});
const read = (decisions: Decision[], today: string, without: string[] = []) =>
  decisionsToReadAbout(
    decisions,
    new Set(decisions.map(({ id }) => id).filter((id) => !without.includes(id))),
    protocolPath({ version: fixtureProtocol, enrolment, decisions, today }),
  ).map(({ id }) => id);
const dose = (times: number, scope: "this-week" | "onward"): Change => ({
  kind: "dose",
  exercise: "ten-minute-cuddle",
  dose: { kind: "times", times },
  scope,
});

const hold = made("hold", "2026-03-02", { kind: "hold" });
const extend = made("extend", "2026-03-10", { kind: "extend", weeks: 1 });

describe("the words a client reads about the path", () => {
  it("are those of every decision that counts by today, the newest first", () => {
    expect(read([hold, extend], "2026-03-10")).toEqual(["extend", "hold"]);
    expect(read([hold, extend], "2026-03-09")).toEqual(["hold"]);
    expect(read([hold, extend], "2026-03-01")).toEqual([]);
  });
  it("stay for as long as a hold or a pause lasts, otherwise a week", () => {
    expect(read([hold], "2026-05-01")).toEqual(["hold"]);
    expect(read([extend], "2026-03-16")).toEqual(["extend"]);
    expect(read([extend], "2026-03-17")).toEqual([]);
    const pause = made("pause", "2026-03-02", { kind: "pause", until: "2026-04-01" });
    expect(read([pause], "2026-03-31")).toEqual(["pause"]);
    expect(read([pause], "2026-04-01")).toEqual([]);
  });
  it("end with the hold or the pause, also when what ended it had no words", () => {
    const release = made("release", "2026-03-10", { kind: "release" });
    expect(read([hold, release], "2026-03-10", ["release"])).toEqual([]);
    const pause = made("pause", "2026-03-02", { kind: "pause", until: "2026-04-01" });
    const resume = made("resume", "2026-03-12", { kind: "resume" });
    expect(read([pause, resume], "2026-03-12", ["resume"])).toEqual([]);
    const end = made("end", "2026-03-12", { kind: "end", followUps: true });
    expect(read([hold, extend, end], "2026-03-12", ["end"])).toEqual([]);
  });
  it("of a pause are hidden by nothing that is decided while it lasts", () => {
    const pause = made("pause", "2026-03-03", { kind: "pause", until: "2026-04-01" });
    const later = made("later", "2026-03-04", { kind: "hold" });
    const release = made("release", "2026-03-05", { kind: "release" });
    expect(read([pause, later], "2026-03-04")).toEqual(["later", "pause"]);
    expect(read([pause, later, release], "2026-03-05")).toEqual(["release", "pause"]);
  });
  it("about a week go when that week does, and come again with what it hid", () => {
    const once = made("once", "2026-03-04", dose(1, "onward"));
    const more = made("more", "2026-03-05", dose(3, "this-week"));
    expect(read([once, more], "2026-03-08")).toEqual(["more"]);
    expect(read([once, more], "2026-03-09")).toEqual(["once"]);
    const release = made("release", "2026-03-06", { kind: "release" });
    expect(read([hold, release], "2026-03-08")).toEqual(["release"]);
    expect(read([hold, release], "2026-03-09")).toEqual([]);
  });
  it("wait through a pause, which takes none of their days", () => {
    const pause = made("pause", "2026-03-11", { kind: "pause", until: "2026-03-25" });
    expect(read([extend, pause], "2026-03-30")).toEqual(["extend"]);
    expect(read([extend, pause], "2026-03-31")).toEqual([]);
  });
  it("are gone when a later decision made them untrue, whether or not it had words", () => {
    const swap = made("swap", "2026-03-03", {
      kind: "swap",
      from: "ten-minute-cuddle",
      to: "learn-together",
      scope: "onward",
    });
    const drop = made("drop", "2026-03-04", { kind: "drop", exercise: "learn-together", scope: "onward" });
    expect(read([swap, drop], "2026-03-04", ["drop"])).toEqual([]);
    const repeat = made("repeat", "2026-03-03", { kind: "repeat" });
    expect(read([repeat, made("held", "2026-03-04", { kind: "hold" })], "2026-03-04")).toEqual(["held"]);
  });
  it("about an exercise of this week are gone when the week asks for it no more, whatever took it out", () => {
    const swap = { kind: "swap", from: "ten-minute-cuddle", to: "small-secret", scope: "this-week" } as const;
    const history = [
      made("swap", "2026-03-02", swap),
      made("undo", "2026-03-02", { kind: "undo", undoes: "swap" }),
      made("dose", "2026-03-02", dose(1, "this-week")),
      made("back", "2026-03-02", { kind: "undo", undoes: "undo" }),
    ].map((one, i) => ({ ...one, madeAt: new Date(one.madeAt.getTime() + i) }));
    expect(read(history.slice(0, 3), "2026-03-02")).toContain("dose");
    expect(read(history, "2026-03-02")).not.toContain("dose");
    const other = {
      ...fixtureProtocol,
      weeks: fixtureProtocol.weeks.map((week) => ({
        ...week,
        exercises: week.exercises.filter(({ exercise }) => exercise !== "ten-minute-cuddle"),
      })),
    };
    const told = [made("dose", "2026-03-02", dose(2, "this-week"))];
    const moved = protocolPath({
      ...{ version: other, enrolment, decisions: told, today: "2026-03-02" },
      earlierVersions: [{ version: fixtureProtocol, until: "2026-03-02" }],
    });
    expect(decisionsToReadAbout(told, new Set(["dose"]), moved)).toEqual([]);
  });
  it("go back to what stood before when a decision is undone at once, without words", () => {
    const undo = made("undo", "2026-03-11", { kind: "undo", undoes: "extend" });
    expect(read([hold, extend, undo], "2026-03-11", ["undo"])).toEqual(["hold"]);
    expect(read([hold, extend, undo], "2026-03-11")).toEqual(["undo", "hold"]);
    const redo = made("redo", "2026-03-12", { kind: "undo", undoes: "undo" });
    expect(read([hold, extend, undo, redo], "2026-03-12", ["undo", "redo"])).toEqual(["extend", "hold"]);
  });
});
