import { describe, expect, it } from "vitest";
import { builtInProtocol } from "./built-in";
import { progressForClient, standingOf } from "./standing-today";

const path = { startDate: "2026-10-05", zone: "Europe/London", protocol: builtInProtocol, decisions: [] };
const hold = {
  id: "h",
  effectiveOn: "2026-10-06",
  madeAt: new Date("2026-10-06T10:00:00Z"),
  change: { kind: "hold" },
} as const;

describe("where a client stands", () => {
  it("reads the same to the client with and without a safety stop; staff see that the path is held", () => {
    const plain = standingOf(path, "2026-10-07");
    const stopped = standingOf({ ...path, safetyHolds: [{ from: "2026-10-06", until: null }] }, "2026-10-07");
    expect(stopped.status).toBe("held");
    expect(stopped.progress).toMatchObject({ state: "on-hold", week: 1 });
    expect(stopped.words).toBe(plain.words);
    expect(progressForClient(stopped)).toEqual(progressForClient(plain));
  });

  it("says that a therapist holds the week", () => {
    const held = standingOf({ ...path, decisions: [hold] }, "2026-10-07");
    expect(held.words).toContain("staying with this week a little longer");
    expect(progressForClient(held)).toMatchObject({ state: "on-hold", week: 1 });
  });
});
