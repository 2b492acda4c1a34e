import { describe, expect, it } from "vitest";
import type { ChosenOwnSteps } from "@/lib/safety/chosen-own-steps";
import {
  alone,
  at,
  choice,
  cleared,
  couple,
  history,
  isOpen,
  type Line,
  london,
} from "@/lib/safety/joint-steps.testing";
import { calendarAt, checkCalendar, chosenAt, linkAt, needsStopChoice, sharedClassAt } from "@/lib/safety/shared-class";

const stopped: Line[] = [...cleared, [2, "stop"]];
const date = (day: number) => at(day, 0).toISOString().slice(0, 10);
/** Own steps that were chosen at two in the afternoon, and never taken back. */
const steps = (from: number, until: number | null): ChosenOwnSteps => ({
  from: date(from),
  until: until === null ? null : date(until),
  decidedOn: date(from),
  isForBoth: false,
  stood: [{ from: at(from, 14), until: null }],
});
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

describe("the weeks in which questions are asked", () => {
  const own = { startDate: "2026-01-08", zone: "Asia/Tokyo" };
  it("are those of the two as soon as they are linked, also before the link counts for joint steps", () => {
    const input = couple(cleared, cleared, { calendar: own }, { linkedAt: at(1) });
    expect([checkCalendar(input, at(2)), calendarAt(input, at(2))]).toEqual([london, own]);
    expect([checkCalendar(input, at(8)), calendarAt(input, at(8))]).toEqual([london, london]);
  });
  it("are one’s own without a link", () => {
    expect(checkCalendar(alone(cleared, { calendar: own }), at(2))).toEqual(own);
  });
  it("are those of joint steps once it has ended: of the two until the end is shown, and then one’s own", () => {
    const input = couple(cleared, cleared, { calendar: own }, { endedAt: at(2), endShownAt: at(9, 0) });
    for (const day of [3, 8, 13]) expect(checkCalendar(input, at(day))).toEqual(london);
    expect(checkCalendar(input, at(14, 0))).toEqual(own);
  });
  it("are one’s own where a link ended before it ever counted", () => {
    const input = couple(
      cleared,
      cleared,
      { calendar: own },
      { linkedAt: at(1), endedAt: at(2), endShownAt: at(2, 0) },
    );
    expect(checkCalendar(input, at(3))).toEqual(own);
  });
});

describe("the end of a link", () => {
  it("takes nothing back from before it, also where it is shown on the day on which it ends", () => {
    const input = couple(cleared, stopped, {}, { endedAt: at(7, 9), endShownAt: at(7, 0) });
    expect(linkAt(input, at(7, 8))).not.toBeNull();
    expect(isOpen(input, 7, 8)).toBe(false);
  });
  it("counts from a week that begins in its very instant", () => {
    const input = couple(cleared, cleared, {}, { endedAt: at(7, 0), endShownAt: at(7, 0) });
    expect([linkAt(input, justBefore(at(7, 0))) !== null, linkAt(input, at(7, 0))]).toEqual([true, null]);
  });
  it("leaves each to their own gate from the first week after it, and closes no later one", () => {
    const waits: Line[] = [...cleared, [2, "asked"]];
    const again: Line[] = [...waits, [8, "screen"], [9, "clear"]];
    const ended = { endedAt: at(2, 9), endShownAt: at(7, 0) };
    const isOpenOn = (lines: Line[]) => [6, 10, 14].map((day) => isOpen(couple(lines, [], {}, ended), day, 0));
    expect(isOpenOn(again)).toEqual([false, false, true]);
    expect(isOpenOn(waits)).toEqual([false, false, false]);
  });
  it("closes the week in which it comes, and by itself none that begins in its very instant", () => {
    const ending = (endedAt: Date) => couple(cleared, cleared, {}, { endedAt, endShownAt: at(0, 0) });
    expect(isOpen(ending(at(7, 0)), 8)).toBe(true);
    expect(isOpen(ending(new Date(at(7, 0).getTime() + 1)), 8)).toBe(false);
    // Both gates wait from that instant on: so that what it opens is nothing.
    const wait = { id: "w", at: at(7, 0), for: "clinician" as const };
    const waiting = { ...ending(at(7, 0)), history: { ...history(cleared), waits: [...history(cleared).waits, wait] } };
    expect(isOpen(waiting, 8)).toBe(false);
  });
});

describe("joint tasks that a clinician left unchanged", () => {
  const kept = [choice(2, "unchanged", "2026-01-20")];
  const tasks = (input: ReturnType<typeof alone>, instant: Date) => sharedClassAt(input, instant).jointTasks;

  it("are none where it was chosen in the very instant at which the week began closed", () => {
    const unchanged = { ...choice(7, "unchanged", "2026-01-20"), at: at(7, 0) };
    const input = couple(stopped, cleared, { choices: [unchanged] });
    for (const day of [7, 8, 14]) expect(sharedClassAt(input, at(day))).toEqual({ open: false, jointTasks: false });
  });
  it("end in the very instant in which both are asked, also where the link does not count yet", () => {
    const late = couple(stopped, cleared, { choices: kept, ownDays: [at(9, 9)] }, { linkedAt: at(8) });
    expect([tasks(late, justBefore(at(9, 9))), tasks(late, at(9, 9)), tasks(late, at(15))]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it("end where both were asked in the very instant of the choice, and not a moment before it", () => {
    const asked = (ownFrom: Date) =>
      tasks(couple(stopped, cleared, { choices: kept, ownDays: [ownFrom] }, { linkedAt: at(1) }), at(8));
    expect([asked(justBefore(at(2, 16))), asked(at(2, 16))]).toEqual([true, false]);
  });
  it("outlast own steps that were over before the choice, and end with those that began since and are over", () => {
    const tasksAfter = (chosen: ChosenOwnSteps) => tasks(alone(stopped, { choices: kept, chosen: [chosen] }), at(14));
    expect(tasksAfter(steps(-14, -10))).toBe(true);
    expect(tasksAfter(steps(8, 9))).toBe(false);
    expect(
      tasksAfter({ ...steps(-3, 9), stood: [{ from: new Date(at(2, 16).getTime() - 60_000), until: null }] }),
    ).toBe(false);
  });
});

describe("own steps that were chosen twice", () => {
  it("end with the last of them", () => {
    const both = [steps(1, 3), steps(2, 10)];
    for (const chosen of [both, both.toReversed()])
      expect(chosenAt(alone(cleared, { chosen }), at(2, 20))).toEqual({ endsWith: at(14, 0) });
    const open = alone(cleared, { chosen: [steps(1, 3), steps(2, null)] });
    expect(chosenAt(open, at(2, 20))).toEqual({ endsWith: null });
  });
  it("end with the week, and no later, where their last day is its last", () => {
    expect(chosenAt(alone(cleared, { chosen: [steps(1, 7)] }), at(3))).toEqual({ endsWith: at(7, 0) });
  });
});

describe("the choice after a stop", () => {
  it("is made by what was chosen in the instant of the stop, and not by what was chosen before it", () => {
    const chosenOn = (instant: Date) => ({ choices: [{ ...choice(2, "next-week"), at: instant }] });
    expect(needsStopChoice(couple(stopped, cleared, chosenOn(at(2, 10))), at(3))).toBe(false);
    expect(needsStopChoice(couple(stopped, cleared, chosenOn(justBefore(at(2, 10)))), at(3))).toBe(true);
  });
  it("waits no longer than the week, and not at all for a stop at its very start", () => {
    expect([6, 7, 8].map((day) => needsStopChoice(couple(stopped, cleared), at(day, 0)))).toEqual([true, false, false]);
    const { screens, ...rest } = history(cleared);
    const screen = { id: "s", answeredAt: at(0, 0), outcome: "stop" as const };
    const input = { ...alone([]), history: { ...rest, screens: [...screens, screen] } };
    expect(needsStopChoice(input, at(1))).toBe(false);
  });
});
