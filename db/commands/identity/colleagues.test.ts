import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { accessDecision } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import {
  actorOf,
  asPerson,
  asStaff,
  goodPassword,
  mintPerson,
  newCaller,
  peoplePool,
  signedIn,
  stateOf,
  withFactor,
} from "@/db/testing/people";
import { meanwhile } from "@/db/testing/race";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { changeRole } from "./change-role";
import { decideAccess } from "./decide-access";
import { findLink } from "./find-link";
import { inviteColleague } from "./invite-colleague";
import type { OpenedSession } from "./open-session";
import { revokeOtherSessions, revokeOwnSession } from "./revoke-sessions";
import { signInWithPassword } from "./sign-in";
import { signInToSample } from "./sign-in-to-sample";
import { endSupervision, startSupervision } from "./supervise";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const reason = "moved away";

async function team() {
  const owner = await mintPerson(pool, now);
  const { practiceId } = owner;
  const therapist = await mintPerson(pool, now, { practiceId, role: "therapist" });
  const ofOwner = (await withFactor(pool, owner, now)).session;
  const ofTherapist = (await withFactor(pool, therapist, now)).session;
  return { practiceId, owner, therapist, ofOwner, ofTherapist };
}

async function staffOf(session: OpenedSession) {
  const actor = await actorOf(pool, session, now);
  if (actor.kind !== "staff") throw new Error("expected staff");
  return actor;
}

describe("access", () => {
  it("is gone with the next request when it is withdrawn, and comes back when restored", async () => {
    const { therapist, ofOwner, ofTherapist } = await team();
    const { accountId } = therapist;
    await asStaff(pool, ofOwner, now, (scope) => decideAccess(scope, { accountId, decision: "withdrawn", reason }));
    expect(await stateOf(pool, ofTherapist, now)).toBe("revoked");
    const input = { email: therapist.email, password: goodPassword };
    expect((await signInWithPassword(pool, input, newCaller(), now)).result).toBe("refused");
    const again = asStaff(pool, ofOwner, now, (scope) =>
      decideAccess(scope, { accountId, decision: "withdrawn", reason }),
    );
    await expect(again).rejects.toThrow(Refused);
    const at = new Date(now.getTime() + 1000);
    await asStaff(pool, ofOwner, at, (scope) => decideAccess(scope, { accountId, decision: "restored", reason }));
    expect((await signInWithPassword(pool, input, newCaller(), at)).result).toBe("code");
    expect(await stateOf(pool, ofTherapist, at)).toBe("revoked");
  });

  it("takes every link with it: one that was made before is worth nothing after the return", async () => {
    const { ofOwner } = await team();
    const person = { name: "Noor", email: `${randomUUID()}@people.example`, role: "therapist" as const };
    const { token, accountId } = await asStaff(pool, ofOwner, now, (scope) => inviteColleague(scope, person));
    expect((await findLink(pool, token, "invitation", now))?.person.accountId).toBe(accountId);
    await asStaff(pool, ofOwner, now, (scope) => decideAccess(scope, { accountId, decision: "withdrawn", reason }));
    const at = new Date(now.getTime() + 1000);
    await asStaff(pool, ofOwner, at, (scope) => decideAccess(scope, { accountId, decision: "restored", reason }));
    expect(await findLink(pool, token, "invitation", at)).toBeUndefined();
  });

  it("keeps why sealed, and tells it to the owner while access is withdrawn", async () => {
    const { practiceId, therapist, ofOwner } = await team();
    const { accountId } = therapist;
    const told = async () => {
      const { colleagues } = await asStaff(pool, ofOwner, now, listColleagues);
      return colleagues.find((colleague) => colleague.accountId === accountId)?.reason;
    };
    const decide = (decision: "withdrawn" | "restored") =>
      asStaff(pool, ofOwner, now, (scope) => decideAccess(scope, { accountId, decision, reason }));
    await decide("withdrawn");
    expect(await told()).toBe(reason);
    const kept = await asStaff(pool, ofOwner, now, ({ tx }) =>
      tx.select().from(accessDecision).where(eq(accessDecision.practiceId, practiceId)),
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(reason);
    await decide("restored");
    expect(await told()).toBeNull();
  });

  it("is the owner's to decide, never about themself, and never about another practice", async () => {
    const { owner, therapist, ofOwner, ofTherapist } = await team();
    const stranger = await team();
    const decide = (session: typeof ofOwner, accountId: string) =>
      asStaff(pool, session, now, (scope) => decideAccess(scope, { accountId, decision: "withdrawn", reason }));
    await expect(decide(ofTherapist, owner.accountId)).rejects.toThrow(Forbidden);
    await expect(decide(ofOwner, owner.accountId)).rejects.toThrow(Refused);
    await expect(decide(stranger.ofOwner, therapist.accountId)).rejects.toThrow(NotFound);
    expect(await stateOf(pool, ofTherapist, now)).toBe("live");
  });
});

describe("two owners who turn on each other at the same moment", () => {
  it("are not both left without access, nor one without it and the other without the role", async () => {
    for (const second of [decideAccess, changeRole]) {
      const { practiceId, owner, ofOwner } = await team();
      const other = await mintPerson(pool, now, { practiceId });
      const ofOther = (await withFactor(pool, other, now)).session;
      const [first, answering] = [await staffOf(ofOwner), await staffOf(ofOther)];
      const withdrawn = { decision: "withdrawn" as const, reason };
      const answer = await meanwhile(
        pool,
        first,
        now,
        (scope) => decideAccess(scope, { accountId: other.accountId, ...withdrawn }),
        () =>
          withScope(pool, answering, now, (scope) =>
            second(scope, { accountId: owner.accountId, role: "therapist", ...withdrawn }),
          ),
      );
      expect(answer).toMatchObject({ status: "rejected", reason: { name: "NotFound" } });
    }
  });
});

describe("roles", () => {
  it("end the person's sessions when they change", async () => {
    const { therapist, ofOwner, ofTherapist } = await team();
    const { accountId } = therapist;
    await asStaff(pool, ofOwner, now, (scope) => changeRole(scope, { accountId, role: "supervisor" }));
    expect(await stateOf(pool, ofTherapist, now)).toBe("revoked");
  });

  it("leave an owner when two owners turn on each other at the same moment", async () => {
    const { practiceId, owner, ofOwner } = await team();
    const second = await mintPerson(pool, now, { practiceId });
    const ofSecond = (await withFactor(pool, second, now)).session;
    const demote = (session: typeof ofOwner, accountId: string) =>
      asStaff(pool, session, now, (scope) => changeRole(scope, { accountId, role: "therapist" }));
    const tries = await Promise.allSettled([demote(ofOwner, second.accountId), demote(ofSecond, owner.accountId)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("are not a client's to have", async () => {
    const { practiceId, therapist, ofOwner } = await team();
    const client = await mintPerson(pool, now, { practiceId, role: "client", therapistId: therapist.accountId });
    const promote = asStaff(pool, ofOwner, now, (scope) =>
      changeRole(scope, { accountId: client.accountId, role: "owner" }),
    );
    await expect(promote).rejects.toThrow(NotFound);
  });
});

describe("colleagues", () => {
  it("are invited by the owner alone, once for an address, and listed to the owner alone", async () => {
    const { therapist, ofOwner, ofTherapist } = await team();
    const form = { name: "Jonas", email: `${crypto.randomUUID()}@people.example`, role: "supervisor" as const };
    await expect(asStaff(pool, ofTherapist, now, (scope) => inviteColleague(scope, form))).rejects.toThrow(Forbidden);
    const { accountId } = await asStaff(pool, ofOwner, now, (scope) => inviteColleague(scope, form));
    const twice = asStaff(pool, ofOwner, now, (scope) => inviteColleague(scope, { ...form, name: "Again" }));
    await expect(twice).rejects.toThrow(Refused);
    const { colleagues } = await asStaff(pool, ofOwner, now, listColleagues);
    expect(colleagues.find((row) => row.accountId === accountId)).toMatchObject({
      state: "invited",
      role: "supervisor",
    });
    expect(colleagues.find((row) => row.accountId === therapist.accountId)).toMatchObject({ state: "active" });
    await expect(asStaff(pool, ofTherapist, now, listColleagues)).rejects.toThrow(Forbidden);
  });

  it("supervise from a start to an end, and only inside their practice", async () => {
    const { practiceId, therapist, ofOwner } = await team();
    const supervisor = await mintPerson(pool, now, { practiceId, role: "supervisor" });
    const pair = { supervisorId: supervisor.accountId, therapistId: therapist.accountId };
    await asStaff(pool, ofOwner, now, (scope) => startSupervision(scope, pair));
    await asStaff(pool, ofOwner, now, (scope) => startSupervision(scope, pair));
    const { supervisions } = await asStaff(pool, ofOwner, now, listColleagues);
    expect(supervisions).toHaveLength(1);
    const supervisionId = supervisions[0]?.supervisionId ?? "";
    const stranger = await team();
    const foreign = asStaff(pool, stranger.ofOwner, now, (scope) => endSupervision(scope, { supervisionId }));
    await expect(foreign).rejects.toThrow(NotFound);
    await asStaff(pool, ofOwner, now, (scope) => endSupervision(scope, { supervisionId }));
    expect((await asStaff(pool, ofOwner, now, listColleagues)).supervisions).toEqual([]);
  });
});

describe("own sessions", () => {
  it("end one by one or all but this, and nobody ends another person's", async () => {
    const client = await mintPerson(pool, now, { role: "client" });
    const [here, there, away] = [
      await signedIn(pool, client, now),
      await signedIn(pool, client, now),
      await signedIn(pool, client, now),
    ];
    const thereId = await asPerson(pool, there, now, async ({ actor }) => actor.sessionId);
    const stranger = await signedIn(pool, await mintPerson(pool, now, { practiceId: client.practiceId }), now);
    const theft = asPerson(pool, stranger, now, (scope) => revokeOwnSession(scope, thereId));
    await expect(theft).rejects.toThrow(NotFound);
    await asPerson(pool, here, now, (scope) => revokeOwnSession(scope, thereId));
    expect(await stateOf(pool, there, now)).toBe("revoked");
    expect(await stateOf(pool, away, now)).toBe("live");
    await asPerson(pool, here, now, revokeOtherSessions);
    expect(await stateOf(pool, away, now)).toBe("revoked");
    expect(await stateOf(pool, here, now)).toBe("live");
  });
});

describe("the sample's door", () => {
  it("does not open for anybody of a real practice", async () => {
    const person = await mintPerson(pool, now);
    await expect(signInToSample(pool, person.accountId, newCaller(), now)).rejects.toThrow(NotFound);
  });
});
