import { describe, expect, it } from "vitest";
import { practiceRows } from "@/lib/protocol/adherence";
import { builtInProtocol } from "@/lib/protocol/built-in";
import type { Change, Decision } from "@/lib/protocol/decision";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewChange } from "@/lib/protocol/preview";
import { protocolPath } from "@/lib/protocol/schedule";
import { decisionsToReadAbout } from "@/lib/protocol/words-in-force";
import { addDays } from "@/lib/time/local-date";

/** Lines of the table of steering, each on the path on which it was found. Weeks begin on Mondays. */
const START = "2026-11-02";
const on = (week: number, day = 1) => addDays(START, (week - 1) * 7 + day - 1);
let count = 0;
const made = (effectiveOn: string, change: Change): Decision => {
  count += 1;
  return { id: `d${count}`, effectiveOn, madeAt: new Date(count), change };
};
const input = (today: string, ...decisions: Decision[]): PathInput => ({
  version: builtInProtocol,
  enrolment: { startDate: START, zone: "Europe/Berlin" },
  decisions,
  today,
});
const people = { name: "Tobias", partner: null, weeksFrom: START };
const preview = (today: string, change: Change, ...decisions: Decision[]) =>
  previewChange(input(today, ...decisions), change, today, people, (date) => `<${date}>`);
const path = (today: string, ...decisions: Decision[]) => protocolPath(input(today, ...decisions));
const dose = (exercise: string, times: number, scope: "this-week" | "onward" = "this-week"): Change => ({
  kind: "dose",
  exercise,
  dose: { kind: "times", times },
  scope,
});
const swap = (from: string, to: string, scope: "this-week" | "onward" = "this-week"): Change => ({
  kind: "swap",
  from,
  to,
  scope,
});
const pause = (until: string | null): Change => ({ kind: "pause", until });

describe("a decision that would change nothing is refused, with the reason", () => {
  it("a dose for a week without that exercise", () => {
    const { refusal } = preview(on(3), dose("ten-minute-cuddle", 1));
    expect(refusal).toMatch(/not part of this week/);
    expect(refusal).toMatch(/comes in week 5.*From here on/);
    expect(preview(on(3), dose("ten-minute-cuddle", 1, "onward")).refusal).toBeNull();
    expect(preview(addDays(START, -3), dose("one-real-feeling", 1)).refusal).toMatch(/have not begun/);
  });
  it("a dose that is agreed already", () => {
    expect(preview(on(3), dose("ask-for-a-favour", 2)).refusal).toMatch(/asked for twice already/);
    expect(preview(on(3), dose("ask-for-a-favour", 2, "onward")).refusal).toMatch(/asked for twice already/);
    expect(preview(on(2), dose("ask-for-a-favour", 2, "onward")).refusal).toBeNull();
  });
  it("a repeat that is planned, of a week that is held, or of one that comes again after a pause", () => {
    const repeat: Change = { kind: "repeat" };
    expect(preview(on(5, 3), repeat, made(on(5, 2), repeat)).refusal).toMatch(/once more already/);
    expect(preview(on(5, 3), repeat, made(on(5, 2), { kind: "hold" })).refusal).toMatch(/goes on anyway/);
    expect(preview(on(5, 3), repeat, made(on(5, 2), pause(on(6)))).refusal).toMatch(/once more already/);
    expect(preview(on(6, 3), repeat, made(on(5, 2), repeat)).refusal).toBeNull();
  });
  it("a swap for what is in the week already, which would be a drop", () => {
    const onto = preview(on(3), swap("one-real-feeling", "ask-for-a-favour"));
    expect(onto.refusal).toMatch(/part of week 3 already.*leave One real feeling a day out/);
    expect(preview(on(1), swap("one-real-feeling", "ask-for-a-favour")).refusal).toBeNull();
    expect(preview(on(1), swap("one-real-feeling", "ask-for-a-favour", "onward")).refusal).toMatch(/week 2 already/);
  });
  it("a pause after which nothing would start again", () => {
    expect(preview(on(10, 6), pause(on(12))).refusal).toMatch(/before anything would start again/);
    expect(preview(on(10, 6), pause(null)).refusal).toMatch(/before anything would start again/);
    expect(preview(on(10, 2), pause(on(12))).refusal).toBeNull();
  });
  it("a change for a week whose days are all paused", () => {
    const paused = made(on(3, 6), pause(on(4, 3)));
    expect(preview(on(3, 7), dose("one-real-feeling", 3), paused).refusal).toMatch(/paused to its end/);
    expect(preview(on(3, 7), dose("one-real-feeling", 3, "onward"), paused).refusal).toBeNull();
  });
  it("an undo of what is over", () => {
    const swapped = made(on(3), swap("one-real-feeling", "learn-together"));
    expect(preview(on(3, 2), { kind: "undo", undoes: swapped.id }, swapped).refusal).toBeNull();
    expect(preview(on(4), { kind: "undo", undoes: swapped.id }, swapped).refusal).toMatch(/over/);
  });
});

describe("what the client reads is true of the path", () => {
  it("follows the span of a change", () => {
    expect(preview(on(3), dose("ask-for-a-favour", 1)).clientWords).toMatch(
      /^This week, Ask for a favour is planned once/,
    );
    expect(preview(on(3), dose("ask-for-a-favour", 1, "onward")).clientWords).toMatch(/^From now on, /);
    expect(preview(on(3), swap("one-real-feeling", "learn-together")).clientWords).toMatch(
      /^This week, Learn something/,
    );
    const drop: Change = { kind: "drop", exercise: "one-real-feeling", scope: "onward" };
    expect(preview(on(3), drop).clientWords).toMatch(/^From now on, we’re leaving out One real feeling/);
  });
  it("never names a step that has not come, and in Small Steps never touch", () => {
    for (const change of [
      dose("ten-minute-cuddle", 1, "onward"),
      swap("ten-minute-cuddle", "learn-together", "onward"),
      { kind: "drop", exercise: "ten-minute-cuddle", scope: "onward" } as const,
    ]) {
      expect(preview(on(3), change).clientWords).not.toMatch(/cuddle|learn/i);
      expect(preview(on(5), change).clientWords).toMatch(/cuddle/);
    }
    expect(preview(on(3), swap("one-real-feeling", "ten-minute-cuddle")).refusal).toMatch(
      /no earlier than Building Trust/,
    );
  });
  it("speaks of a release as what it brings while a week is planned once more", () => {
    const decisions = [made(on(5), { kind: "repeat" }), made(on(5, 2), { kind: "hold" })];
    const { changes, clientWords } = preview(on(5, 3), { kind: "release" }, ...decisions);
    expect(changes[0]).toBe(
      `Week 5 is lived once more from <${on(6)}>, as you decided before. To move on sooner, undo the repeat below.`,
    );
    expect(clientWords).toBe("When this week ends, we’ll live it once more, and then we move on.");
  });
  it("says while paused what comes after the pause", () => {
    const paused = made(on(3, 2), pause(on(5, 6)));
    for (const change of [
      { kind: "hold" } as const,
      { kind: "extend", weeks: 1 } as const,
      dose("one-real-feeling", 3, "onward"),
    ]) {
      const { clientWords, refusal } = preview(on(3, 3), change, paused);
      expect(refusal).toBeNull();
      expect(clientWords).not.toMatch(/moving on|this week ends|From now on|We’re staying/);
    }
    const held = made(on(3, 3), { kind: "hold" });
    expect(preview(on(3, 4), { kind: "release" }, paused, held).clientWords).toMatch(/^When we start again/);
  });
  it("names the day of an end and of a start again as the therapist does", () => {
    const ended = preview(on(4, 7), { kind: "end", followUps: true });
    expect(ended.clientWords).toContain(`end on <${on(4, 7)}>`);
    expect(ended.changes).toEqual([
      `The protocol ends today, <${on(4, 7)}>: from today on no exercise is asked for.`,
      "Follow-ups stay planned.",
    ]);
    const paused = preview(on(3, 2), pause(on(5, 6)));
    expect(paused.clientWords).toContain(`start again on <${on(5, 6)}>`);
    expect(paused.changes[0]).toBe(`No exercises before <${on(5, 6)}>. They start again that day, in week 3.`);
  });
});

describe("what was taken back or brought back", () => {
  it("counts an added week that had begun among those that are added then", () => {
    const added = made(on(9), { kind: "extend", weeks: 2 });
    const undone = made(on(11), { kind: "undo", undoes: added.id });
    const again = preview(on(11), { kind: "extend", weeks: 2 }, added, undone);
    expect(again.changes[0]).toBe(
      "One week is added after the last: week 11, which has begun, is an added one already.",
    );
    expect(again.clientWords).toMatch(/^We’re adding one more week,/);
    expect(again.after.totalWeeks).toBe(12);
    expect(preview(on(11), { kind: "extend", weeks: 1 }, added, undone).refusal).toMatch(/change nothing/);
  });
  it("is over from the day on which its end was brought back, and not before days that were lived", () => {
    const ended = made(on(2, 2), { kind: "end", followUps: true });
    const undone = made(on(2, 2), { kind: "undo", undoes: ended.id });
    const back = made(on(4, 3), { kind: "undo", undoes: undone.id });
    const over = path(on(5), ended, undone, back);
    expect(over).toMatchObject({ status: "ended", endsOn: on(4, 2), ended: { on: on(4, 3) } });
    expect(over.followUps[0]?.on).toBe(addDays(on(4, 2), 28));
    const now = preview(on(4, 3), back.change, ended, undone);
    expect(now.changes).toContain(`The protocol ends today, <${on(4, 3)}>: from today on no exercise is asked for.`);
    expect(now.clientWords).toContain(`end on <${on(4, 3)}>`);
  });
  it("says when weeks go on that an end left between two of them", () => {
    const ended = made(on(1), { kind: "end", followUps: false });
    const undone = made(on(2), { kind: "undo", undoes: ended.id });
    const paused = made(on(2), pause(null));
    expect(preview(on(2), { kind: "resume" }, ended, undone, paused).changes[0]).toBe(
      `The weeks go on from <${on(3)}>.`,
    );
  });
  it("leaves no words of a repeat beside a week that did not come again", () => {
    const repeated = made(on(1), { kind: "repeat" });
    const ended = made(on(1), { kind: "end", followUps: false });
    const undone = made(on(2), { kind: "undo", undoes: ended.id });
    const decisions = [repeated, ended, undone];
    const ids = new Set([repeated.id]);
    expect(decisionsToReadAbout(decisions, ids, path(on(3), ...decisions))).toEqual([]);
    expect(decisionsToReadAbout([repeated], ids, path(on(1, 7), repeated))).toEqual([repeated]);
  });
});

describe("an agreement about a week and its count", () => {
  const row = (today: string, week: number, exercise: string, ...decisions: Decision[]) => {
    const here = path(today, ...decisions).weeks[week];
    const planned = here?.exercises.find((one) => one.exercise === exercise);
    const counted = here && practiceRows(here, [], today).find((one) => one.exercise === exercise);
    return [planned?.dose, counted?.asked];
  };
  it("survives a pause that cut the week short", () => {
    const agreed = [made(on(3), dose("one-real-feeling", 3)), made(on(3, 2), pause(on(4, 1)))];
    const after = path(on(4), ...agreed);
    expect(after.current).toMatchObject({ number: 3, kind: "after-pause", livedFrom: on(3) });
    expect(row(on(4), 3, "one-real-feeling", ...agreed)).toEqual([{ kind: "times", times: 3 }, 3]);
    expect(row(on(5), 4, "one-real-feeling", ...agreed)).toEqual([{ kind: "daily" }, 7]);
    const open = path(on(3, 3), agreed[0] as Decision, made(on(3, 2), pause(null)));
    expect(open.waiting[0]).toMatchObject({
      number: 3,
      exercises: [{ exercise: "one-real-feeling", dose: { times: 3 } }, { exercise: "ask-for-a-favour" }],
    });
    expect(open.waiting[1]).toMatchObject({ number: 4, exercises: [{ dose: { kind: "daily" } }, {}] });
  });
  it("ends with the week where it was lived, repeated or held", () => {
    const agreed = made(on(3), dose("one-real-feeling", 3));
    const repeated = [agreed, made(on(3, 2), { kind: "repeat" })];
    expect(row(on(4), 3, "one-real-feeling", ...repeated)[0]).toEqual({ kind: "daily" });
    const held = [agreed, made(on(3, 2), { kind: "hold" })];
    expect(row(on(4), 3, "one-real-feeling", ...held)[0]).toEqual({ kind: "daily" });
  });
  it("counts by the dose that is agreed, also in mid-week", () => {
    const fewer = made(on(3, 4), dose("ask-for-a-favour", 1));
    expect(row(on(3, 5), 2, "ask-for-a-favour", fewer)).toEqual([{ kind: "times", times: 1 }, 1]);
    const more = made(on(3, 4), dose("ask-for-a-favour", 4));
    expect(row(on(3, 5), 2, "ask-for-a-favour", more)).toEqual([{ kind: "times", times: 4 }, 4]);
    const left = made(on(3, 4), { kind: "drop", exercise: "ask-for-a-favour", scope: "this-week" });
    expect(row(on(3, 5), 2, "ask-for-a-favour", left)).toEqual([{ kind: "times", times: 2 }, 1]);
  });
});

describe("a path that was ended and goes on", () => {
  it("begins with its first week although it is held, where none was lived", () => {
    const end = made(addDays(START, -1), { kind: "end", followUps: false });
    const back = made(START, { kind: "undo", undoes: end.id });
    const hold = made(START, { kind: "hold" });
    const { weeks, waiting } = path(START, end, back, hold);
    expect(weeks[0]).toMatchObject({ startsOn: on(2), number: 1, kind: "first" });
    expect(waiting[0]?.number).toBe(2);
    expect(path(on(2), end, back, hold).current).toMatchObject({ number: 1 });
  });
  it("says that a hold keeps its week, and not the pause of the whole next one", () => {
    const hold = made(START, { kind: "hold" });
    const paused = made(on(1, 5), pause(on(3)));
    const end = made(on(1, 5), { kind: "end", followUps: false });
    const { changes } = preview(on(1, 5), { kind: "undo", undoes: end.id }, hold, paused, end);
    expect(changes).toContain(`Week 1 goes on after <${on(1, 7)}>, until you release it.`);
  });
});
