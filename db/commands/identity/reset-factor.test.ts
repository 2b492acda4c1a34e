import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { factorReset } from "@/db/schema/factor-reset";
import { recoveryCode } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { onTheMachine } from "@/db/testing/on-the-machine";
import {
  asPerson,
  asStaff,
  goodPassword,
  limitSecret,
  mintPerson,
  peoplePool,
  signedIn,
  stateOf,
  withFactor,
} from "@/db/testing/people";
import type { SystemActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { setUpFactor } from "./remove-factor";
import { resetFactor } from "./reset-factor";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const reason = "She stood before me with her passport.";

async function team() {
  const owner = await mintPerson(pool, now);
  const { practiceId } = owner;
  const therapist = await mintPerson(pool, now, { practiceId, role: "therapist" });
  const client = await mintPerson(pool, now, { practiceId, role: "client", therapistId: therapist.accountId });
  const ofOwner = (await withFactor(pool, owner, now)).session;
  const ofTherapist = (await withFactor(pool, therapist, now)).session;
  const system: SystemActor = { kind: "system", role: "system", practiceId };
  const rows = () =>
    withScope(pool, system, now, async ({ tx }) => ({
      resets: await tx.select().from(factorReset),
      letters: (await tx.select().from(outboxLetter)).map(({ accountId }) => accountId),
      audit: await tx.select().from(auditEntry).where(eq(auditEntry.action, "identity.factor-reset")),
    }));
  return { practiceId, owner, therapist, client, ofOwner, ofTherapist, system, rows };
}

type Session = Awaited<ReturnType<typeof signedIn>>;
const reset = (by: Session, accountId: string, password = goodPassword, at = now) =>
  asStaff(pool, by, at, (scope) => resetFactor(scope, { accountId, reason, password }, limitSecret));

describe("a colleague who lost phone and codes", () => {
  it("is helped by the owner: sessions end, they set it up anew, and the row says who and why", async () => {
    const { owner, therapist, ofOwner, ofTherapist, system, rows } = await team();
    expect(await reset(ofOwner, therapist.accountId, "wrong")).toMatchObject({ problem: expect.any(String) });
    expect(await stateOf(pool, ofTherapist, now)).toBe("live");
    expect(await reset(ofOwner, therapist.accountId)).toEqual({ proved: true });
    expect(await stateOf(pool, ofTherapist, now)).toBe("revoked");
    const { resets, letters, audit } = await rows();
    expect(resets).toMatchObject([{ accountId: therapist.accountId, resetBy: owner.accountId }]);
    expect(JSON.stringify(resets)).not.toContain("passport");
    expect(letters).toEqual([therapist.accountId]);
    expect((await signedIn(pool, therapist, now)).stage).toBe("factor_setup");
    expect(audit).toMatchObject([{ actorId: owner.accountId, subjectId: therapist.accountId }]);
    const spent = await withScope(pool, system, now, ({ tx }) =>
      tx
        .select({ id: recoveryCode.id })
        .from(recoveryCode)
        .where(and(eq(recoveryCode.accountId, therapist.accountId), isNotNull(recoveryCode.usedAt))),
    );
    expect(spent).toHaveLength(10);
    await expect(reset(ofOwner, therapist.accountId)).rejects.toThrow(Refused);
  });

  it("is not helped by a therapist, by themself, or from another practice", async () => {
    const { owner, therapist, ofOwner, ofTherapist } = await team();
    const stranger = await team();
    await expect(reset(ofTherapist, owner.accountId)).rejects.toThrow(NotFound);
    await expect(reset(ofOwner, owner.accountId)).rejects.toThrow(Refused);
    await expect(reset(stranger.ofOwner, therapist.accountId)).rejects.toThrow(NotFound);
    expect(await stateOf(pool, ofTherapist, now)).toBe("live");
  });
});

describe("a client who lost phone and codes", () => {
  it("is helped by their own therapist and by no other", async () => {
    const { practiceId, client, ofTherapist } = await team();
    const other = await mintPerson(pool, now, { practiceId, role: "therapist" });
    const ofOther = (await withFactor(pool, other, now)).session;
    await asPerson(pool, await signedIn(pool, client, now), now, (scope) =>
      setUpFactor(scope, { password: goodPassword }, limitSecret),
    );
    await withFactor(pool, client, now);
    await expect(reset(ofOther, client.accountId)).rejects.toThrow(NotFound);
    expect(await reset(ofTherapist, client.accountId)).toEqual({ proved: true });
    expect((await signedIn(pool, client, now)).stage).toBe("full");
  });
});

describe("the last owner", () => {
  const run = (email: string) => onTheMachine("--admin", "second-step", email);

  it("is helped by a command on the machine, and nobody else is", async () => {
    const { owner, therapist, ofOwner, ofTherapist, rows } = await team();
    expect(run(therapist.email)).toMatchObject({ status: 1, stderr: expect.stringContaining("No owner signs in") });
    expect(await stateOf(pool, ofTherapist, now)).toBe("live");
    expect(run(owner.email)).toMatchObject({ status: 0, stderr: "" });
    expect(await stateOf(pool, ofOwner, now)).toBe("revoked");
    expect((await rows()).resets).toMatchObject([{ accountId: owner.accountId, resetBy: null }]);
    expect((await signedIn(pool, owner, new Date())).stage).toBe("factor_setup");
  });
});
