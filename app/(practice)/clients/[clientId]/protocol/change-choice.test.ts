import { describe, expect, it } from "vitest";
import type { Change } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import { offeredKinds, readChoice } from "./change-choice";

/** The second day of week 3: one real feeling a day, and a favour twice. */
const today = "2026-11-17";
const path = (...changes: Change[]) =>
  protocolPath({
    version: fixtureProtocol,
    enrolment: { startDate: "2026-11-02", zone: "UTC" },
    decisions: changes.map((change, i) => ({ id: `d${i}`, effectiveOn: "2026-11-16", madeAt: new Date(i), change })),
    today,
  });
const chosen = (asked: Record<string, string>, ...changes: Change[]) =>
  readChoice(asked, fixtureProtocol, path(...changes), true)?.change;

describe("what is offered first", () => {
  it("is to hold; on a held path to release; on a paused one to resume", () => {
    const pause: Change = { kind: "pause", until: null };
    expect(chosen({})).toEqual({ kind: "hold" });
    expect(chosen({}, { kind: "hold" })).toEqual({ kind: "release" });
    expect(chosen({}, pause)).toEqual({ kind: "resume" });
    expect(chosen({}, { kind: "hold" }, pause)).toEqual({ kind: "resume" });
    for (const offered of [offeredKinds(path(), true), offeredKinds(path(pause), true)])
      expect(new Set([...offered.first, ...offered.more])).toHaveLength(offered.first.length + offered.more.length);
  });
  it("is a span in which the exercise is there", () => {
    const swap = { change: "swap", exercise: "ten-minute-cuddle" };
    expect(chosen({ change: "dose", exercise: "ask-for-a-favour" })).toMatchObject({ scope: "this-week" });
    expect(chosen({ change: "dose", exercise: "ten-minute-cuddle" })).toMatchObject({ scope: "onward" });
    expect(chosen({ change: "drop", exercise: "small-secret" })).toMatchObject({ scope: "onward" });
    expect(chosen({ ...swap, scope: "this-week" })).toMatchObject({ scope: "this-week" });
  });
  it("is an exercise that can take the place, never one that is in the week, and no touch before its phase", () => {
    const swap = { change: "swap", exercise: "one-real-feeling" };
    expect(chosen({ ...swap, to: "ask-for-a-favour" })).toMatchObject({ to: "learn-together" });
    expect(chosen({ ...swap, to: "ten-minute-cuddle" })).toMatchObject({ to: "learn-together" });
    expect(chosen({ ...swap, to: "small-secret" })).toMatchObject({ to: "small-secret" });
  });
  it("leaves out what was taken out of this week", () => {
    const drop: Change = { kind: "drop", exercise: "ask-for-a-favour", scope: "onward" };
    const exercises = readChoice({ change: "dose" }, fixtureProtocol, path(drop), true)?.exercises;
    expect(exercises?.map(({ key }) => key)).not.toContain("ask-for-a-favour");
  });
});
