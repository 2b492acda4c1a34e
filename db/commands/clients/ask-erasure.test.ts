import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { hashPassword } from "@/db/password";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { currentLimits } from "@/db/queries/clients/consent";
import { getOwnErasure } from "@/db/queries/clients/erasure";
import { getErasureRecord } from "@/db/queries/clients/erasure-record";
import { connectionCheck } from "@/db/schema/connection";
import { draft } from "@/db/schema/draft";
import { account } from "@/db/schema/identity";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { safetyGround } from "@/db/testing/safety-ground";
import { kindsOf } from "@/db/testing/signals";
import type { ClientActor } from "@/lib/actor";
import { consentText } from "@/lib/identity/consent-text";
import { agreeToConsent } from "./agree-to-consent";
import { answerErasure, noteErasureAsked } from "./answer-erasure";
import { askErasure, takeErasureBack } from "./ask-erasure";
import { dischargeClient } from "./discharge-client";

const pool = testPool();
const { as, home, later } = safetyGround(pool);
const password = "lantern-orbit-velvet-93";
const secret = "a secret of the tests";

async function withPassword({ system }: MintedPractice, { practiceId, accountId }: ClientActor): Promise<void> {
  const passwordHash = await hashPassword(password);
  await as(system, ({ tx }) =>
    tx
      .update(account)
      .set({ passwordHash })
      .where(and(eq(account.practiceId, practiceId), eq(account.id, accountId))),
  );
}

const ask = (client: ClientActor, minute: number, typed = password, id = randomUUID()) =>
  as(client, (scope) => askErasure(scope, { id, sure: "yes", password: typed }, secret), later(minute));

const discharged = ({ therapist }: MintedPractice, { clientId }: ClientActor, minute: number) =>
  as(
    therapist,
    (scope) =>
      dischargeClient(scope, {
        ...{ id: randomUUID(), clientId, reason: "It is over.", goodbye: null, portal: "closed", readableUntil: "" },
      }),
    later(minute),
  );

const talk = { on: "2026-11-23", way: "phone", unheard: true } as const;

describe("a client who asks to be erased", () => {
  it("types the password, and their pages are closed at once; staff learn of it, and nothing of the record is gone", async () => {
    const { practice, therapist, client } = await home();
    await withPassword(practice, client);
    await as(client, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 4, note: "Kept." }));
    await as(client, ({ tx, actor }) =>
      tx.insert(draft).values({
        ...{ practiceId: actor.practiceId, id: randomUUID(), accountId: actor.accountId, place: "message", version: 1 },
        ...{ contentSealed: "s1.k1.begun", savedAt: testNow },
      }),
    );
    expect(await ask(client, 1, "not it")).toMatchObject({ problem: expect.any(String) });
    expect(await as(client, getOwnErasure, later(2))).toEqual({ is: "none" });
    const id = randomUUID();
    expect(await ask(client, 3, password, id)).toEqual({ proved: true });
    expect(await ask(client, 4, password, id)).toEqual({ proved: true });
    expect(await as(client, getOwnErasure, later(5))).toEqual({ is: "asked", since: later(3) });
    const kept = await as(practice.system, async ({ tx }) => ({
      checks: await tx.select({ id: connectionCheck.id }).from(connectionCheck),
      drafts: await tx.select({ id: draft.id }).from(draft),
    }));
    expect([kept.checks.length, kept.drafts.length]).toEqual([1, 0]);
    const limits = (await as(client, currentLimits)).version;
    const agree = (minute: number) =>
      as(client, (scope) => agreeToConsent(scope, { version: consentText.version, limits }), later(minute));
    await expect(agree(6)).rejects.toThrow(/Take that back first/);
    expect(kindsOf((await as(therapist, getCaseloadFacts, later(7)))[0])).toContain("erasure-asked");
    const letters = (await lettersOf(pool, practice)).filter(({ accountId }) => accountId === therapist.accountId);
    expect(letters.map(({ aboutKind }) => aboutKind)).toEqual(["erasure-asked"]);
    expect((await lettersOf(pool, practice)).filter(({ accountId }) => accountId === client.accountId)).toEqual([]);

    await as(client, (scope) => takeErasureBack(scope, { id: randomUUID() }), later(8));
    expect(await as(client, getOwnErasure, later(9))).toEqual({ is: "none" });
    await agree(10);
    expect(kindsOf((await as(therapist, getCaseloadFacts, later(11)))[0])).not.toContain("erasure-asked");
  });

  it("is answered after a talk alone and a discharge, and cannot take it back then", async () => {
    const { practice, therapist, client } = await home();
    const { clientId } = client;
    await withPassword(practice, client);
    await ask(client, 1);
    const answer = (minute: number, given: Partial<Parameters<typeof answerErasure>[1]> = {}) =>
      as(
        therapist,
        (scope) =>
          answerErasure(scope, {
            ...{ id: randomUUID(), clientId, answer: "erase", talk, reason: "She wants it, and nobody else does." },
            ...given,
          }),
        later(minute),
      );
    await expect(answer(2, { talk: { ...talk, unheard: false } })).rejects.toThrow(/alone first/);
    await expect(answer(3)).rejects.toThrow(/^Discharge/);
    await discharged(practice, client, 4);
    // Discharged, and still on the list: somebody has to answer.
    expect(kindsOf((await as(therapist, getCaseloadFacts, later(5)))[0])).toContain("erasure-asked");
    await answer(6);
    const record = await as(therapist, (scope) => getErasureRecord(scope, clientId), later(7));
    expect(record.standing).toEqual({ is: "granted", since: later(6) });
    expect(record.steps.map(({ kind, isOwn, reason }) => [kind, isOwn, reason])).toEqual([
      ["granted", false, "She wants it, and nobody else does."],
      ["asked", true, null],
    ]);
    expect(await as(therapist, getCaseloadFacts, later(8))).toEqual([]);
    await expect(as(client, (scope) => takeErasureBack(scope, { id: randomUUID() }), later(9))).rejects.toThrow(
      /answered already/,
    );
  });

  it("may have been somebody else: what was said alone drops it", async () => {
    const { practice, therapist, client } = await home();
    const { clientId } = client;
    await as(
      therapist,
      (scope) => noteErasureAsked(scope, { id: randomUUID(), clientId, reason: "By letter." }),
      later(1),
    );
    await as(
      therapist,
      (scope) =>
        answerErasure(scope, { id: randomUUID(), clientId, answer: "not-wanted", talk, reason: "She never wrote it." }),
      later(2),
    );
    expect(await as(client, getOwnErasure, later(3))).toEqual({ is: "none" });
    expect(kindsOf((await as(practice.therapist, getCaseloadFacts, later(4)))[0])).not.toContain("erasure-asked");
  });
});
