import { describe, expect, it } from "vitest";
import { type EventStep, eventStanding, opensFor, type SafetyEvent, stepFault } from "@/lib/domain/safety/events";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
const event = (...steps: EventStep[]): SafetyEvent => ({ id: "e", source: "not-safe-button", openedAt: at(0), steps });
const rule = { minutes: 30, rungs: ["therapist", "supervisor", "owner"] as const };

describe("the life of a safety event", () => {
  it("asks the therapist, then the supervisor, then the owner, and nobody beyond", () => {
    expect(eventStanding(event(), rule, at(29))).toMatchObject({
      state: "open",
      turn: "therapist",
      overdue: [],
      nextAt: at(30),
    });
    expect(eventStanding(event(), rule, at(30))).toMatchObject({
      turn: "supervisor",
      overdue: [{ to: "supervisor", at: at(30) }],
      nextAt: at(60),
    });
    expect(eventStanding(event(), rule, at(600))).toMatchObject({
      turn: "owner",
      overdue: { length: 2 },
      nextAt: null,
    });
  });
  it("does not ask twice for what is recorded, and counts on from there", () => {
    const asked: EventStep = { kind: "escalated", at: at(34), by: null, to: "supervisor" };
    expect(eventStanding(event(asked), rule, at(63))).toMatchObject({
      turn: "supervisor",
      overdue: [],
      nextAt: at(64),
    });
  });
  it("leaves out a rung that nobody fills", () => {
    expect(eventStanding(event(), { ...rule, rungs: ["therapist", "owner"] }, at(31)).turn).toBe("owner");
    expect(eventStanding(event(), { ...rule, rungs: ["therapist"] }, at(300))).toMatchObject({
      turn: "therapist",
      nextAt: null,
    });
  });
  it("stops climbing once acknowledged and ends when closed", () => {
    const seen: EventStep = { kind: "acknowledged", at: at(10), by: "alma" };
    const closed: EventStep = { kind: "closed", at: at(50), by: "alma", note: "Called, safe at her sister's." };
    expect(eventStanding(event(seen), rule, at(500))).toMatchObject({
      state: "acknowledged",
      turn: "therapist",
      overdue: [],
    });
    expect(eventStanding(event(seen, closed), rule, at(49)).state).toBe("acknowledged");
    expect(eventStanding(event(seen, closed), rule, at(50))).toMatchObject({
      state: "closed",
      turn: null,
      closedAt: at(50),
    });
    expect(stepFault(event(seen, closed), seen)).toMatch(/closed/);
    expect(stepFault(event(), { ...closed, note: " " })).toMatch(/note/);
    expect(stepFault(event(seen), closed)).toBeNull();
  });
});

describe("for whom an event opens", () => {
  const people = [
    { rung: "therapist", accountId: "alma" },
    { rung: "supervisor", accountId: "ruth" },
    { rung: "owner", accountId: "otto" },
  ] as const;
  const opens = (accountId: string, ...steps: EventStep[]) => opensFor(event(...steps), people, accountId);

  it("is whoever was asked, first or later, and whoever took a step", () => {
    expect([opens("alma"), opens("ruth"), opens("otto"), opens("eve")]).toEqual([true, false, false, false]);
    const asked: EventStep = { kind: "escalated", at: at(30), by: null, to: "supervisor" };
    expect([opens("ruth", asked), opens("otto", asked)]).toEqual([true, false]);
    expect(opens("otto", { kind: "acknowledged", at: at(5), by: "otto" })).toBe(true);
  });

  it("is the supervisor at once where the therapist has no access any more", () => {
    expect(opensFor(event(), people.slice(1), "ruth")).toBe(true);
  });
});
