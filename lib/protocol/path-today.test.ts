import { describe, expect, it } from "vitest";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { clientPathToday, pathTodayOf, progressForClient } from "./path-today";

const path = { startDate: "2026-10-05", zone: "Europe/London", version: fixtureProtocol, decisions: [] };
const hold = {
  id: "h",
  effectiveOn: "2026-10-06",
  madeAt: new Date("2026-10-06T10:00:00Z"),
  change: { kind: "hold" },
} as const;

describe("where a client stands", () => {
  it("reads the same to the client with and without a safety stop; staff see that the path is held", () => {
    const plain = pathTodayOf(path, "2026-10-07");
    const stopped = pathTodayOf({ ...path, safetyHolds: [{ from: "2026-10-06", until: null }] }, "2026-10-07");
    expect(stopped.status).toBe("held");
    expect(stopped.progress).toMatchObject({ state: "on-hold", week: 1 });
    expect(stopped.words).toBe(plain.words);
    expect(progressForClient(stopped)).toEqual(progressForClient(plain));
  });

  it("gives the client every week its date, whether or not a safety stop keeps this one", () => {
    const stop = { ...path, safetyHolds: [{ from: "2026-10-06", until: null }] };
    for (const today of ["2026-10-07", "2026-10-11"])
      expect(clientPathToday(stop, today)).toEqual(clientPathToday(path, today));
    const later = clientPathToday(stop, "2026-10-13");
    expect(later.path.weeks.map(({ number }) => number).slice(0, 3)).toEqual([1, 1, 2]);
    expect(later.path.waiting).toEqual([]);
    expect(later.words).toBe("Week 1 of 10, Small Steps");
    const held = { ...path, decisions: [hold] };
    expect(clientPathToday({ ...held, safetyHolds: stop.safetyHolds }, "2026-10-07")).toEqual(
      clientPathToday(held, "2026-10-07"),
    );
  });

  it("says that a therapist holds the week", () => {
    const held = pathTodayOf({ ...path, decisions: [hold] }, "2026-10-07");
    expect(held.words).toContain("staying with this week a little longer");
    expect(progressForClient(held)).toMatchObject({ state: "on-hold", week: 1 });
  });

  it("tells a pause from a hold, and an early end from a path that was walked to its end", () => {
    const paused = pathTodayOf(
      { ...path, decisions: [{ ...hold, change: { kind: "pause", until: null } }] },
      "2026-10-07",
    );
    expect(paused.progress).toMatchObject({ state: "paused", week: 1 });
    const end = { ...hold, change: { kind: "end", followUps: false } } as const;
    const ended = pathTodayOf({ ...path, decisions: [end] }, "2026-10-20");
    expect(ended.progress).toMatchObject({ state: "ended", week: 1 });
    expect(ended.progress.phases).toHaveLength(10);
    expect(progressForClient(ended)).toEqual({ state: "finished", phases: [1] });
  });
});
