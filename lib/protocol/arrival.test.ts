import { describe, expect, it } from "vitest";
import { type Arrival, beginsOn, missingSteps } from "@/lib/protocol/arrival";

const arrived: Arrival = { hasAccepted: true, hasAgreed: true, isDecided: true, baseline: "answered" };

describe("arriving", () => {
  it("needs an accepted invitation, the agreement, a decision, and the first assessment", () => {
    expect(missingSteps(arrived)).toEqual([]);
    const nothing: Arrival = { hasAccepted: false, hasAgreed: false, isDecided: false, baseline: "waits" };
    expect(missingSteps(nothing)).toEqual(["accept", "agree", "decision", "baseline"]);
    expect(missingSteps({ ...arrived, isDecided: false })).toEqual(["decision"]);
    expect(missingSteps({ ...arrived, baseline: "waits" })).toEqual(["baseline"]);
  });

  it("does not wait for an assessment that nobody asks for, or that the therapist goes on without", () => {
    for (const baseline of ["not-asked", "waived"] as const) expect(missingSteps({ ...arrived, baseline })).toEqual([]);
  });

  it("begins the weeks on the chosen day, or on the later day of the arrival", () => {
    expect(beginsOn("2026-03-02", "2026-02-20")).toBe("2026-03-02");
    expect(beginsOn("2026-03-02", "2026-03-02")).toBe("2026-03-02");
    expect(beginsOn("2026-03-02", "2026-03-09")).toBe("2026-03-09");
  });
});
