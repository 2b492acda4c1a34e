import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { chooseLetters } from "@/db/commands/letters/choose-letters";
import { sendLetterAgain } from "@/db/commands/letters/send-again";
import { listLostLetters } from "@/db/queries/letters/lost-letters";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";

const pool = testPool();
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);

/** A client with letters in the outbox, told by what is known of them. */
async function ground() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const { practiceId, accountId } = client;
  const letter = async (facts: Partial<typeof outboxLetter.$inferInsert> = {}) => {
    const id = randomUUID();
    const row = {
      practiceId,
      id,
      accountId,
      aboutKind: "message" as const,
      aboutId: id,
      createdAt: hours(-2),
      dueAt: hours(-2),
    };
    await withScope(pool, practice.system, testNow, ({ tx }) => tx.insert(outboxLetter).values({ ...row, ...facts }));
    return id;
  };
  const unsure = { tries: 1, handedOverAt: hours(-1), setAsideAt: hours(-1) };
  const lost = (actor: StaffActor, clientId = client.clientId) =>
    withScope(pool, actor, testNow, (scope) => listLostLetters(scope, clientId));
  const again = (actor: StaffActor, letterId: string, at = testNow) =>
    withScope(pool, actor, at, (scope) => sendLetterAgain(scope, { letterId }));
  const newest = () =>
    withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.select().from(outboxLetter).where(eq(outboxLetter.accountId, accountId)).orderBy(desc(outboxLetter.createdAt)),
    );
  return { practice, client, letter, unsure, lost, again, newest };
}

describe("letters that somebody wants no more of", () => {
  it("stay here where they wait, and what went out stays written down as sent", async () => {
    const { client, letter, newest } = await ground();
    const sent = await letter({ tries: 1, handedOverAt: hours(-1), sentAt: hours(-1) });
    const waiting = await letter();
    await withScope(pool, client, testNow, (scope) => chooseLetters(scope, { letters: "no" }));
    const of = Object.fromEntries((await newest()).map(({ id, setAsideAt }) => [id, setAsideAt]));
    expect([of[sent], of[waiting]]).toEqual([null, testNow]);
  });
});

describe("letters that may not have arrived", () => {
  it("are those that nobody can vouch for, and no others", async () => {
    const { practice, letter, unsure, lost } = await ground();
    const unknown = await letter(unsure);
    const refused = await letter({ tries: 3, createdAt: hours(-3) });
    const old = await letter({ tries: 40, createdAt: hours(-24 * 8) });
    await letter({ tries: 1, handedOverAt: hours(-1), sentAt: hours(-1) });
    await letter({ setAsideAt: hours(-2) });
    await letter();
    await letter({ ...unsure, createdAt: hours(-24 * 31) });
    expect(await lost(practice.therapist)).toMatchObject([
      { id: unknown, standing: "unsure" },
      { id: refused, standing: "again-soon" },
      { id: old, standing: "given-up" },
    ]);
    expect(await lost(practice.supervisor)).toHaveLength(3);
  });

  it("go again as a letter of their own, once a day, and then only the new one is told of", async () => {
    const { practice, letter, unsure, lost, again, newest } = await ground();
    const id = await letter(unsure);
    expect(await again(practice.therapist, id)).toBe("queued");
    expect(await again(practice.therapist, id)).toBe("known");
    expect(await lost(practice.therapist)).toEqual([]);
    expect(await again(practice.therapist, id, hours(24))).toBe("queued");
    const [, second, first] = await newest();
    expect(second).toMatchObject({
      aboutKind: "again",
      aboutId: id,
      aboutOn: "2026-11-23",
      tries: 0,
      sentAt: null,
      urgent: false,
    });
    expect(first).toMatchObject({ id, setAsideAt: hours(-1) });
    const audit = (await auditOf(pool, practice.owner)).filter(({ action }) => action === "outbox.letter-sent-again");
    expect(audit).toHaveLength(3);
  });

  it("stay alone while they go by themselves, have arrived, or are unwanted", async () => {
    const { practice, client, letter, unsure, lost, again } = await ground();
    for (const facts of [{}, { tries: 2 }, { sentAt: hours(-1), handedOverAt: hours(-1) }, { setAsideAt: hours(-2) }])
      await expect(again(practice.therapist, await letter(facts))).rejects.toMatchObject({ name: "Refused" });
    const id = await letter(unsure);
    await withScope(pool, client, testNow, (scope) => chooseLetters(scope, { letters: "no" }));
    expect(await lost(practice.therapist)).toEqual([]);
    expect(await again(practice.therapist, id)).toBe("unwanted");
  });

  it("are told of an invitation, which is made anew instead, and never of a new password", async () => {
    const { practice, letter, unsure, lost, again } = await ground();
    const id = await letter({ ...unsure, aboutKind: "invitation" });
    await letter({ ...unsure, aboutKind: "password-link" });
    expect(await lost(practice.therapist)).toMatchObject([{ id, kind: "invitation" }]);
    await expect(again(practice.therapist, id)).rejects.toMatchObject({ name: "Refused" });
  });

  it("are nobody else's: not found by a colleague or another practice, and only read by the supervisor", async () => {
    const { practice, client, letter, unsure, lost, again } = await ground();
    const foreign = await mintPractice(pool);
    const id = await letter(unsure);
    for (const actor of [practice.colleague, practice.supervisor, foreign.owner, foreign.therapist])
      await expect(again(actor, id)).rejects.toMatchObject({ name: "NotFound" });
    for (const actor of [practice.colleague, foreign.owner]) expect(await lost(actor)).toEqual([]);
    const staffLetter = await letter({ ...unsure, accountId: practice.therapist.accountId });
    await expect(again(practice.owner, staffLetter)).rejects.toMatchObject({ name: "NotFound" });
    expect(await lost(practice.owner, client.clientId)).toHaveLength(1);
  });
});
