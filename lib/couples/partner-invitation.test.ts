import { describe, expect, it } from "vitest";
import { invitationState, invitingFault, type PartnerTalk, talkFault, yesInForce } from "./partner-invitation";

const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 8, minute));
const talk = (answer: PartnerTalk["answer"], minute: number, unheard = true): PartnerTalk => ({
  ...{ answer, unheard },
  saidAt: at(minute),
});

describe("the yes to inviting the partner", () => {
  it("is the newest word, given when nobody could hear", () => {
    expect(yesInForce([])).toBeNull();
    expect(yesInForce([talk("yes", 1)])?.saidAt).toEqual(at(1));
    expect(yesInForce([talk("yes", 1, false)])).toBeNull();
    expect(yesInForce([talk("yes", 1), talk("no", 2)])).toBeNull();
    expect(yesInForce([talk("yes", 1), talk("not-asked", 2)])).toBeNull();
    expect(yesInForce([talk("yes", 3), talk("no", 2)])?.saidAt).toEqual(at(3));
  });

  it("opens the invitation, once for one person", () => {
    const yes = [talk("yes", 1)];
    expect(invitingFault([], null)).toContain("only after the client’s yes");
    expect(invitingFault([talk("no", 1)], null)).toContain("only after the client’s yes");
    expect(invitingFault(yes, null)).toBeNull();
    expect(invitingFault(yes, { state: "invited", invitedAt: at(2) })).toContain("stands already");
    for (const state of ["declined", "withdrawn"] as const)
      expect(invitingFault(yes, { state, invitedAt: at(2) })).toBeNull();
    expect(invitingFault(yes, { state: "accepted", invitedAt: at(1) })).toContain("ask anew");
    expect(invitingFault([talk("yes", 3)], { state: "accepted", invitedAt: at(2) })).toBeNull();
    expect(invitingFault([talk("no", 3)], { state: "withdrawn", invitedAt: at(2) })).toContain("only after");
  });
});

describe("a talk, as it is kept", () => {
  const said = { answer: "yes", unheard: true, talkOn: "2026-10-01" } as const;
  it("lies in the past, and its yes was heard by nobody else", () => {
    expect(talkFault(said, "2026-10-01")).toBeNull();
    expect(talkFault({ ...said, talkOn: "2026-10-02" }, "2026-10-01")?.field).toBe("talkOn");
    expect(talkFault({ ...said, unheard: false }, "2026-10-01")?.field).toBe("talkUnheard");
  });
  it.each(["no", "not-asked"] as const)("keeps %s also where somebody could hear", (answer) => {
    expect(talkFault({ ...said, answer, unheard: false }, "2026-10-01")).toBeNull();
  });
});

describe("where an invitation stands", () => {
  const step = (kind: "declined" | "withdrawn", minute: number) => ({ kind, decidedAt: at(minute) });
  it("is the newest step, and whoever came has come", () => {
    expect(invitationState({ hasAccepted: false, steps: [] })).toBe("invited");
    expect(invitationState({ hasAccepted: false, steps: [step("declined", 1)] })).toBe("declined");
    for (const steps of [
      [step("withdrawn", 2), step("declined", 1)],
      [step("declined", 1), step("withdrawn", 2)],
    ])
      expect(invitationState({ hasAccepted: false, steps })).toBe("withdrawn");
    expect(invitationState({ hasAccepted: true, steps: [step("withdrawn", 1)] })).toBe("accepted");
  });
});
