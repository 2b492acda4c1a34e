import { describe, expect, it } from "vitest";
import { type CalendarOfChecks, checkDue, isAskedFor, phaseEveOn } from "@/lib/protocol/check-calendar";
import type { Change } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";

// Monday 5 January 2026 is the start: phase 2 begins on 2 February, phase 3 on 2 March.
const eveOn = (today: string, change?: Change, effectiveOn = today) => {
  const decisions = change ? [{ id: "d", effectiveOn, madeAt: new Date(0), change }] : [];
  const enrolment = { startDate: "2026-01-05", zone: "UTC" };
  return phaseEveOn(fixtureProtocol, protocolPath({ version: fixtureProtocol, enrolment, decisions, today }));
};

describe("the eve of a phase", () => {
  it("is the last four days before it, and the first week of it for whoever comes late", () => {
    expect(eveOn("2026-01-28")).toBeNull();
    const eve = { phase: 2, opensOn: "2026-01-29", startsOn: "2026-02-02" };
    for (const day of ["2026-01-29", "2026-02-01", "2026-02-02", "2026-02-08"]) expect(eveOn(day), day).toEqual(eve);
    expect(eveOn("2026-02-09")).toBeNull();
    expect(eveOn("2026-02-26")).toMatchObject({ phase: 3, startsOn: "2026-03-02" });
  });
  it("is as long as the version says", () => {
    const version = { ...fixtureProtocol, ownDays: 2 };
    const enrolment = { startDate: "2026-01-05", zone: "UTC" };
    const at = (today: string) => phaseEveOn(version, protocolPath({ version, enrolment, decisions: [], today }));
    expect(at("2026-01-30")).toBeNull();
    expect(at("2026-01-31")).toMatchObject({ opensOn: "2026-01-31" });
  });
  it("lasts through the first week of a phase in which the path is held, and comes in no week held before it", () => {
    expect(eveOn("2026-02-05", { kind: "hold" }, "2026-02-03")).toMatchObject({ phase: 2, startsOn: "2026-02-02" });
    for (const day of ["2026-01-30", "2026-02-05"]) expect(eveOn(day, { kind: "hold" }, "2026-01-28"), day).toBeNull();
  });
  it("is none before the path begins, and of no week that begins no phase", () => {
    for (const day of ["2026-01-01", "2026-01-05", "2026-01-09", "2026-02-13", "2026-03-09"])
      expect(eveOn(day), day).toBeNull();
    expect(eveOn("2026-03-08")).toMatchObject({ phase: 3, opensOn: "2026-02-26" });
  });
  it("moves with a hold, and is none in a pause", () => {
    expect(eveOn("2026-01-29", { kind: "hold" }, "2026-01-20")).toBeNull();
    expect(eveOn("2026-01-30", { kind: "pause", until: null })).toBeNull();
    expect(eveOn("2026-02-05", { kind: "pause", until: null }, "2026-02-04")).toBeNull();
  });
});

const calendar = (over: Partial<CalendarOfChecks>): CalendarOfChecks => ({
  today: "2026-01-30",
  eves: [null],
  asked: [],
  isRunning: false,
  drawnOn: null,
  expiredOn: null,
  ...over,
});
const eve = { phase: 2, opensOn: "2026-01-29", startsOn: "2026-02-02" };

describe("what the calendar asks for", () => {
  it("is the check of a phase, by the earlier path, once", () => {
    expect(checkDue(calendar({ eves: [null, eve] }))).toBe("phase");
    expect(checkDue(calendar({ eves: [eve], asked: [{ on: "2026-01-29", kind: "phase" }] }))).toBeNull();
  });
  it("takes a check of the last three weeks for it, and no older one", () => {
    expect(isAskedFor(eve, ["2026-01-12"])).toBe(true);
    expect(isAskedFor(eve, ["2026-01-11"])).toBe(false);
  });
  it("is the drawn day of a couple, unless an extra check took it", () => {
    expect(checkDue(calendar({ drawnOn: "2026-01-31" }))).toBeNull();
    expect(checkDue(calendar({ drawnOn: "2026-01-30" }))).toBe("drawn");
    for (const kind of ["extra", "drawn"] as const)
      expect(checkDue(calendar({ drawnOn: "2026-01-30", asked: [{ on: "2026-01-10", kind }] }))).toBeNull();
    expect(checkDue(calendar({ drawnOn: "2026-01-30", asked: [{ on: "2026-01-01", kind: "first" }] }))).toBe("drawn");
  });
  it("asks anew when a clearance ran out, once", () => {
    expect(checkDue(calendar({ expiredOn: "2026-01-28" }))).toBe("renewal");
    const before = [{ on: "2026-01-27", kind: "phase" as const }];
    expect(checkDue(calendar({ expiredOn: "2026-01-28", asked: before }))).toBe("renewal");
    expect(checkDue(calendar({ expiredOn: "2026-01-28", asked: [{ on: "2026-01-28", kind: "renewal" }] }))).toBeNull();
  });
  it("is nothing while a check is open", () => {
    expect(checkDue(calendar({ eves: [eve], drawnOn: "2026-01-30", isRunning: true }))).toBeNull();
  });

  it("is the check of a phase first, then a renewal, then the drawn day", () => {
    const all = { eves: [eve], expiredOn: "2026-01-28", drawnOn: "2026-01-30" };
    expect(checkDue(calendar(all))).toBe("phase");
    expect(checkDue(calendar({ ...all, eves: [null] }))).toBe("renewal");
    expect(checkDue(calendar({ ...all, eves: [null], expiredOn: null }))).toBe("drawn");
    expect(checkDue(calendar({}))).toBeNull();
  });
  it("takes one asking of several for enough", () => {
    const asked = [
      { on: "2025-12-01", kind: "first" as const },
      { on: "2026-01-29", kind: "extra" as const },
    ];
    expect(checkDue(calendar({ eves: [eve], asked }))).toBeNull();
    expect(checkDue(calendar({ expiredOn: "2026-01-28", asked }))).toBeNull();
    expect(checkDue(calendar({ drawnOn: "2026-01-30", asked }))).toBeNull();
    expect(checkDue(calendar({ eves: [eve, { ...eve, startsOn: "2026-03-01" }], asked: asked.slice(0, 1) }))).toBe(
      "phase",
    );
  });
});
