import { describe, expect, it } from "vitest";
import { invitationStepForm, inviteOnceMoreForm, partnerTalkForm } from "./partner-invitation-forms";

const id = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

describe("the forms about inviting a partner", () => {
  const talk = {
    ...{ id, clientId: id, asked: " Whether she wants it. ", answer: "yes" },
    ...{ talkOn: "2026-11-20", talkWay: "phone", talkUnheard: "yes" },
  };
  const talkFault = (more: object) => partnerTalkForm.safeParse({ ...talk, ...more }).error?.issues[0]?.message;
  it("keep what was said in a talk, and whether nobody could hear it", () => {
    expect(partnerTalkForm.parse(talk)).toEqual({ ...talk, asked: "Whether she wants it.", talkUnheard: true });
    expect(partnerTalkForm.parse({ ...talk, talkUnheard: undefined }).talkUnheard).toBe(false);
    for (const answer of ["yes", "no", "not-asked"]) expect(talkFault({ answer }), answer).toBeUndefined();
    for (const talkWay of ["in-person", "phone", "video"]) expect(talkFault({ talkWay }), talkWay).toBeUndefined();
    expect(talkFault({ asked: " " })).toBe("Write what you asked, in your own words.");
    expect(talkFault({ answer: "perhaps" })).toBe("Choose what the answer was.");
    expect(talkFault({ talkOn: "soon" })).toBe("Choose the day of the talk.");
    expect(talkFault({ talkWay: "letter" })).toBe("Choose how you talked.");
    for (const wrong of [{ id: "x" }, { clientId: "x" }, { talkUnheard: "no" }, { more: "" }])
      expect(talkFault(wrong), JSON.stringify(wrong)).toBeDefined();
  });
  it("invite the same person once more", () => {
    expect(inviteOnceMoreForm.parse({ id, clientId: id })).toEqual({ id, clientId: id });
    for (const wrong of [{ id }, { id: "x", clientId: id }, { id, clientId: "x" }, { id, clientId: id, more: "" }])
      expect(inviteOnceMoreForm.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });
  it("say what became of an invitation, with words that may be left out", () => {
    for (const kind of ["declined", "withdrawn"])
      expect(invitationStepForm.parse({ invitationId: id, kind, note: " " })).toEqual({
        invitationId: id,
        kind,
        note: null,
      });
    for (const wrong of [{ kind: "accepted" }, { invitationId: "x" }, { more: "" }, { note: "n".repeat(4001) }])
      expect(
        invitationStepForm.safeParse({ invitationId: id, kind: "declined", ...wrong }).success,
        JSON.stringify(wrong),
      ).toBe(false);
    expect(invitationStepForm.safeParse({ invitationId: id, kind: "declined", note: "n".repeat(4000) }).success).toBe(
      true,
    );
  });
});
