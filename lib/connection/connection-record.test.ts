import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConnectionRecord, keepConnection, recordedStatus } from "@/lib/connection/connection-record";
import { signalOf } from "@/lib/connection/connection-status";
import { summariseConnection } from "@/lib/connection/connection-summary";
import { addDays } from "@/lib/time/local-date";

const start = "2026-09-07";

const recordedSignal = (kept: ConnectionRecord, from: string, on: string) => signalOf(recordedStatus(kept, from, on));

describe("a kept summary", () => {
  it("says what the whole series says, on whichever later day it is read", () => {
    const check = fc.record({ day: fc.integer({ min: 0, max: 69 }), value: fc.integer({ min: 1, max: 10 }) });
    fc.assert(
      fc.property(fc.array(check, { maxLength: 60 }), fc.integer({ min: 0, max: 30 }), (given, later) => {
        const checks = given.map(({ day, value }) => ({ date: addDays(start, day), value }));
        const written = addDays(start, Math.max(0, ...given.map(({ day }) => day)));
        const read = addDays(written, later);
        const kept = keepConnection(checks, start, written);
        const { status } = summariseConnection(checks, start, read);
        const told = status.kind === "no baseline" ? { ...status, counts: null } : status;
        expect(recordedStatus(kept, start, read)).toEqual(told);
      }),
    );
  });

  it("that was kept before days were counted still gives its signal", () => {
    const days = (from: number, value: number) =>
      Array.from({ length: 14 }, (_, i) => ({ date: addDays(start, from + i), value }));
    const kept = keepConnection([...days(0, 7), ...days(14, 3)], start, addDays(start, 27));
    const { days: _, checks: __, ...before } = kept;
    const { from: ___, ...figures } = kept.baseline ?? expect.unreachable();
    expect(recordedSignal({ ...before, baseline: figures }, start, addDays(start, 27))).toBe("review");
  });

  it("judges a week that ended after the last check", () => {
    const steady = Array.from({ length: 21 }, (_, day) => ({ date: addDays(start, day), value: 7 }));
    const low = [21, 22, 23].map((day) => ({ date: addDays(start, day), value: 3 }));
    const kept = keepConnection([...steady, ...low], start, addDays(start, 23));
    expect(recordedSignal(kept, start, addDays(start, 23))).toBe("none");
    expect(recordedSignal(kept, start, addDays(start, 27))).toBe("watch");
  });
});
