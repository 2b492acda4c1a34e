import { describe, expect, it } from "vitest";
import { type Gate, gateStates } from "./gate";
import { gateWords, screenWords, whyClosed } from "./gate-words";

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
    expect(gateWords(gate({}), day).detail).toContain("not been answered");
    expect(gateWords(gate({ since: new Date("2026-11-01T00:00:00Z") }), day).detail).toContain("ran out on 2026-11-01");
    expect(gateWords(gate({ awaits: "clinician" }), day).detail).toContain("opens nothing");
    expect(screenWords.clear).toContain("not a clearance");
  });

  it("says what opens the charts in every state but clear, and blames no partner when the own side is closed", () => {
    expect(whyClosed(clear, "clear")).toBeNull();
    expect(whyClosed(clear, "stop")).toContain("partner’s side");
    expect(whyClosed(clear, "stop")).toBe(whyClosed(clear, "not-screened"));
    for (const state of gateStates.filter((one) => one !== "clear")) {
      const why = whyClosed(gate({ state, awaits: state === "not-screened" ? "screen" : "clinician" }), state);
      expect(why).toMatch(/^Closed until/);
      expect(why).not.toContain("partner");
    }
  });
});
