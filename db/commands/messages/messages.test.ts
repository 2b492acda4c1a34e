import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getClientCorrespondence, getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { auditEntry } from "@/db/schema/audit";
import { message } from "@/db/schema/messages";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { openGate } from "@/db/testing/open-gate";
import { dataOf } from "@/db/testing/signals";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { recordAttempt } from "../exercises/record-attempt";
import { markClientRead, seeOwnShown } from "./mark-seen";
import { replyToClient } from "./reply-to-client";
import { sendMessage } from "./send-message";

const pool = testPool();
const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

async function pair(): Promise<{ practice: MintedPractice; ines: ClientActor; attemptId: string }> {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  await openGate(pool, practice, ines);
  const attemptId = randomUUID();
  const form = attemptForm.parse({
    id: attemptId,
    key: "one-real-feeling",
    page: "one-real-feeling",
    family: "warm",
    feeling: "tender",
    sentence: "",
    told: "told",
    reflection: "I said it at the sink.",
  });
  await as(ines, (scope) => recordAttempt(scope, form));
  return { practice, ines, attemptId };
}

const caseloadOf = (therapist: StaffActor, now = at(10)) =>
  as(
    therapist,
    async (scope) => {
      const facts = await getCaseloadFacts(scope);
      return facts.map((fact) => {
        const waiting = dataOf(fact, "message");
        return waiting && { count: waiting.count, since: new Date(waiting.at ?? 0) };
      });
    },
    now,
  );

const letter = (clientId: string, attemptId: string | null = null, until = at(60)) => ({
  id: randomUUID(),
  clientId,
  attemptId,
  body: "Thank you for this.",
  until,
});
const all = ({ clientId }: ClientActor, until = at(60)) => ({ clientId, until });

describe("writing to each other", () => {
  it("arrives once, sealed, in order, on both sides", async () => {
    const { practice, ines } = await pair();
    const mine = { id: randomUUID(), body: "Can we talk about Sunday?" };
    await Promise.all([1, 2, 3].map(() => as(ines, (scope) => sendMessage(scope, mine))));
    const reply = letter(ines.clientId);
    const first = await as(practice.therapist, (scope) => replyToClient(scope, reply), at(1));
    const again = await as(practice.therapist, (scope) => replyToClient(scope, reply), at(2));
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    const own = await as(ines, getOwnCorrespondence, at(10));
    const staff = await as(practice.therapist, (scope) => getClientCorrespondence(scope, ines.clientId), at(10));
    for (const { thread } of [own, staff])
      expect(thread.map(({ body, fromClient }) => [body, fromClient])).toEqual([
        [mine.body, true],
        [reply.body, false],
      ]);
    const rows = await as(ines, ({ tx }) => tx.select({ sealed: message.bodySealed }).from(message));
    expect(JSON.stringify(rows)).not.toMatch(/Sunday|Thank/);
  });

  it("tells the therapist by one letter for all that waits, and by the next once that was read", async () => {
    const { practice, ines } = await pair();
    const told = async () =>
      (await lettersOf(pool, practice)).filter(({ aboutKind }) => aboutKind === "client-message").length;
    const writes = (body: string, minute: number) =>
      as(ines, (scope) => sendMessage(scope, { id: randomUUID(), body }), at(minute));
    await writes("Can we talk about Sunday?", 0);
    expect(await told()).toBe(1);
    await writes("Are you there?", 1);
    expect(await told()).toBe(1);
    expect(await caseloadOf(practice.therapist)).toEqual([{ count: 2, since: at(0) }]);
    await as(practice.therapist, (scope) => markClientRead(scope, all(ines)), at(2));
    expect(await caseloadOf(practice.therapist)).toEqual([null]);
    await writes("Thank you.", 90);
    expect(await told()).toBe(2);
  });

  it("does not let an id be somebody else's message", async () => {
    const { practice, ines } = await pair();
    const other = await mintClient(pool, practice, { name: "Dario" });
    const mine = { id: randomUUID(), body: "Mine" };
    await as(ines, (scope) => sendMessage(scope, mine));
    await expect(as(other, (scope) => sendMessage(scope, mine))).rejects.toThrow(NotFound);
    const forged = { ...letter(ines.clientId), id: mine.id };
    await expect(as(practice.therapist, (scope) => replyToClient(scope, forged))).rejects.toThrow(NotFound);
    expect((await as(other, getOwnCorrespondence, at(10))).thread).toEqual([]);
  });

  it("answers a reflection at its place, and only of that client", async () => {
    const { practice, ines, attemptId } = await pair();
    const other = await mintClient(pool, practice, { name: "Dario" });
    const astray = letter(other.clientId, attemptId);
    await expect(as(practice.therapist, (scope) => replyToClient(scope, astray))).rejects.toThrow(NotFound);
    await as(practice.therapist, (scope) => replyToClient(scope, letter(ines.clientId, attemptId)), at(1));
    const { thread, reflections } = await as(ines, getOwnCorrespondence, at(10));
    expect(thread).toEqual([]);
    expect(reflections).toMatchObject([
      {
        exercise: "One real feeling a day",
        words: "I said it at the sink.",
        seenBy: practice.therapist.name,
        replies: [{ fromClient: false }],
      },
    ]);
  });
});

describe("who may", () => {
  it("reads: the therapist, the supervisor, the owner; writes: never the supervisor; a colleague neither", async () => {
    const { practice, ines } = await pair();
    const read = (actor: typeof practice.owner) => as(actor, (scope) => getClientCorrespondence(scope, ines.clientId));
    const write = (actor: typeof practice.owner) => as(actor, (scope) => replyToClient(scope, letter(ines.clientId)));
    for (const actor of [practice.therapist, practice.supervisor, practice.owner])
      expect((await read(actor)).reflections).toHaveLength(1);
    await expect(read(practice.colleague)).rejects.toThrow(NotFound);
    await expect(write(practice.colleague)).rejects.toThrow(NotFound);
    await expect(write(practice.supervisor)).rejects.toThrow(NotFound);
    await expect(as(practice.supervisor, (scope) => markClientRead(scope, all(ines)))).rejects.toThrow(NotFound);
    await write(practice.owner);
    const posing = ines as unknown as typeof practice.owner;
    await expect(write(posing)).rejects.toThrow(Forbidden);
  });

  it("is nobody of another practice, and reading is recorded", async () => {
    const { practice, ines } = await pair();
    const stranger = await mintPractice(pool);
    const foreign = { ...stranger.owner };
    await expect(as(foreign, (scope) => getClientCorrespondence(scope, ines.clientId))).rejects.toThrow(NotFound);
    await expect(as(foreign, (scope) => replyToClient(scope, letter(ines.clientId)))).rejects.toThrow(NotFound);
    await expect(as(foreign, (scope) => markClientRead(scope, all(ines)))).rejects.toThrow(NotFound);
    await as(practice.owner, (scope) => getClientCorrespondence(scope, ines.clientId));
    const audits = await as(practice.owner, ({ tx }) =>
      tx
        .select({ actorId: auditEntry.actorId })
        .from(auditEntry)
        .where(and(eq(auditEntry.action, "messages.read"), eq(auditEntry.clientId, ines.clientId))),
    );
    expect(audits).toEqual([{ actorId: practice.owner.accountId }]);
  });
});

describe("unread", () => {
  const unread = async (practice: MintedPractice, ines: ClientActor) =>
    (await as(practice.therapist, (scope) => getClientHeader(scope, ines.clientId), at(10))).unread;

  it("counts messages and reflections until they are marked or answered", async () => {
    const { practice, ines, attemptId } = await pair();
    await as(ines, (scope) => sendMessage(scope, { id: randomUUID(), body: "One" }));
    await as(ines, (scope) => sendMessage(scope, { id: randomUUID(), body: "Two" }));
    expect(await unread(practice, ines)).toBe(3);
    await as(practice.therapist, (scope) => replyToClient(scope, letter(ines.clientId, attemptId)));
    expect(await unread(practice, ines)).toBe(2);
    await as(practice.therapist, (scope) => markClientRead(scope, all(ines)), at(2));
    await as(practice.therapist, (scope) => markClientRead(scope, all(ines)), at(2));
    expect(await unread(practice, ines)).toBe(0);
  });

  it("stays what came after the page was opened, whether it is answered or marked", async () => {
    const { practice, ines } = await pair();
    const write = (minute: number) =>
      as(ines, (scope) => sendMessage(scope, { id: randomUUID(), body: "Now" }), at(minute));
    await write(1);
    await write(3);
    await as(practice.therapist, (scope) => replyToClient(scope, letter(ines.clientId, null, at(2))), at(4));
    expect(await unread(practice, ines)).toBe(2);
    await as(practice.therapist, (scope) => markClientRead(scope, all(ines, at(2))), at(5));
    expect(await unread(practice, ines)).toBe(1);
    const { thread } = await as(practice.therapist, (scope) => getClientCorrespondence(scope, ines.clientId), at(10));
    expect(thread.map(({ sentAt, readAt }) => [sentAt, readAt])).toEqual([
      [at(1), at(4)],
      [at(3), null],
      [at(4), null],
    ]);
  });

  it("is the other side's to end: a client marks replies that were shown, never their own messages", async () => {
    const { practice, ines } = await pair();
    const reply = letter(ines.clientId);
    const mine = { id: randomUUID(), body: "One" };
    await as(practice.therapist, (scope) => replyToClient(scope, reply));
    await as(ines, (scope) => sendMessage(scope, mine), at(1));
    const shown = [reply.id, mine.id, randomUUID()];
    await as(ines, (scope) => seeOwnShown(scope, { shown }), at(2));
    await as(ines, (scope) => seeOwnShown(scope, { shown }), at(3));
    const { thread } = await as(ines, getOwnCorrespondence, at(10));
    expect(thread.map(({ fromClient, readAt }) => [fromClient, readAt])).toEqual([
      [false, at(2)],
      [true, null],
    ]);
  });
});
