import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { viewLink } from "@/db/queries/identity/link";
import { auditEntry } from "@/db/schema/audit";
import { mailed } from "@/db/testing/mailed";
import {
  anotherPassword,
  asPerson,
  asStaff,
  goodPassword,
  later,
  limitSecret,
  type MintedPerson,
  mintPerson,
  newCaller,
  peoplePool,
  signedIn,
  stateOf,
  withFactor,
} from "@/db/testing/people";
import { meanwhile } from "@/db/testing/race";
import type { SystemActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { acceptInvitation } from "./accept-invitation";
import { changePassword } from "./change-password";
import { createInvitation } from "./create-invitation";
import { createPasswordLink } from "./create-password-link";
import { findLink, spendLink } from "./find-link";
import type { OpenedSession } from "./open-session";
import { requestLink } from "./request-link";
import { resetPassword } from "./reset-password";
import { setPassword } from "./set-password";
import { signInWithPassword } from "./sign-in";
import { type SystemScope, withSystemScope } from "./with-system-scope";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const device = { device: "Firefox on Linux" };

async function team() {
  const owner = await mintPerson(pool, now);
  const { session } = await withFactor(pool, owner, now);
  const { practiceId } = owner;
  const colleague = await mintPerson(pool, now, { practiceId, role: "therapist", password: false });
  return { owner, session, practiceId, colleague };
}

const invite = (session: OpenedSession, { accountId }: MintedPerson, at = now) =>
  asStaff(pool, session, at, (scope) => createInvitation(scope, { accountId }));

/** What arrives when somebody asks for a new password. */
async function askedFor({ email, practiceId }: MintedPerson, at = now) {
  await requestLink(pool, email, "password_reset", at);
  return (await mailed(pool, practiceId, at)).filter(({ kind }) => kind === "password-link");
}

describe("invitations", () => {
  it("let one person choose a password, sign them in, and are recorded", async () => {
    const { session, colleague } = await team();
    const { token, endsAt } = await invite(session, colleague);
    expect(endsAt).toEqual(later(now, 7 * 86_400));
    expect(await viewLink(pool, token, "invitation", now)).toMatchObject({ email: colleague.email });
    const opened = await acceptInvitation(pool, { token, password: goodPassword }, device, now);
    expect(opened).toMatchObject({ role: "therapist", stage: "factor_setup" });
    expect((await signedIn(pool, colleague, now)).role).toBe("therapist");
    const actions = await asStaff(pool, session, now, async ({ tx }) =>
      tx.select({ action: auditEntry.action }).from(auditEntry).where(eq(auditEntry.subjectId, colleague.accountId)),
    );
    const said = actions.map(({ action }) => action);
    expect(said).toEqual(expect.arrayContaining(["identity.invited", "identity.invitation-accepted"]));
  });

  it("work once, however many accept at the same moment", async () => {
    const { session, colleague } = await team();
    const { token } = await invite(session, colleague);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => acceptInvitation(pool, { token, password: goodPassword }, device, now)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(acceptInvitation(pool, { token, password: anotherPassword }, device, now)).rejects.toThrow(Refused);
  });

  it("run out after seven days, and a newer one replaces the earlier", async () => {
    const { session, colleague } = await team();
    const first = await invite(session, colleague);
    const second = await invite(session, colleague, later(now, 60));
    expect(await viewLink(pool, first.token, "invitation", later(now, 61))).toBeUndefined();
    expect(await viewLink(pool, second.token, "invitation", later(now, 61))).toBeDefined();
    expect(await viewLink(pool, second.token, "invitation", second.endsAt)).toBeUndefined();
  });

  it("are no password links, and the other way round", async () => {
    const { session, colleague, owner } = await team();
    const { token } = await invite(session, colleague);
    await expect(resetPassword(pool, { token, password: goodPassword }, now)).rejects.toThrow(Refused);
    const [reset] = await askedFor(owner);
    const asInvitation = { token: reset?.link?.token ?? "", password: anotherPassword };
    await expect(acceptInvitation(pool, asInvitation, device, now)).rejects.toThrow(Refused);
  });

  it("refuse a weak password and stay usable", async () => {
    const { session, colleague } = await team();
    const { token } = await invite(session, colleague);
    const weak = ["short", "passwordpassword", "almakeller12", "qwertyuiop123"];
    for (const password of weak) {
      await expect(acceptInvitation(pool, { token, password }, device, now)).rejects.toThrow(Refused);
    }
    expect((await acceptInvitation(pool, { token, password: goodPassword }, device, now)).role).toBe("therapist");
  });

  it("are the owner's to make for colleagues, and the responsible therapist's for a client", async () => {
    const { session, practiceId, colleague } = await team();
    const therapist = await mintPerson(pool, now, { practiceId, role: "therapist" });
    const other = await mintPerson(pool, now, { practiceId, role: "therapist" });
    const client = await mintPerson(pool, now, {
      practiceId,
      role: "client",
      therapistId: therapist.accountId,
      password: false,
    });
    const own = (await withFactor(pool, therapist, now)).session;
    const foreign = (await withFactor(pool, other, now)).session;
    await expect(invite(own, colleague)).rejects.toThrow(NotFound);
    await expect(invite(foreign, client)).rejects.toThrow(NotFound);
    expect((await invite(own, client)).email).toBe(client.email);
    expect((await invite(session, client)).email).toBe(client.email);
  });

  it("leave none behind that would open the account of somebody who is accepting one", async () => {
    const { session, practiceId, colleague } = await team();
    const { token } = await invite(session, colleague);
    const link = await findLink(pool, token, "invitation", now);
    const system: SystemActor = { kind: "system", role: "system", practiceId };
    const accepting = async (scope: SystemScope) => {
      await spendLink(scope, link?.linkId ?? "", "invitation");
      await setPassword(scope, colleague.accountId, "a hash");
    };
    const again = await meanwhile(pool, system, now, accepting, () => invite(session, colleague));
    expect(again.status).toBe("rejected");
  });

  it("are one at a time, however many are made at the same moment", async () => {
    const { session, colleague } = await team();
    const made = await Promise.all(Array.from({ length: 8 }, () => invite(session, colleague)));
    const views = await Promise.all(made.map(({ token }) => viewLink(pool, token, "invitation", now)));
    expect(views.filter(Boolean)).toHaveLength(1);
  });

  it("open nothing once their person has a password, however they came to be", async () => {
    const { session, practiceId, colleague } = await team();
    const { token } = await invite(session, colleague);
    await withSystemScope(pool, practiceId, now, (scope) => setPassword(scope, colleague.accountId, "a hash"));
    await expect(acceptInvitation(pool, { token, password: anotherPassword }, device, now)).rejects.toThrow(Refused);
  });

  it("reach nobody of another practice", async () => {
    const [{ colleague }, stranger] = [await team(), await team()];
    await expect(invite(stranger.session, colleague)).rejects.toThrow(NotFound);
  });
});

describe("a forgotten password", () => {
  it("is replaced by a link that works for an hour, once, ends every session and keeps the second step", async () => {
    const { owner, session } = await team();
    const [letter] = await askedFor(owner);
    const token = letter?.link?.token ?? "";
    expect(await viewLink(pool, token, "password_reset", later(now, 3599))).toBeDefined();
    expect(await viewLink(pool, token, "password_reset", later(now, 3600))).toBeUndefined();
    await resetPassword(pool, { token, password: anotherPassword }, now);
    expect(await stateOf(pool, session, now)).toBe("revoked");
    await expect(resetPassword(pool, { token, password: goodPassword }, now)).rejects.toThrow(Refused);
    const input = { email: owner.email, password: anotherPassword };
    expect((await signInWithPassword(pool, input, newCaller(), now)).result).toBe("code");
  });

  it("keeps the links before it alive, and ends the day with one that works until the next", async () => {
    const { owner } = await team();
    await Promise.all(Array.from({ length: 8 }, () => requestLink(pool, owner.email, "password_reset", now)));
    const letters = await mailed(pool, owner.practiceId, now);
    const minutes = letters.map(({ link }) => link?.minutes ?? 0);
    expect(minutes.sort((a, b) => a - b)).toEqual([60, 60, 60, 24 * 60]);
    const links = letters.flatMap(({ link }) => link?.token ?? []);
    const alive = async (at: Date) => {
      const views = await Promise.all(links.map((token) => viewLink(pool, token, "password_reset", at)));
      return views.filter(Boolean).length;
    };
    expect([await alive(now), await alive(later(now, 3600)), await alive(later(now, 86_399))]).toEqual([4, 1, 1]);
    expect(await askedFor(owner, later(now, 86_399))).toEqual([]);
    expect(await askedFor(owner, later(now, 86_400))).toHaveLength(1);
  });

  it("is within reach of its owner at every hour of a day on which a stranger asks every five minutes", async () => {
    const { owner } = await team();
    const links: string[] = [];
    for (let minute = 0; minute < 36 * 60; minute += 5) {
      const at = later(now, minute * 60);
      links.push(...(await askedFor(owner, at)).flatMap(({ link }) => link?.token ?? []));
      if (minute % 60 !== 0) continue;
      const views = await Promise.all(links.map((token) => viewLink(pool, token, "password_reset", at)));
      expect(views.some(Boolean)).toBe(true);
    }
    expect(links.length).toBeLessThanOrEqual(8);
  }, 60_000);

  it("makes no link for the unknown and the invited", async () => {
    const { colleague } = await team();
    await requestLink(pool, "nobody@people.example", "password_reset", now);
    expect(await askedFor(colleague)).toEqual([]);
  });
});

describe("a link for a new password, made by hand", () => {
  it("is the owner's for a colleague who has one, and nobody's for themself", async () => {
    const { owner, session, practiceId, colleague } = await team();
    const therapist = await mintPerson(pool, now, { practiceId, role: "therapist" });
    const own = (await withFactor(pool, therapist, now)).session;
    const client = await mintPerson(pool, now, { practiceId, role: "client", therapistId: owner.accountId });
    const make = (by: OpenedSession, { accountId }: MintedPerson, password = goodPassword) =>
      asStaff(pool, by, now, (scope) => createPasswordLink(scope, { accountId, password }, limitSecret));
    await expect(make(own, owner)).rejects.toThrow(NotFound);
    await expect(make(session, owner)).rejects.toThrow(Refused);
    await expect(make(session, colleague)).rejects.toThrow(Refused);
    await expect(make((await team()).session, therapist)).rejects.toThrow(NotFound);
    await expect(make(session, client)).rejects.toThrow("one-time code");
    expect(await make(session, therapist, "not hers")).toMatchObject({ problem: expect.any(String) });
    const made = await make(session, therapist);
    if ("problem" in made) throw new Error(made.problem);
    const { token } = made.proved;
    await resetPassword(pool, { token, password: anotherPassword }, now);
    expect(await stateOf(pool, own, now)).toBe("revoked");
  });
});

describe("changing the password", () => {
  it("needs the current one, ends the other sessions and half-done sign-ins, and keeps this one", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const elsewhere = await signedIn(pool, person, now);
    const here = await signedIn(pool, person, now);
    const change = (current: string, password: string) =>
      asPerson(pool, here, now, (scope) => changePassword(scope, { current, password }, limitSecret));
    expect(await change("wrong", anotherPassword)).toMatchObject({ problem: expect.any(String) });
    expect(await stateOf(pool, elsewhere, now)).toBe("live");
    await expect(change(goodPassword, "passwordpassword")).rejects.toThrow(Refused);
    expect(await change(goodPassword, anotherPassword)).toEqual({ proved: true });
    expect(await stateOf(pool, elsewhere, now)).toBe("revoked");
    expect(await stateOf(pool, here, now)).toBe("live");
  });
});
