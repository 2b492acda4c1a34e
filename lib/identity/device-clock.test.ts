import { describe, expect, it } from "vitest";
import { after, type Instant, secondsLeftAlone, secondsUntil } from "./device-clock";

const opened: Instant = { tick: 0, wall: 1_000_000 };
const idle = 1200;
const ends = { idle: after(opened, idle), last: after(opened, 8 * 3600) };
const at = (seconds: number) => after(opened, seconds);

describe("a sign-in by the device's clocks", () => {
  it("ends after the idle seconds, touched or not, where nobody touches it again", () => {
    expect(secondsLeftAlone(ends, opened, idle, at(1199))).toBe(1);
    expect(secondsLeftAlone(ends, opened, idle, at(1200))).toBe(0);
  });

  it("counts from the last touch, and never past its longest", () => {
    expect(secondsLeftAlone(ends, at(600), idle, at(1500))).toBe(300);
    expect(secondsLeftAlone(ends, at(600), idle, at(1800))).toBe(0);
    expect(secondsLeftAlone(ends, at(8 * 3600 - 60), idle, at(8 * 3600 - 30))).toBe(30);
    expect(secondsLeftAlone(ends, at(8 * 3600 - 60), idle, at(8 * 3600))).toBe(0);
  });

  it("is over after a sleep that no tick counted, and after a clock that somebody set back", () => {
    expect(secondsUntil(ends.idle, { tick: 10, wall: at(1300).wall })).toBe(0);
    expect(secondsUntil(ends.idle, { tick: at(1300).tick, wall: opened.wall - 86_400_000 })).toBe(0);
  });
});
