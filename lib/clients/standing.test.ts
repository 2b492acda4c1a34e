import { describe, expect, it } from "vitest";
import { type ClientStep, dischargeRefusal, type Pending, pathTodayOf, portalOf, readableSentence } from "./standing";

const step = (kind: ClientStep["kind"], day: number, readableUntil: string | null = null): ClientStep => ({
  ...{ kind, at: new Date(Date.UTC(2026, 10, day)), readableUntil },
});

describe("where a client stands", () => {
  it("is here, until they are discharged, and again when they are taken back", () => {
    expect(pathTodayOf([])).toEqual({ is: "here" });
    const gone = [step("discharged", 3, "2026-12-01")];
    expect(pathTodayOf(gone)).toMatchObject({ is: "discharged", readableUntil: "2026-12-01" });
    expect(pathTodayOf([step("returned", 5), ...gone])).toEqual({ is: "here" });
    expect(pathTodayOf([...gone, step("returned", 2)])).toMatchObject({ is: "discharged" });
  });
  it("is moved by no invitation that was taken back, and by no course", () => {
    expect(pathTodayOf([step("invitation-revoked", 9), step("course-begun", 10)])).toEqual({ is: "here" });
    expect(pathTodayOf([step("discharged", 8), step("merged", 9)])).toMatchObject({ is: "merged" });
    expect(portalOf(pathTodayOf([step("merged", 9)]), "2026-11-03")).toEqual({ is: "over" });
    expect(pathTodayOf([step("removed", 9), step("invitation-revoked", 10)])).toMatchObject({ is: "removed" });
  });
});

describe("the client’s own pages", () => {
  it("only show until the last day, that day included, and then nothing", () => {
    const gone = pathTodayOf([step("discharged", 3, "2026-12-01")]);
    expect(portalOf(gone, "2026-12-01")).toEqual({ is: "readable", until: "2026-12-01" });
    expect(portalOf(gone, "2026-12-02")).toEqual({ is: "over" });
    expect(portalOf(pathTodayOf([step("discharged", 3)]), "2026-11-03")).toEqual({ is: "over" });
    expect(portalOf(pathTodayOf([step("removed", 3)]), "2026-11-03")).toEqual({ is: "over" });
    expect(portalOf({ is: "here" }, "2026-11-03")).toEqual({ is: "open" });
  });
  it("say until when, and that nothing can be added", () => {
    expect(readableSentence("2026-12-28", "2026-11-30")).toMatch(/until 28 December\. Nothing new/);
  });
});

describe("a discharge", () => {
  const free: Pending = {
    ...{ standing: { is: "here" }, openEvents: 0, unreadWords: false, isInviting: false, isBooked: false },
    ...{ isLinked: false, readsPartner: true },
  };
  it("waits for what is open, and says what to do first", () => {
    expect(dischargeRefusal(free)).toBeNull();
    expect(dischargeRefusal({ ...free, openEvents: 1 })).toMatch(/Close it with a note first/);
    expect(dischargeRefusal({ ...free, unreadWords: true })).toMatch(/Read them first/);
    expect(dischargeRefusal({ ...free, isInviting: true })).toMatch(/Take that invitation back/);
    expect(dischargeRefusal({ ...free, isBooked: true })).toMatch(/cancel it first/);
    expect(dischargeRefusal({ ...free, isLinked: true })).toMatch(/End the link/);
    expect(dischargeRefusal({ ...free, standing: pathTodayOf([step("discharged", 1)]) })).toMatch(/already/);
  });
  it("does not tell who reads one of two that they are linked", () => {
    expect(dischargeRefusal({ ...free, isLinked: true, readsPartner: false })).not.toMatch(/link|partner/);
  });
});
