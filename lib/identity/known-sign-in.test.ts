import { describe, expect, it } from "vitest";
import { after, type Instant, secondsUntil } from "./device-clock";
import { type AnsweredLook, hearLook, type KnownSignIn } from "./known-sign-in";

const opened: Instant = { tick: 0, wall: 1_000_000 };
const at = (seconds: number) => after(opened, seconds);
const first: KnownSignIn = { ends: { idle: at(1200), last: at(28_800) }, isAnothers: false, isLocked: false, heard: 0 };

const look = (number: number, asked: number, seconds: number, left: number): AnsweredLook => ({
  ...{ method: "GET", number, asked, askedAt: at(seconds) },
  told: { secondsLeft: left, secondsInAll: 28_800 - seconds, whose: "own" },
});
const stay = (number: number, asked: number, seconds: number): AnsweredLook => ({
  ...look(number, asked, seconds, 1200),
  method: "POST",
});
const leftAt = (known: KnownSignIn, seconds: number) => secondsUntil(known.ends.idle, at(seconds));

describe("what a page hears about its sign-in", () => {
  it("is the answer to the newest question, in whichever order the answers come", () => {
    const older = look(1, 2, 700, 500);
    const newer = look(2, 2, 1100, 100);
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const known = order.reduce(hearLook, first);
      expect(known.heard).toBe(2);
      expect(leftAt(known, 1100)).toBe(100);
    }
  });

  it("counts from when it was asked: an answer that slept on the way makes nothing longer", () => {
    expect(leftAt(hearLook(first, look(1, 1, 0, 1200)), 420)).toBe(780);
  });

  it("is that somebody stays, over every look that was on its way meanwhile", () => {
    const before = look(1, 1, 1090, 110);
    const beside = look(3, 3, 1101, 99);
    for (const order of [
      [before, stay(2, 3, 1100), beside],
      [beside, stay(2, 3, 1100), before],
      [stay(2, 3, 1100), beside, before],
    ])
      expect(leftAt(order.reduce(hearLook, first), 1100)).toBe(1200);
    // Asked after they had been heard, a look counts again.
    expect(leftAt(hearLook(hearLook(first, stay(2, 3, 1100)), look(4, 4, 1400, 900)), 1400)).toBe(900);
  });

  it("is another's sign-in only for as long as the newest answer says so", () => {
    const anothers = { ...look(1, 1, 10, 1200), told: { secondsLeft: 1200, whose: "another" } as const };
    const known = hearLook(first, anothers);
    expect(known.isAnothers).toBe(true);
    // Nothing was said of a longest time: it ends when the idle minutes do.
    expect(secondsUntil(known.ends.last, at(10))).toBe(1200);
    expect(hearLook(known, look(2, 2, 20, 1200)).isAnothers).toBe(false);
    const locked = { ...look(2, 2, 20, 0), told: { secondsLeft: 0, whose: "own", isLocked: true } as const };
    expect(hearLook(known, locked).isLocked).toBe(true);
    expect(hearLook(hearLook(known, locked), look(3, 3, 30, 900)).isLocked).toBe(false);
    expect(hearLook(hearLook(first, look(2, 2, 20, 1200)), anothers).isAnothers).toBe(false);
  });
});
