import { describe, expect, it } from "vitest";
import {
  type EscalationLevel,
  type EventStep,
  eventStatus,
  opensFor,
  type SafetyEvent,
  stepFault,
} from "@/lib/safety/events";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
const event = (...steps: EventStep[]): SafetyEvent => ({
  ...{ id: "e", source: "not-safe-button", isDanger: false, openedAt: at(0) },
  steps,
});
const grave = (...steps: EventStep[]): SafetyEvent => ({ ...event(...steps), isDanger: true });
const rule = { minutes: 30, levels: ["therapist", "supervisor", "owner"] as const };
const onIt = (minute: number, by = "alma"): EventStep => ({ kind: "acknowledged", at: at(minute), by });
const noted = (minute: number): EventStep => ({ kind: "noted", at: at(minute), by: "alma", note: "Rang, no answer." });
const asked = (minute: number, to: EscalationLevel, by: string | null = null): EventStep => ({
  ...{ kind: "escalated", at: at(minute), by },
  to,
});

describe("the life of a safety event", () => {
  it("asks the therapist, then the supervisor, then the owner, and then goes round again", () => {
    expect(eventStatus(event(), rule, at(29))).toMatchObject({ turn: "therapist", overdue: [], nextAt: at(30) });
    expect(eventStatus(event(), rule, at(30))).toMatchObject({
      ...{ state: "open", turn: "supervisor", nextAt: at(60) },
      overdue: [{ to: "supervisor", at: at(30) }],
    });
    expect(eventStatus(event(asked(30, "supervisor"), asked(60, "owner")), rule, at(90))).toMatchObject({
      ...{ turn: "therapist", nextAt: at(120) },
      overdue: [{ to: "therapist", at: at(90) }],
    });
  });

  it("records one round at the most, however long nobody looked, and goes on from there", () => {
    const { overdue, nextAt } = eventStatus(event(), rule, at(10_000));
    expect(overdue.map(({ to }) => to)).toEqual(["supervisor", "owner", "therapist"]);
    expect(nextAt).toEqual(at(120));
  });

  it("does not ask twice for what is recorded, and counts on from there", () => {
    const late = event(asked(34, "supervisor"));
    expect(eventStatus(late, rule, at(63))).toMatchObject({ turn: "supervisor", overdue: [], nextAt: at(64) });
    expect(eventStatus(late, rule, at(64)).overdue).toEqual([{ to: "owner", at: at(64) }]);
  });

  it("leaves out levels that nobody fills, and asks a single person again, an hour apart at the least", () => {
    const alone = { minutes: 30, levels: ["therapist", "owner"] as const };
    expect(eventStatus(event(), alone, at(31))).toMatchObject({ turn: "owner" });
    const solo = { minutes: 5, levels: ["owner"] as const };
    expect(eventStatus(event(), solo, at(59))).toMatchObject({ turn: "owner", overdue: [], nextAt: at(60) });
    expect(eventStatus(event(), solo, at(60)).overdue).toEqual([{ to: "owner", at: at(60) }]);
    expect(eventStatus(event(), { minutes: 30, levels: [] }, at(600))).toMatchObject({
      ...{ state: "open", turn: null, overdue: [], nextAt: null },
    });
  });

  it("rests while somebody is on it, and not for ever: 12 hours, 2 where somebody may die", () => {
    expect(eventStatus(event(onIt(5)), rule, at(5 + 719))).toMatchObject({
      ...{ state: "acknowledged", onIt: { by: "alma" }, overdue: [], nextAt: at(5 + 720) },
    });
    expect(eventStatus(event(onIt(5)), rule, at(5 + 720))).toMatchObject({
      ...{ state: "open", turn: "supervisor", onIt: null },
      overdue: [{ to: "supervisor", at: at(725) }],
    });
    expect(eventStatus(grave(onIt(5)), rule, at(5 + 119)).state).toBe("acknowledged");
    expect(eventStatus(grave(onIt(5)), rule, at(5 + 120))).toMatchObject({ state: "open", turn: "supervisor" });
  });

  it("rests for a day from a note, and then asks on", () => {
    expect(eventStatus(grave(onIt(5), noted(100)), rule, at(100 + 1439)).state).toBe("acknowledged");
    expect(eventStatus(grave(onIt(5), noted(100)), rule, at(100 + 1440))).toMatchObject({ state: "open" });
  });

  it("ends with a note, whatever was asked before; what comes after now is not known yet", () => {
    const done: EventStep = { kind: "closed", at: at(50), by: "alma", note: "She is at her sister’s." };
    expect(eventStatus(event(done), rule, at(600))).toMatchObject({ state: "closed", turn: null, nextAt: null });
    expect(eventStatus(event(done), rule, at(49)).state).toBe("open");
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

  it("asks the same level by hand again, only not in the same moment", () => {
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
    { level: "therapist", accountId: "alma" },
    { level: "supervisor", accountId: "ruth" },
    { level: "owner", accountId: "otto" },
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

describe("the edges of an event", () => {
  const done: EventStep = { kind: "closed", at: at(50), by: "alma", note: "She is at her sister’s." };

  it("is as its steps say in whatever order they are kept, a step of this instant included", () => {
    expect(eventStatus(event(onIt(40), asked(30, "supervisor")), rule, at(41))).toMatchObject({
      ...{ state: "acknowledged", turn: "supervisor", onIt: { by: "alma", since: at(40) } },
    });
    expect(stepFault(event(onIt(40), asked(30, "supervisor")), onIt(41, "ruth"))).toBe("Somebody is already on it.");
    expect(eventStatus(event(done), rule, at(50))).toEqual({
      ...{ state: "closed", turn: null, onIt: null, overdue: [], nextAt: null, openedAt: at(0), closedAt: at(50) },
    });
    expect(eventStatus(event(), rule, at(1))).toMatchObject({ openedAt: at(0), closedAt: null, onIt: null });
  });

  it("is asked on from where “I am on it” ran out, and no more from it", () => {
    expect(eventStatus(event(onIt(5)), rule, at(755))).toMatchObject({
      ...{ turn: "owner", nextAt: at(785), onIt: null },
      overdue: [
        { to: "supervisor", at: at(725) },
        { to: "owner", at: at(755) },
      ],
    });
    expect(eventStatus(event(onIt(5), onIt(20, "ruth")), rule, at(30)).onIt).toMatchObject({
      by: "ruth",
      since: at(20),
    });
    expect(eventStatus(event(onIt(5), noted(100)), rule, at(101))).toMatchObject({
      ...{ onIt: { by: "alma", since: at(100) }, nextAt: at(1540) },
    });
    expect(eventStatus(event(onIt(5), asked(9, "owner")), rule, at(10))).toMatchObject({
      ...{ state: "open", onIt: null, turn: "owner", nextAt: at(39) },
    });
  });

  it("rests with whoever is on it where nobody is there to ask", () => {
    const nobody = { minutes: 30, levels: [] };
    expect(eventStatus(event(onIt(5)), nobody, at(6))).toMatchObject({
      state: "acknowledged",
      turn: null,
      nextAt: null,
    });
  });

  it("goes on upwards from a level that nobody fills any more, and from the top begins below", () => {
    const two = { minutes: 30, levels: ["therapist", "owner"] as const };
    expect(eventStatus(event(asked(10, "supervisor")), two, at(40)).overdue).toEqual([{ to: "owner", at: at(40) }]);
    expect(eventStatus(event(asked(10, "owner")), two, at(40)).overdue).toEqual([{ to: "therapist", at: at(40) }]);
    // The levels in another order are the same escalation order.
    expect(eventStatus(event(), { minutes: 30, levels: ["owner", "therapist"] }, at(1)).turn).toBe("therapist");
  });

  it("counts in minutes, one at the least", () => {
    for (const minutes of [0, -1, Number.NaN])
      expect(() => eventStatus(event(), { ...rule, minutes }, at(1))).toThrow(RangeError);
    expect(eventStatus(event(), { ...rule, minutes: 1 }, at(1)).overdue).toEqual([{ to: "supervisor", at: at(1) }]);
  });

  it("says what is missing: where it stands, or how it ended", () => {
    expect(stepFault(event(onIt(4)), { ...noted(5), note: " " } as EventStep)).toBe(
      "Write a note about where it stands.",
    );
    expect(stepFault(event(), { ...done, note: " " })).toBe("Write a note about how it ended.");
    expect(stepFault(event(), done)).toBeNull();
  });

  it("is somebody’s until the very minute", () => {
    expect(stepFault(event(onIt(5)), onIt(5 + 719, "ruth"))).toBe("Somebody is already on it.");
    expect(stepFault(event(onIt(5)), noted(5 + 719))).toBeNull();
    expect(stepFault(event(onIt(5)), noted(5 + 720))).toBe("Say first that you are on it.");
  });

  it("is asked of the same person by hand five minutes later, by the clock at any time, and of another at once", () => {
    const just = event(asked(10, "owner", "alma"));
    expect(stepFault(just, asked(14, "owner", "alma"))).toBe("The owner has just been asked.");
    expect(stepFault(just, asked(15, "owner", "alma"))).toBeNull();
    expect(stepFault(just, asked(12, "owner"))).toBeNull();
    expect(stepFault(just, asked(12, "supervisor", "alma"))).toBeNull();
    expect(stepFault(event(asked(10, "owner", "alma"), onIt(11)), asked(12, "owner", "alma"))).toBeNull();
  });
});
