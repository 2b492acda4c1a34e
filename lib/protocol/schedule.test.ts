import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import { addDays } from "@/lib/time/local-date";

const START = "2025-09-01";
const decide = (day: number, change: Change, id = `d${day}-${change.kind}`): Decision => ({
  id,
  effectiveOn: addDays(START, day),
  madeAt: new Date(Date.UTC(2025, 8, 1 + day, 9)),
  change,
});
const path = (today: number, ...decisions: Decision[]) =>
  protocolPath({
    version: fixtureProtocol,
    enrolment: { startDate: START, zone: "Europe/Berlin" },
    decisions,
    today: addDays(START, today),
  });
const numbers = (p: ReturnType<typeof path>) => p.weeks.map((w) => w.number);
const planned = (p: ReturnType<typeof path>, week: number, exercise: string) =>
  p.weeks
    .find((w) => w.number === week)
    ?.exercises.find((e) => e.exercise === exercise)
    ?.planned.map((date) => date.slice(5));

describe("the path without decisions", () => {
  it("is ten calendar weeks from the start weekday", () => {
    const p = path(45);
    expect(numbers(p)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(p).toMatchObject({ status: "active", dayOfWeek: 4, totalWeeks: 10, endsOn: "2025-11-09" });
    expect(p.current).toMatchObject({ number: 7, startsOn: "2025-10-13", endsOn: "2025-10-19", phase: { number: 2 } });
    expect(p.followUps.map((f) => f.on)).toEqual(["2025-12-07", "2026-02-01"]);
    expect(planned(p, 7, "ten-minute-cuddle")).toEqual(["10-13", "10-15", "10-17"]);
    expect(planned(p, 7, "small-secret")).toEqual(["10-16"]);
  });
  it("goes from starting over follow-up to finished", () => {
    expect([-1, 0, 69, 70, 70 + 83 + 14, 70 + 83 + 15].map((day) => path(day).status)).toEqual([
      "starting",
      "active",
      "active",
      "follow-up",
      "follow-up",
      "finished",
    ]);
  });
});

describe("hold, release, repeat, extend", () => {
  it("holds from the next week on and leaves the end open", () => {
    const p = path(45, decide(45, { kind: "hold" }));
    expect(numbers(p)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(p).toMatchObject({ status: "held", endsOn: null, held: { because: "therapist", since: "2025-10-16" } });
    expect(p.waiting.map((w) => w.number)).toEqual([8, 9, 10]);
  });
  it("goes on one week at a time after a long hold", () => {
    const p = path(66, decide(45, { kind: "hold" }), decide(66, { kind: "release" }));
    expect(numbers(p)).toEqual([1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 8, 9, 10]);
    expect(p.weeks[8]?.kind).toBe("held");
  });
  it("keeps this week's number when it is released on the first day of a held week", () => {
    expect(numbers(path(49, decide(45, { kind: "hold" }), decide(49, { kind: "release" })))[7]).toBe(7);
  });
  it("repeats a week once, however often it is asked", () => {
    const p = path(45, decide(43, { kind: "repeat" }), decide(45, { kind: "repeat" }));
    expect(numbers(p)).toEqual([1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10]);
    expect(p.weeks[7]?.kind).toBe("repeat");
  });
  it("adds weeks at the end, also after it", () => {
    expect(numbers(path(60, decide(60, { kind: "extend", weeks: 2 })))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    const late = path(75, decide(75, { kind: "extend", weeks: 1 }));
    expect(late).toMatchObject({ status: "active", current: null, totalWeeks: 11, endsOn: "2025-11-23" });
    expect(late.weeks.at(-1)).toMatchObject({ number: 11, kind: "extra", startsOn: "2025-11-17" });
  });
  it("waits at a safety stop until it is released", () => {
    const input = { version: fixtureProtocol, enrolment: { startDate: START, zone: "UTC" }, decisions: [] };
    const stopped = protocolPath({ ...input, today: "2025-10-30", safetyHolds: [{ from: "2025-10-16", until: null }] });
    expect(stopped).toMatchObject({
      status: "held",
      endsOn: null,
      held: { because: "safety" },
      current: { number: 7 },
    });
    const free = protocolPath({
      ...input,
      today: "2025-11-04",
      safetyHolds: [{ from: "2025-10-16", until: "2025-10-31" }],
    });
    expect(free.current?.number).toBe(8);
  });
});

describe("pause, resume, end", () => {
  it("lives a week again when a pause left fewer than four days of it", () => {
    const p = path(30, decide(15, { kind: "pause", until: null }), decide(22, { kind: "resume" }));
    expect(numbers(p).slice(0, 6)).toEqual([1, 2, 3, 3, 4, 5]);
    expect(p.weeks[3]?.kind).toBe("after-pause");
    expect(planned(p, 3, "one-real-feeling")).toEqual(["09-15"]);
  });
  it("goes on after a pause that left a whole week", () => {
    const p = path(30, decide(18, { kind: "pause", until: addDays(START, 28) }));
    expect(p.weeks.slice(2, 6).map((w) => [w.number, w.kind])).toEqual([
      [3, "first"],
      [4, "paused"],
      [4, "after-pause"],
      [5, "first"],
    ]);
    expect(p.endsOn).toBe("2025-11-16");
  });
  it("leaves the rest without dates while a pause is open", () => {
    const p = path(45, decide(44, { kind: "pause", until: null }));
    expect(p).toMatchObject({ status: "paused", endsOn: null, current: { number: 7, pausedDays: { length: 5 } } });
    expect(p.waiting.map((w) => w.number)).toEqual([7, 8, 9, 10]);
  });
  it("ends on the day, with follow-ups only when they were asked for", () => {
    const p = path(45, decide(45, { kind: "end", followUps: false }));
    expect(p).toMatchObject({ status: "ended", current: null, endsOn: "2025-10-15", followUps: [] });
    expect(numbers(p)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(planned(p, 7, "ten-minute-cuddle")).toEqual(["10-13", "10-15"]);
    expect(path(45, decide(45, { kind: "end", followUps: true })).followUps[0]?.on).toBe("2025-11-12");
  });
  it("goes on after an end that was undone", () => {
    const p = path(60, decide(45, { kind: "end", followUps: false }, "e"), decide(60, { kind: "undo", undoes: "e" }));
    expect(numbers(p)).toEqual([1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10]);
  });
});

describe("changes to exercises", () => {
  it("swaps from the day on and keeps the days before", () => {
    const swap = { kind: "swap", from: "ten-minute-cuddle", to: "learn-together" } as const;
    const p = path(45, decide(45, { ...swap, scope: "this-week" }));
    expect(planned(p, 7, "ten-minute-cuddle")).toEqual(["10-13", "10-15"]);
    expect(planned(p, 7, "learn-together")).toEqual(["10-17"]);
    expect(planned(p, 8, "learn-together")).toBeUndefined();
    expect(planned(path(45, decide(45, { ...swap, scope: "onward" })), 8, "learn-together")).toHaveLength(3);
  });
  it("plans a swapped-in exercise on the day itself when no planned day is left", () => {
    const swap = decide(48, { kind: "swap", from: "small-secret", to: "learn-together", scope: "this-week" });
    expect(planned(path(48, swap), 7, "learn-together")).toEqual(["10-19"]);
  });
  it("drops, changes a dose, and takes both back", () => {
    const drop = decide(45, { kind: "drop", exercise: "small-secret", scope: "onward" }, "x");
    expect(path(45, drop).weeks[7]?.exercises.map((e) => e.exercise)).toEqual(["ten-minute-cuddle"]);
    const undone = path(52, drop, decide(52, { kind: "undo", undoes: "x" }));
    expect(planned(undone, 8, "small-secret")).toEqual(["10-23"]);
    const dose = decide(45, {
      kind: "dose",
      exercise: "ten-minute-cuddle",
      dose: { kind: "times", times: 1 },
      scope: "onward",
    });
    expect(planned(path(45, dose), 7, "ten-minute-cuddle")).toEqual(["10-13", "10-15", "10-16"]);
    expect(planned(path(45, dose), 8, "ten-minute-cuddle")).toEqual(["10-23"]);
  });
});
