import { describe, expect, it } from "vitest";
import { markedAt } from "./marked-at";

const now = new Date("2026-11-23T10:00:10Z");

describe("what an address says was marked", () => {
  it("is undone for ten seconds, and an address of another time or none offers nothing", () => {
    expect(markedAt("2026-11-23T10:00:04.000Z", now)).toEqual({ at: "2026-11-23T10:00:04.000Z", left: 4_000 });
    for (const other of ["2026-11-23T10:00:00.000Z", "2026-11-23T10:00:11.000Z", "yesterday", "", undefined, ["a"]])
      expect(markedAt(other, now)).toBeNull();
  });
});
