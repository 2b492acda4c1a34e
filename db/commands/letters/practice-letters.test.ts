import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { setPracticeLetters } from "@/db/commands/letters/set-practice-letters";
import { getLetterPlace } from "@/db/queries/letters/letter-place";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { byHand } from "@/db/testing/by-hand";
import { testPool } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf, openEvent } from "@/db/testing/open-event";
import type { StaffActor } from "@/lib/actor";

const pool = testPool();
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);

describe("how a practice’s letters look", () => {
  it("is the owner’s to choose, shows in the next letter, and never tells what the practice does", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const { owner, therapist, system, practiceId } = practice;
    const choose = (actor: StaffActor, sender: string, replyTo: string | null = null) =>
      withScope(pool, actor, minutes(1), (scope) => setPracticeLetters(scope, { sender, replyTo }));
    const next = async (at: Date) => {
      await withScope(pool, system, at, (scope) =>
        queueLetter(scope, { accountId: client.accountId, about: { kind: "message", id: randomUUID() } }),
      );
      return (await mailed(pool, practiceId, at)).at(-1);
    };
    expect(await next(minutes(0))).toMatchObject({ sender: "Nearer", replyTo: null, isToStaff: false });
    await expect(choose(therapist, "Willow")).rejects.toMatchObject({ name: "Forbidden" });
    await expect(choose(owner, "Test house")).rejects.toMatchObject({ fields: { sender: expect.any(String) } });
    await choose(owner, "Willow", "desk@north.example");
    expect(await next(minutes(2))).toMatchObject({ sender: "Willow", replyTo: "desk@north.example" });
  });
});

describe("the link of a letter to staff", () => {
  const letterTo = async (actor: StaffActor) => {
    const [letter] = await withScope(pool, actor, minutes(1), ({ tx }) =>
      tx.select({ id: outboxLetter.id }).from(outboxLetter).where(eq(outboxLetter.accountId, actor.accountId)),
    );
    return letter?.id ?? "";
  };

  it("leads its own reader to the thing, and nobody else anywhere", async () => {
    const { practice, client, therapist, colleague, owner } = await openEvent(pool);
    const id = await letterTo(therapist);
    const place = (actor: StaffActor, letterId = id) =>
      withScope(pool, actor, minutes(2), (scope) => getLetterPlace(scope, letterId));
    expect(await place(therapist)).toEqual({ kind: "event", clientId: client.clientId });
    const foreign = await mintPractice(pool);
    for (const actor of [colleague, owner, foreign.owner, foreign.therapist])
      await expect(place(actor)).rejects.toMatchObject({ name: "NotFound" });
    await expect(place(therapist, randomUUID())).rejects.toMatchObject({ name: "NotFound" });
    expect(await lettersOf(pool, practice)).toHaveLength(1);
  });

  it("names no client to whom its reader has no way any more", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    await withScope(pool, client, minutes(1), withdrawConsent);
    const { therapist, colleague } = practice;
    const id = await letterTo(therapist);
    const place = (actor: StaffActor) => withScope(pool, actor, minutes(2), (scope) => getLetterPlace(scope, id));
    expect(await place(therapist)).toEqual({ kind: "consent-withdrawn", clientId: client.clientId });
    await byHand("update outbox_letter set account_id = $2 where id = $1", [id, colleague.accountId]);
    expect(await place(colleague)).toEqual({ kind: "consent-withdrawn", clientId: null });
  });
});
