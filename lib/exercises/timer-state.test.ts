import { describe, expect, it } from "vitest";
import { secondsLived, timerAt } from "./timer-state";

const total = 600;
const start = 1_800_000_000_000;
const endsAt = start + total * 1000;
const at = (seconds: number) => timerAt({ endsAt, kept: null, total }, start + seconds * 1000);
const lived = (seconds: number) => secondsLived(at(seconds), total);

describe("a timer", () => {
  it("counts towards its end", () => {
    expect(timerAt({ endsAt: null, kept: null, total }, start)).toEqual({ kind: "ready" });
    expect(at(0)).toEqual({ kind: "running", left: 600 });
    expect(at(599.5)).toEqual({ kind: "running", left: 1 });
    expect(lived(90)).toBe(90);
  });

  it("never shows more than it has, where the clock of the device was set back", () => {
    expect(at(-3600)).toEqual({ kind: "running", left: 600 });
    expect(lived(-3600)).toBe(0);
  });

  it("is over at its end and for an hour after it", () => {
    expect(at(600)).toEqual({ kind: "over" });
    expect(at(600 + 3600)).toEqual({ kind: "over" });
    expect(lived(600)).toBe(600);
  });

  it("was left running after that, and is kept as nothing", () => {
    expect(at(600 + 3601)).toEqual({ kind: "forgotten" });
    expect(lived(86_400)).toBe(0);
  });

  it("stays as it was kept, however much later somebody looks", () => {
    const later = start + 86_400_000;
    expect(timerAt({ endsAt, kept: 600, total }, later)).toEqual({ kind: "done" });
    expect(timerAt({ endsAt, kept: 42, total }, later)).toEqual({ kind: "stopped", lived: 42 });
    expect(secondsLived({ kind: "done" }, total)).toBe(600);
  });
});
