import { describe, expect, it } from "vitest";
import { assessmentsDue } from "@/lib/protocol/assessments-due";
import type { Change } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";

const due = (today: string, change?: Change) => {
  const decisions = change ? [{ id: "d", effectiveOn: today, madeAt: new Date(0), change }] : [];
  const path = protocolPath({
    version: fixtureProtocol,
    enrolment: { startDate: "2025-09-01", zone: "UTC" },
    decisions,
    today,
  });
  return assessmentsDue(fixtureProtocol, path);
};
const dates = (list: ReturnType<typeof due>) => Object.fromEntries(list.map((m) => [m.key, m.dueOn]));

describe("measures due from the path", () => {
  it("are those of the default schedule", () => {
    expect(dates(due("2025-09-01"))).toEqual({
      "five-dimensions:week-0": "2025-09-01",
      "distance-moves:week-0": "2025-09-01",
      "five-dimensions-brief:week-2": "2025-09-14",
      "five-dimensions-brief:week-4": "2025-09-28",
      "five-dimensions:week-5": "2025-10-05",
      "distance-moves:week-5": "2025-10-05",
      "five-dimensions-brief:week-6": "2025-10-12",
      "five-dimensions-brief:week-8": "2025-10-26",
      "five-dimensions:week-10": "2025-11-09",
      "distance-moves:week-10": "2025-11-09",
      "five-dimensions:follow-up-4": "2025-12-07",
      "five-dimensions:follow-up-12": "2026-02-01",
    });
  });
  it("have one key each, also after a repeat, and the lived ones keep their date", () => {
    const repeated = due("2025-10-12", { kind: "repeat" });
    expect(new Set(repeated.map((m) => m.key)).size).toBe(repeated.length);
    expect(dates(repeated)).toMatchObject({
      "five-dimensions-brief:week-6": "2025-10-12",
      "five-dimensions-brief:week-8": "2025-11-02",
      "five-dimensions:follow-up-4": "2025-12-14",
    });
  });
  it("wait with a hold and stop with an early end", () => {
    expect(due("2025-10-16", { kind: "hold" }).map((m) => m.key)).not.toContain("five-dimensions-brief:week-8");
    expect(due("2025-10-16", { kind: "end", followUps: false }).at(-1)?.dueOn).toBe("2025-10-12");
    expect(due("2025-10-16", { kind: "end", followUps: true }).map((m) => m.key)).toContain(
      "five-dimensions:follow-up-12",
    );
  });
  it("opens before and closes after", () => {
    expect(due("2025-09-01").find((m) => m.key === "five-dimensions:week-5")).toMatchObject({
      opensOn: "2025-10-03",
      expiresOn: "2025-10-12",
      instrument: "five-dimensions",
    });
  });
});
