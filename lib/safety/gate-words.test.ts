import { describe, expect, it } from "vitest";
import type { Gate } from "./gate";
import { eventWords, gateWords, jointStepsWords, noGainSentence, ownSideWords, screenWords } from "./gate-words";

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

  it("says of one person’s own side only what is true whatever the other’s gate is", () => {
    const words = (shared: { open: boolean; jointTasks: boolean }) =>
      ownSideWords(shared, { firstName: "Teo", nextOn: "Mon 5 Oct" });
    expect(words({ open: true, jointTasks: true })).toMatch(/^Joint steps are open on Teo’s side\./);
    expect(words({ open: false, jointTasks: true })).toMatch(/^Touch and disclosure are closed\./);
    expect(words({ open: false, jointTasks: false })).toMatch(
      /^Joint steps are closed\. .* Teo’s next one begins Mon 5 Oct\.$/,
    );
    for (const open of [false, true])
      expect(words({ open, jointTasks: false })).not.toMatch(/partner|couple|both|gate|stop|answer/);
  });

  it("says since when, and what opens nothing", () => {
    const since = new Date("2026-11-01T00:00:00Z");
    expect(gateWords(gate({ state: "concern", since, awaits: "clinician" }), day)).toEqual({
      ...{ title: "Concern", detail: "Joint steps do not open. Since 2026-11-01." },
    });
    expect(gateWords(gate({ state: "stop", since, awaits: "clinician" }), day)).toEqual({
      title: "Stop",
      detail: "Joint steps do not open until a clinician has talked to the person alone. Since 2026-11-01.",
    });
    expect(gateWords(gate({ awaits: "clinician", since }), day)).toEqual({
      title: "Waits for your decision",
      detail: "Answers, or their lack, open nothing by themselves.",
    });
    expect(gateWords(gate({}), day)).toEqual({
      title: "Not screened",
      detail: "The questions wait to be answered.",
    });
    expect(gateWords({ ...clear, expiresAt: null }, day)).toEqual({ title: "Clear", detail: "" });
  });

  it("never takes an answer for an all-clear, nor a rising score for safety", () => {
    expect(screenWords.unfinished).toContain("not a no");
    expect([screenWords.concern, screenWords.stop]).toEqual(["Raised a concern.", "Asks for a stop."]);
    expect(noGainSentence).toMatch(/no sign of safety/);
  });

  it("says of closed joint steps when they may open next, and of own days that they are that", () => {
    const words = (jointTasks: boolean, ownDays: boolean) =>
      jointStepsWords({ open: false, jointTasks }, { nextOn: "Mon 5 Oct", ownDays });
    const next = "They open, if they may, when the next practice week begins: Mon 5 Oct.";
    expect(words(false, false)).toBe(`Joint steps are closed. Everything goes on in own steps. ${next}`);
    expect(words(false, true)).toBe(
      `Joint steps are closed: these are own days. Everything goes on in own steps. ${next}`,
    );
    expect(words(true, false)).toBe(`Touch and disclosure are closed; joint tasks go on as you chose. ${next}`);
    expect(jointStepsWords({ open: true, jointTasks: true }, { nextOn: "Mon 5 Oct", ownDays: false })).not.toContain(
      "Mon 5 Oct",
    );
  });

  it("says how an event began, without what was answered", () => {
    expect(eventWords["not-safe-button"]).toBe("chose “I don’t feel safe”");
    for (const words of Object.values(eventWords)) expect(words).toMatch(/^(chose|gave|is the subject of)/);
  });
});
