import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepConnection, recordedSignal } from "@/lib/connection/connection-record";
import { summariseConnection } from "@/lib/connection/connection-summary";
import { addDays } from "@/lib/time/local-date";

const start = "2026-09-07";

describe("a kept summary", () => {
  it("gives the signal of the whole series, on whichever later day it is read", () => {
    const check = fc.record({ day: fc.integer({ min: 0, max: 69 }), value: fc.integer({ min: 1, max: 10 }) });
    fc.assert(
      fc.property(fc.array(check, { maxLength: 60 }), fc.integer({ min: 0, max: 30 }), (given, later) => {
        const checks = given.map(({ day, value }) => ({ date: addDays(start, day), value }));
        const written = addDays(start, Math.max(0, ...given.map(({ day }) => day)));
        const read = addDays(written, later);
        const kept = keepConnection(checks, start, written);
        expect(recordedSignal(kept, start, read).signal).toBe(summariseConnection(checks, start, read).signal);
      }),
    );
  });

  it("judges a week that ended after the last check", () => {
    const steady = Array.from({ length: 21 }, (_, day) => ({ date: addDays(start, day), value: 7 }));
    const low = [21, 22, 23].map((day) => ({ date: addDays(start, day), value: 3 }));
    const kept = keepConnection([...steady, ...low], start, addDays(start, 23));
    expect(recordedSignal(kept, start, addDays(start, 23)).signal).toBe("none");
    expect(recordedSignal(kept, start, addDays(start, 27)).signal).toBe("watch");
  });
});
