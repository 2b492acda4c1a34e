import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { credentialChange } from "@/db/schema/credential-change";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { onTheMachine } from "@/db/testing/on-the-machine";
import { asStaff, goodPassword, mintPerson, newCaller, peoplePool, stateOf, withFactor } from "@/db/testing/people";
import { queueLetter } from "../letters/queue-letter";
import { makeOwnerAtMachine, moveAddressAtMachine } from "./at-the-machine";
import { decideAccess } from "./decide-access";
import { signInWithPassword } from "./sign-in";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

async function team() {
  const owner = await mintPerson(pool, now);
  const { practiceId } = owner;
  const therapist = await mintPerson(pool, now, { practiceId, role: "therapist" });
  const client = await mintPerson(pool, now, { practiceId, role: "client", therapistId: therapist.accountId });
  const { session } = await withFactor(pool, therapist, now);
  const rows = () =>
    withScope(pool, { kind: "system", role: "system", practiceId }, now, async ({ tx }) => ({
      told: (await tx.select().from(credentialChange)).map(({ accountId, kind, changedBy }) => ({
        ...{ accountId, kind, changedBy },
      })),
      letters: (await tx.select().from(outboxLetter)).map(({ accountId, toAddress }) => ({ accountId, toAddress })),
      urgent: (await tx.select().from(outboxLetter))
        .filter(({ urgent }) => urgent)
        .map(({ accountId, toAddress, setAsideAt }) => ({ accountId, toAddress, setAsideAt })),
      audit: (await tx.select().from(auditEntry)).map(({ action, actorId, subjectId }) => ({
        ...{ action, actorId, subjectId },
      })),
    }));
  return { owner, therapist, client, session, rows };
}

const enters = async (email: string, at = now) =>
  (await signInWithPassword(pool, { email, password: goodPassword }, newCaller(), at)).result;

describe("a practice whose last owner is gone", () => {
  it("gets one from the machine: signed out, in the record, told to them and to every owner", async () => {
    const { owner, therapist, session, rows } = await team();
    await makeOwnerAtMachine(pool, therapist.email, now);
    expect(await stateOf(pool, session, now)).toBe("revoked");
    const { told, letters, audit } = await rows();
    expect(told).toContainEqual({ accountId: therapist.accountId, kind: "role-changed", changedBy: null });
    expect(told).toContainEqual({ accountId: owner.accountId, kind: "owner-added", changedBy: null });
    expect(letters.map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining([owner.accountId, therapist.accountId]),
    );
    expect(audit).toContainEqual({
      ...{ action: "identity.role-changed", actorId: null, subjectId: therapist.accountId },
    });
    await expect(makeOwnerAtMachine(pool, therapist.email, now)).rejects.toThrow("already");
  });

  it("never gets a client, a stranger, or somebody whose access was withdrawn", async () => {
    const { owner, therapist, client } = await team();
    await expect(makeOwnerAtMachine(pool, client.email, now)).rejects.toThrow("client");
    await expect(makeOwnerAtMachine(pool, "nobody@people.example", now)).rejects.toThrow("Nobody");
    const { accountId } = therapist;
    const { session } = await withFactor(pool, owner, now);
    await asStaff(pool, session, now, (scope) =>
      decideAccess(scope, { accountId, decision: "withdrawn", reason: "She left.", successorId: owner.accountId }),
    );
    await expect(makeOwnerAtMachine(pool, therapist.email, now)).rejects.toThrow("withdrawn");
  });
});

describe("a mistyped address of a colleague", () => {
  it("is put right from the machine, and both addresses are told", async () => {
    const { therapist, session, rows } = await team();
    const to = `${therapist.accountId}@right.example`;
    await moveAddressAtMachine(pool, { from: therapist.email, to }, now);
    expect(await stateOf(pool, session, now)).toBe("revoked");
    expect([await enters(therapist.email), await enters(to)]).toEqual(["refused", "code"]);
    const { told, letters, audit } = await rows();
    expect(told).toContainEqual({ accountId: therapist.accountId, kind: "address-changed", changedBy: null });
    expect(letters).toContainEqual({ accountId: therapist.accountId, toAddress: null });
    expect(letters).toContainEqual({ accountId: therapist.accountId, toAddress: therapist.email });
    expect(audit).toContainEqual({
      ...{ action: "identity.address-changed", actorId: null, subjectId: therapist.accountId },
    });
  });

  it("keeps what waits for them: a letter about somebody’s safety goes to the new address", async () => {
    const { therapist, rows } = await team();
    const { practiceId, accountId } = therapist;
    const about = { kind: "event", id: randomUUID() } as const;
    await withScope(pool, { kind: "system", role: "system", practiceId }, now, (scope) =>
      queueLetter(scope, { accountId, about, urgent: true }),
    );
    await moveAddressAtMachine(pool, { from: therapist.email, to: `${accountId}@right.example` }, now);
    const waiting = (await rows()).urgent;
    expect(waiting).toEqual([{ accountId, toAddress: null, setAsideAt: null }]);
  });

  it("takes nobody else’s, whatever practice they are of, and no client’s", async () => {
    const { therapist, client } = await team();
    const stranger = await team();
    const { email } = stranger.client;
    await expect(moveAddressAtMachine(pool, { from: therapist.email, to: email }, now)).rejects.toThrow("already");
    await expect(moveAddressAtMachine(pool, { from: client.email, to: "a@new.example" }, now)).rejects.toThrow(
      "client",
    );
    expect(await enters(client.email)).not.toBe("refused");
  });
});

describe("npm run admin", () => {
  it("lists colleagues and no client, and says how it is used", async () => {
    const { owner, therapist, client } = await team();
    const { status, stdout } = onTheMachine("--admin", "people", therapist.email);
    expect(status).toBe(0);
    expect(stdout).toContain(owner.email);
    expect(stdout).toContain("Has access once the second step is set up");
    expect(stdout).not.toContain(client.email);
    for (const words of [[], ["owner"], ["unknown", "a@b.example"], ["address", "a@b.example"]]) {
      const { status: code, stderr } = onTheMachine("--admin", ...words);
      expect([words, code]).toEqual([words, 1]);
      expect(stderr).toContain("npm run admin -- address OLD NEW");
    }
    expect(onTheMachine("--admin", "mail", "not an address").stderr).toContain("mail ADDRESS: ");
    expect(onTheMachine("--admin", "mail", "a@b.example").stderr).toContain("No mail is set up");
  }, 30_000);
});
