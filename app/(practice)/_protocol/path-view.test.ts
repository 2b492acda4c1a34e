import { describe, expect, it } from "vitest";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import { pathView } from "./path-view";

const path = protocolPath({
  version: fixtureProtocol,
  enrolment: { startDate: "2025-09-01", zone: "UTC" },
  decisions: [],
  today: "2025-10-16",
});
const log = (date: string, outcome: "done" | "tried" | "skipped", skipReason: string | null = null) => ({
  ...{ exercise: "ten-minute-cuddle", form: "shared" as const },
  ...{ date, outcome, skipReason },
});
const rowOf = (attempts: ReturnType<typeof log>[]) =>
  pathView(fixtureProtocol, path, attempts)
    .flatMap(({ weeks }) => weeks)
    .find(({ state }) => state === "current")
    ?.rows.find(({ exercise }) => exercise === "ten-minute-cuddle");

describe("a day that was left out", () => {
  it("has a mark of its own, planned or not, and its reason is read with the row", () => {
    const row = rowOf([log("2025-10-14", "skipped", "too-big"), log("2025-10-15", "skipped", "apart")]);
    expect(row?.states.slice(1, 3)).toEqual(["skipped", "skipped"]);
    expect(row?.label).toContain("left out on Tue (It felt too big today) and Wed (We weren’t together)");
  });

  it("is not left out once it was practised on the same day, and says so without a known reason", () => {
    const row = rowOf([log("2025-10-14", "skipped", "of another version"), log("2025-10-14", "tried")]);
    expect(row?.states[1]).toBe("tried");
    expect(row?.label).toMatch(/left out on Tue(;|$)/);
  });
});
