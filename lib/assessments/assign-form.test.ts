import { describe, expect, it } from "vitest";
import { assignForm, planOf, ruleInWords } from "@/lib/assessments/assign-form";

const id = "5f0c2f5e-8f1c-4f0e-9a53-0a6c1b1c2d3e";
const today = "2026-11-23";
const form = (given: Record<string, unknown>) =>
  assignForm.parse({ id, "clients[]": [id], "instruments[]": [id], when: "now", ...given });

describe("what a form to assign means", () => {
  it("opens now and is due some days later", () => {
    expect(planOf(form({ days: "5", expires: "7" }), today)).toEqual({
      rule: { kind: "once", on: "2026-11-28" },
      window: { opensDaysBefore: 5, expiresDaysAfter: 7, graceHours: 2 },
    });
  });

  it("counts the times of a repetition", () => {
    expect(planOf(form({ when: "every", on: today, every: "2", times: "3", days: "0" }), today)).toMatchObject({
      rule: { kind: "every", weeks: 2, from: today, until: "2026-12-21" },
    });
  });

  it("stays open without an end unless one is given", () => {
    expect(planOf(form({ expires: "" }), today)).toMatchObject({ window: { expiresDaysAfter: null } });
  });

  it("asks for the day it needs, and refuses one that is over", () => {
    expect(planOf(form({ when: "on" }), today)).toMatchObject({ fault: { field: "on" } });
    expect(planOf(form({ when: "every", on: "2026-11-22" }), today)).toMatchObject({ fault: { field: "on" } });
    expect(planOf(form({ when: "protocol-weeks" }), today)).toMatchObject({ fault: { field: "weeks" } });
  });

  it("keeps each protocol week once", () => {
    expect(planOf(form({ when: "protocol-weeks", "weeks[]": ["3", "3", "0"] }), today)).toMatchObject({
      rule: { kind: "protocol-weeks", weeks: [3, 0] },
    });
  });

  it("comes before each phase, or before those that were chosen", () => {
    expect(planOf(form({ when: "before-phases" }), today)).toMatchObject({ rule: { kind: "before-phases" } });
    expect(planOf(form({ when: "before-phases", "phases[]": ["3", "3"] }), today)).toMatchObject({
      rule: { kind: "before-phases", phases: [3] },
    });
    expect(ruleInWords({ kind: "before-phases", phases: [2, 3] })).toBe("Before phases 2, 3");
  });

  it("says a rule in words", () => {
    expect(ruleInWords({ kind: "every", weeks: 1, from: today, until: null })).toBe("Every week until ended");
    expect(ruleInWords({ kind: "every", weeks: 2, from: today, until: today })).toBe("Every 2 weeks");
    expect(ruleInWords({ kind: "protocol-weeks", weeks: [0, 5, 10] })).toBe("At the start and protocol weeks 5, 10");
    expect(ruleInWords({ kind: "protocol-weeks", weeks: [0] })).toBe("At the start of the protocol");
    expect(ruleInWords({ kind: "protocol-weeks", weeks: [5] })).toBe("At protocol week 5");
  });

  it("needs somebody and something", () => {
    expect(assignForm.safeParse({ id, when: "now", "clients[]": [id] }).success).toBe(false);
    expect(assignForm.safeParse({ id, when: "now", "instruments[]": [id] }).success).toBe(false);
  });
});
