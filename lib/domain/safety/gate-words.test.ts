import { describe, expect, it } from "vitest";
import type { Gate } from "./gate";
import { gateWords, jointStepsWords, screenWords } from "./gate-words";

const day = (at: Date) => at.toISOString().slice(0, 10);
const gate = (over: Partial<Gate>): Gate => ({
  state: "not-screened",
  since: null,
  expiresAt: null,
  awaits: "screen",
  ...over,
});
const clear = gate({ state: "clear", awaits: null, expiresAt: new Date("2027-02-15T10:00:00Z") });

describe("what the therapist reads about the gate", () => {
  it("says until when a clearance holds, and that it asks again", () => {
    expect(gateWords(clear, day)).toEqual({ title: "Clear", detail: "Until 2027-02-15; after that it asks again." });
  });

  it("tells never screened from run out, and an answer from a clearance", () => {
    expect(gateWords(gate({}), day).detail).toContain("wait to be answered");
    expect(gateWords(gate({ since: new Date("2026-11-01T00:00:00Z") }), day).detail).toContain("Since 2026-11-01");
    expect(gateWords(gate({ awaits: "clinician" }), day).detail).toContain("open nothing");
    expect(screenWords.clear).toContain("not a clearance");
  });

  it("says of joint steps what is open and when that may change, and never why", () => {
    const words = (
      shared: { open: boolean; jointTasks: boolean },
      ownDays = false,
      chosen: { endsOn: string | null } | null = null,
    ) => jointStepsWords(shared, { nextOn: "Mon 5 Oct", ownDays, chosen });
    expect(words({ open: true, jointTasks: true })).toContain("are open");
    expect(words({ open: false, jointTasks: true })).toContain("joint tasks go on");
    expect(words({ open: false, jointTasks: false })).toContain("own steps");
    expect(words({ open: false, jointTasks: false }, true)).toContain("own days");
    const closed = { open: false, jointTasks: false };
    expect(words(closed, false, { endsOn: "Mon 19 Oct" })).toMatch(/chosen on the path.*practice week of Mon 19 Oct/);
    expect(words(closed, true, { endsOn: null })).toContain("until that is undone");
    for (const open of [false, true])
      expect(words({ open, jointTasks: false })).not.toMatch(/partner|gate|stop|answer/);
  });
});
