import { describe, expect, it } from "vitest";
import { doorman } from "./crowd";

/** Strangers come every so many milliseconds to a process that is late by so much; how many are sent on. */
function sentOn(count: number, every: number, late: number): number {
  const sends = doorman();
  return Array.from({ length: count }, (_, i) => sends(i * every, late)).filter(Boolean).length;
}

describe("strangers at the doors", () => {
  it("are sent on while they are a crowd and the process is behind", () => {
    expect(sentOn(100, 40, 200)).toBe(61);
    expect(sentOn(10_000, 1, 51)).toBe(9_961);
  });

  it("are let in, however many, by a process that keeps up", () => {
    expect(sentOn(10_000, 1, 50)).toBe(0);
  });

  it("are let in one by one by a process that is behind for another reason", () => {
    expect(sentOn(500, 130, 5_000)).toBe(0);
  });

  it("are let in again once the crowd has gone", () => {
    const sends = doorman();
    for (let i = 0; i < 100; i += 1) sends(i, 500);
    expect(sends(101, 500)).toBe(true);
    expect(sends(5_200, 500)).toBe(false);
  });
});
