import { describe, expect, it } from "vitest";
import { type GateState, gateStates } from "@/lib/safety/gate";
import { type MergeSide, mergedGate, mergeRefusal } from "./merge";

const nothing = {
  ...{ openEvents: 0, unreadWords: false, isInviting: false, isBooked: false, isLinked: false, readsPartner: true },
};
const side = (recordNumber: number, over: Partial<MergeSide> = {}): MergeSide => ({
  ...{ recordNumber, therapistId: "alma", standing: { is: "here" }, pending: nothing, isEndHidden: false },
  ...{ asksErasure: false, courtAsks: false, untold: [], hasMerged: false, isInvited: false },
  ...over,
});
const since = new Date("2026-11-01T10:00:00Z");
const refusal = (stays: Partial<MergeSide>, goes: Partial<MergeSide> = {}, wereTwo = false) =>
  mergeRefusal({ stays: side(7, stays), goes: side(12, goes), wereTwo });

describe("two records of one person", () => {
  it("are merged where nothing stands against it, and also where the one that goes was discharged", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({}, { standing: { is: "discharged", since, readableUntil: null } })).toBeNull();
  });

  it("are never those of two people", () => {
    expect(refusal({}, {}, true)).toMatch(/two people/);
  });

  it("are not merged while either is linked, or the end of a link does not show", () => {
    const linked = { pending: { ...nothing, isLinked: true } };
    expect(refusal(linked)).toMatch(/record 7 is linked/);
    expect(refusal({}, linked)).toMatch(/record 12 is linked/);
    expect(refusal({}, { isEndHidden: true })).toMatch(/does not show yet/);
  });

  it("say nothing of a link to who does not read the partner", () => {
    for (const over of [{ isEndHidden: true }, {}]) {
      const pending = { ...nothing, isLinked: !over.isEndHidden, readsPartner: false };
      expect(refusal({ ...over, pending })).toMatch(/Ask the owner/);
      expect(refusal({}, { ...over, pending })).not.toMatch(/link|partner/i);
    }
  });

  it("wait for what is open on the one that goes", () => {
    const cases: [Partial<typeof nothing>, RegExp][] = [
      [{ openEvents: 1 }, /On record 12: an event about safety is open/],
      [{ unreadWords: true }, /On record 12: words in safety questions are unread/],
      [{ isInviting: true }, /On record 12: the partner is invited/],
      [{ isBooked: true }, /On record 12: a session is planned/],
    ];
    for (const [open, sentence] of cases) {
      expect(refusal({}, { pending: { ...nothing, ...open } })).toMatch(sentence);
      expect(refusal({ pending: { ...nothing, ...open } })).toBeNull();
    }
  });

  it("wait for an invitation as a partner that nobody has used", () => {
    expect(refusal({}, { isInvited: true })).toMatch(/record 12 was invited as a partner/);
    expect(refusal({ isInvited: true })).toBeNull();
  });

  it("wait for what was asked about either, and for who is never told", () => {
    expect(refusal({ asksErasure: true })).toMatch(/record 7 to be erased/);
    expect(refusal({}, { courtAsks: true })).toMatch(/court asks for record 12/);
    expect(refusal({}, { untold: ["ben"] })).toMatch(/never told about record 12/);
    expect(refusal({ untold: ["ben", "cleo"] }, { untold: ["ben"] })).toBeNull();
  });

  it("stand with one therapist, and the one that stays is here", () => {
    expect(refusal({}, { therapistId: "ben" })).toMatch(/Two therapists/);
    expect(refusal({ standing: { is: "discharged", since, readableUntil: null } })).toMatch(/record 7, is discharged/);
    expect(refusal({ standing: { is: "merged", since } })).toMatch(/merged already/);
    expect(refusal({}, { standing: { is: "removed", since } })).toMatch(/nothing of a person/);
    expect(refusal({}, { hasMerged: true })).toMatch(/merged into record 12/);
    expect(refusal({ hasMerged: true })).toBeNull();
  });

  it("have one gate then: the stricter of both, and never clear", () => {
    const strictness = (state: GateState) => ["clear", "not-screened", "concern", "stop"].indexOf(state);
    for (const one of gateStates)
      for (const other of gateStates) {
        const merged = mergedGate(one, other);
        expect(merged).not.toBe("clear");
        expect(merged).toBe(mergedGate(other, one));
        expect(strictness(merged)).toBe(Math.max(strictness(one), strictness(other), 1));
      }
  });
});
