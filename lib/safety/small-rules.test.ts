import { describe, expect, it } from "vitest";
import { CHECK_INSTRUMENTS, checkInstrumentFor, FIRST_CHECK } from "@/lib/safety/check-instruments";
import { countryName } from "@/lib/safety/country-name";
import { DRAWN_DAYS, drawnCheckDay } from "@/lib/safety/drawn-check";
import type { GateDecision, ScreenResult } from "@/lib/safety/gate";
import { lastStopIn } from "@/lib/safety/last-stop";
import { waitingSentence } from "@/lib/safety/waiting-sentence";

describe("which questions are asked", () => {
  it("is the first check before there is an answer, and about the time since it afterwards", () => {
    expect(checkInstrumentFor(false)).toBe(FIRST_CHECK);
    expect(checkInstrumentFor(false)).toBe("safety-and-steadiness");
    expect(checkInstrumentFor(true)).toBe("safety-and-steadiness-since");
    expect(CHECK_INSTRUMENTS).toEqual([checkInstrumentFor(false), checkInstrumentFor(true)]);
  });
});

describe("the drawn day of a couple", () => {
  it("lies two to seven weeks after the link, each day drawn once", () => {
    const days = Array.from({ length: DRAWN_DAYS }, (_, draw) => drawnCheckDay("2026-01-01", draw));
    expect([days[0], days.at(-1)]).toEqual(["2026-01-15", "2026-02-18"]);
    expect(new Set(days).size).toBe(35);
  });
});

describe("the last stop", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const screen = (day: number, outcome: ScreenResult["outcome"]): ScreenResult => ({
    ...{ id: `s${day}`, answeredAt: at(day), outcome },
  });
  const decision = (day: number, kind: GateDecision["kind"]): GateDecision => ({
    ...{ id: `d${day}`, kind, decidedAt: at(day), clinicianId: "alma", reason: "Spoke.", talkedAlone: true },
  });
  it("is none where nothing ever asked for one", () => {
    expect(lastStopIn({ screens: [screen(1, "concern")], decisions: [decision(2, "clear")] })).toBeNull();
    expect(lastStopIn({ screens: [], decisions: [] })).toBeNull();
  });
  it("is the newest of answers and judgements, released since or not", () => {
    const screens = [screen(3, "stop"), screen(1, "stop"), screen(8, "clear")];
    expect(lastStopIn({ screens, decisions: [decision(2, "stop"), decision(9, "clear")] })).toEqual(at(3));
    expect(lastStopIn({ screens, decisions: [decision(5, "stop"), decision(6, "concern")] })).toEqual(at(5));
  });
});

describe("names", () => {
  it("of a country are those that people use, and else its code", () => {
    expect(countryName("GB")).toBe("United Kingdom");
    expect(countryName("QX")).toBe("QX");
  });
  it("of a therapist are the first alone, also where it is the only one", () => {
    expect(waitingSentence("Alma")).toMatch(/^Alma looks at the next step/);
    expect(waitingSentence(" Keller")).toMatch(/^Keller looks at/);
  });
});
