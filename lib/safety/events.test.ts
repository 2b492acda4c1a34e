import { describe, expect, it } from "vitest";
import { type EventStep, eventStanding, opensFor, type Rung, type SafetyEvent, stepFault } from "@/lib/safety/events";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
const event = (...steps: EventStep[]): SafetyEvent => ({
  ...{ id: "e", source: "not-safe-button", isDanger: false, openedAt: at(0) },
  steps,
});
const grave = (...steps: EventStep[]): SafetyEvent => ({ ...event(...steps), isDanger: true });
const rule = { minutes: 30, rungs: ["therapist", "supervisor", "owner"] as const };
const onIt = (minute: number, by = "alma"): EventStep => ({ kind: "acknowledged", at: at(minute), by });
const noted = (minute: number): EventStep => ({ kind: "noted", at: at(minute), by: "alma", note: "Rang, no answer." });
const asked = (minute: number, to: Rung, by: string | null = null): EventStep => ({
  ...{ kind: "escalated", at: at(minute), by },
  to,
});

describe("the life of a safety event", () => {
  it("asks the therapist, then the supervisor, then the owner, and then goes round again", () => {
    expect(eventStanding(event(), rule, at(29))).toMatchObject({ turn: "therapist", overdue: [], nextAt: at(30) });
    expect(eventStanding(event(), rule, at(30))).toMatchObject({
      ...{ state: "open", turn: "supervisor", nextAt: at(60) },
      overdue: [{ to: "supervisor", at: at(30) }],
    });
    expect(eventStanding(event(asked(30, "supervisor"), asked(60, "owner")), rule, at(90))).toMatchObject({
      ...{ turn: "therapist", nextAt: at(120) },
      overdue: [{ to: "therapist", at: at(90) }],
    });
  });

  it("records one round at the most, however long nobody looked, and goes on from there", () => {
    const { overdue, nextAt } = eventStanding(event(), rule, at(10_000));
    expect(overdue.map(({ to }) => to)).toEqual(["supervisor", "owner", "therapist"]);
    expect(nextAt).toEqual(at(120));
  });

  it("does not ask twice for what is recorded, and counts on from there", () => {
    const late = event(asked(34, "supervisor"));
    expect(eventStanding(late, rule, at(63))).toMatchObject({ turn: "supervisor", overdue: [], nextAt: at(64) });
    expect(eventStanding(late, rule, at(64)).overdue).toEqual([{ to: "owner", at: at(64) }]);
  });

  it("leaves out rungs that nobody fills, and asks a single person again, an hour apart at the least", () => {
    const alone = { minutes: 30, rungs: ["therapist", "owner"] as const };
    expect(eventStanding(event(), alone, at(31))).toMatchObject({ turn: "owner" });
    const solo = { minutes: 5, rungs: ["owner"] as const };
    expect(eventStanding(event(), solo, at(59))).toMatchObject({ turn: "owner", overdue: [], nextAt: at(60) });
    expect(eventStanding(event(), solo, at(60)).overdue).toEqual([{ to: "owner", at: at(60) }]);
    expect(eventStanding(event(), { minutes: 30, rungs: [] }, at(600))).toMatchObject({
      ...{ state: "open", turn: null, overdue: [], nextAt: null },
    });
  });

  it("rests while somebody is on it, and not for ever: 12 hours, 2 where somebody may die", () => {
    expect(eventStanding(event(onIt(5)), rule, at(5 + 719))).toMatchObject({
      ...{ state: "acknowledged", onIt: { by: "alma" }, overdue: [], nextAt: at(5 + 720) },
    });
    expect(eventStanding(event(onIt(5)), rule, at(5 + 720))).toMatchObject({
      ...{ state: "open", turn: "supervisor", onIt: null },
      overdue: [{ to: "supervisor", at: at(725) }],
    });
    expect(eventStanding(grave(onIt(5)), rule, at(5 + 119)).state).toBe("acknowledged");
    expect(eventStanding(grave(onIt(5)), rule, at(5 + 120))).toMatchObject({ state: "open", turn: "supervisor" });
  });

  it("rests for a day from a note, and then asks on", () => {
    expect(eventStanding(grave(onIt(5), noted(100)), rule, at(100 + 1439)).state).toBe("acknowledged");
    expect(eventStanding(grave(onIt(5), noted(100)), rule, at(100 + 1440))).toMatchObject({ state: "open" });
  });

  it("ends with a note, whatever was asked before; what comes after now is not known yet", () => {
    const done: EventStep = { kind: "closed", at: at(50), by: "alma", note: "She is at her sister’s." };
    expect(eventStanding(event(done), rule, at(600))).toMatchObject({ state: "closed", turn: null, nextAt: null });
    expect(eventStanding(event(done), rule, at(49)).state).toBe("open");
  });
});

describe("a step", () => {
  it("is refused where somebody is on it, and taken again once that ran out or the next was asked", () => {
    expect(stepFault(event(onIt(5)), onIt(10, "ruth"))).toBe("Somebody is already on it.");
    expect(stepFault(event(onIt(5)), onIt(5 + 720, "ruth"))).toBeNull();
    expect(stepFault(event(onIt(5), asked(60, "supervisor")), onIt(61, "ruth"))).toBeNull();
  });

  it("is a note only of whoever is on it, and never an empty one", () => {
    expect(stepFault(event(), noted(5))).toMatch(/Say first/);
    expect(stepFault(event(onIt(4)), noted(5))).toBeNull();
    expect(stepFault(event(onIt(4)), { ...noted(5), note: " " } as EventStep)).toMatch(/Write a note/);
    expect(stepFault(event(), { kind: "closed", at: at(1), by: "alma", note: "  " })).toMatch(/Write a note/);
  });

  it("asks the same rung by hand again, only not in the same moment", () => {
    expect(stepFault(event(asked(10, "owner", "alma")), asked(12, "owner", "alma"))).toMatch(/just been asked/);
    expect(stepFault(event(asked(10, "owner", "alma")), asked(16, "owner", "alma"))).toBeNull();
    expect(stepFault(event(), asked(1, "owner", "alma"))).toBeNull();
  });

  it("ends with closing", () => {
    const closed: EventStep = { kind: "closed", at: at(3), by: "alma", note: "Over." };
    for (const step of [onIt(5), noted(5), asked(5, "owner", "alma"), closed])
      expect(stepFault(event(closed), step)).toBe("This event is closed.");
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
    expect([opens("ruth", asked(30, "supervisor")), opens("otto", asked(30, "supervisor"))]).toEqual([true, false]);
    expect(opens("otto", onIt(5, "otto"))).toBe(true);
  });

  it("is the supervisor at once where the therapist has no access any more", () => {
    expect(opensFor(event(), people.slice(1), "ruth")).toBe(true);
  });
});
