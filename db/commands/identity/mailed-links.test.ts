import { describe, expect, it } from "vitest";
import { viewLink } from "@/db/queries/identity/link";
import { mailed } from "@/db/testing/mailed";
import { asStaff, goodPassword, type MintedPerson, mintPerson, peoplePool, withFactor } from "@/db/testing/people";
import { acceptInvitation } from "./accept-invitation";
import { createInvitation } from "./create-invitation";
import type { OpenedSession } from "./open-session";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const device = { device: "Firefox on Linux" };

async function team() {
  const owner = await mintPerson(pool, now);
  const { session } = await withFactor(pool, owner, now);
  const { practiceId } = owner;
  const colleague = await mintPerson(pool, now, { practiceId, role: "therapist", password: false });
  return { session, practiceId, colleague };
}

const invite = (session: OpenedSession, { accountId }: MintedPerson) =>
  asStaff(pool, session, now, (scope) => createInvitation(scope, { accountId }));

describe("invitations by letter", () => {
  it("reach their person by letter too, with a way in of its own that is over when either was used", async () => {
    for (const used of ["screen", "letter"] as const) {
      const { session, practiceId, colleague } = await team();
      const { token } = await invite(session, colleague);
      const [letter, ...others] = await mailed(pool, practiceId, now);
      expect([letter, others]).toMatchObject([{ kind: "invitation", to: colleague.email }, []]);
      const ways = { screen: token, letter: letter?.link?.token ?? "" };
      expect(ways.letter).not.toBe(token);
      await acceptInvitation(pool, { token: ways[used], password: goodPassword }, device, now);
      for (const way of Object.values(ways)) expect(await viewLink(pool, way, "invitation", now)).toBeUndefined();
    }
  });

  it("go by letter only while they open anything", async () => {
    const { session, practiceId, colleague } = await team();
    await invite(session, colleague);
    await invite(session, colleague);
    expect(await mailed(pool, practiceId, now)).toHaveLength(1);
    const { token } = await invite(session, colleague);
    await acceptInvitation(pool, { token, password: goodPassword }, device, now);
    expect(await mailed(pool, practiceId, now)).toEqual([]);
  });

  it("leave no letter behind when making them failed", async () => {
    const { session, practiceId, colleague } = await team();
    const failing = asStaff(pool, session, now, async (scope) => {
      await createInvitation(scope, { accountId: colleague.accountId });
      throw new Error("the rest of it failed");
    });
    await expect(failing).rejects.toThrow("the rest of it failed");
    expect(await mailed(pool, practiceId, now)).toEqual([]);
  });
});
