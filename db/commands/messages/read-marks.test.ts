import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getClientCorrespondence, getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { getInbox } from "@/db/queries/messages/inbox";
import { exerciseAttemptReflection } from "@/db/schema/exercises";
import { message } from "@/db/schema/messages";
import { pushNote, pushSubscription } from "@/db/schema/push";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { logAttempt } from "@/db/testing/protocol";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { HOLD_SECONDS } from "@/lib/messages/hold";
import { takeBackOwn } from "./add-own-message";
import { markClientRead, seeOwnShown, seeShown, unmarkClientRead } from "./mark-seen";
import { replyToClient, takeBackReply } from "./reply-to-client";
import { sendMessage } from "./send-message";

const pool = testPool();
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

async function ground() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const attemptId = randomUUID();
  const place = { practiceId: practice.practiceId, id: attemptId };
  await logAttempt(pool, ines, {
    id: attemptId,
    reflectionSealed: exerciseAttemptReflection.seal("At the sink.", place),
  });
  const { therapist } = practice;
  const writes = async (body: string, seconds = 0) => {
    const sent = { id: randomUUID(), body };
    await as(ines, (scope) => sendMessage(scope, sent), later(seconds));
    return sent.id;
  };
  const replies = async (body: string, seconds: number) => {
    const sent = { id: randomUUID(), clientId: ines.clientId, attemptId: null, body, until: later(seconds) };
    await as(therapist, (scope) => replyToClient(scope, sent), later(seconds));
    return sent.id;
  };
  const unread = async (seconds: number) =>
    (await as(therapist, (scope) => getClientHeader(scope, ines.clientId), later(seconds))).unread;
  const staffThread = async (seconds: number) =>
    (await as(therapist, (scope) => getClientCorrespondence(scope, ines.clientId), later(seconds))).thread;
  const ownThread = async (seconds: number) => (await as(ines, getOwnCorrespondence, later(seconds))).thread;
  return { practice, therapist, ines, attemptId, writes, replies, unread, staffThread, ownThread };
}

const bodies = (thread: { body: string }[]) => thread.map(({ body }) => body);
const waiting = async (practice: MintedPractice, kind: string) =>
  (await lettersOf(pool, practice)).filter(({ aboutKind, setAsideAt }) => aboutKind === kind && !setAsideAt);

describe("a message on its way", () => {
  it("is nobody else's for the first seconds: not on their page, not counted, not written about", async () => {
    const { practice, writes, replies, unread, staffThread, ownThread } = await ground();
    await writes("One");
    expect([await unread(HOLD_SECONDS - 1), await unread(HOLD_SECONDS)]).toEqual([1, 2]);
    expect(bodies(await staffThread(HOLD_SECONDS - 1))).toEqual([]);
    expect(bodies(await staffThread(HOLD_SECONDS))).toEqual(["One"]);
    expect(bodies(await ownThread(1))).toEqual(["One"]);
    await replies("Two", 60);
    expect(bodies(await ownThread(60 + HOLD_SECONDS - 1))).toEqual(["One"]);
    expect(bodies(await ownThread(60 + HOLD_SECONDS))).toEqual(["One", "Two"]);
    const due = (await lettersOf(pool, practice)).map(({ aboutKind, dueAt }) => [aboutKind, dueAt]);
    expect(due).toEqual(
      expect.arrayContaining([
        ["client-message", later(HOLD_SECONDS)],
        ["message", later(60 + HOLD_SECONDS)],
      ]),
    );
  });

  it("is taken back by its author until it arrives: its words leave the database, and its letter stays here", async () => {
    const { practice, ines, writes, staffThread, ownThread } = await ground();
    const id = await writes("A slip");
    const back = (seconds: number) => as(ines, (scope) => takeBackOwn(scope, { id }), later(seconds));
    expect(await back(HOLD_SECONDS - 0.001)).toBe("A slip");
    expect(await back(HOLD_SECONDS - 0.001)).toBe("");
    expect([await ownThread(100), await staffThread(100)]).toEqual([[], []]);
    expect(await waiting(practice, "client-message")).toEqual([]);
    const rows = await as(practice.system, ({ tx }) => tx.select().from(message), later(100));
    expect(rows).toMatchObject([{ id, takenBackAt: later(HOLD_SECONDS - 0.001), readAt: null }]);
    expect(
      (await auditOf(pool, practice.system)).filter(({ action }) => action === "messages.taken-back"),
    ).toHaveLength(1);
  });

  it("is not taken back once it has arrived, nor by anybody else", async () => {
    const { practice, ines, therapist, writes, replies, staffThread } = await ground();
    const other = await mintClient(pool, practice, { name: "Dario" });
    const [mine, answer] = [await writes("One"), await replies("Two", 1)];
    const { clientId } = ines;
    for (const one of [other, ines])
      await expect(as(one, (scope) => takeBackOwn(scope, { id: answer }), later(2))).rejects.toThrow(NotFound);
    await expect(as(other, (scope) => takeBackOwn(scope, { id: mine }), later(2))).rejects.toThrow(NotFound);
    await expect(as(therapist, (scope) => takeBackReply(scope, { id: mine, clientId }), later(2))).rejects.toThrow(
      NotFound,
    );
    for (const actor of [practice.colleague, practice.supervisor, practice.owner])
      await expect(as(actor, (scope) => takeBackReply(scope, { id: answer, clientId }), later(2))).rejects.toThrow(
        NotFound,
      );
    await expect(as(ines, (scope) => takeBackOwn(scope, { id: mine }), later(HOLD_SECONDS))).rejects.toMatchObject({
      message: expect.stringContaining("gone out"),
    });
    expect(bodies(await staffThread(60))).toEqual(["One", "Two"]);
    expect(await as(therapist, (scope) => takeBackReply(scope, { id: answer, clientId }), later(3))).toBe("Two");
    expect(await waiting(practice, "message")).toEqual([]);
  });

  it("is not told on a device before it arrives, and not at all once it was taken back", async () => {
    const { practice, ines, therapist, replies } = await ground();
    const { practiceId, system } = practice;
    const device = { practiceId, id: randomUUID(), accountId: ines.accountId, markHash: randomBytes(32) };
    const keys = { address: "https://push.example/1", publicKey: "p", secret: "s", device: "A phone" };
    await as(system, ({ tx }) => tx.insert(pushSubscription).values({ ...device, ...keys, begunAt: testNow }));
    const [slip] = [await replies("A slip", 60), await replies("Meant", 61)];
    await as(therapist, (scope) => takeBackReply(scope, { id: slip, clientId: ines.clientId }), later(62));
    const notes = await as(system, ({ tx }) => tx.select().from(pushNote), later(62));
    expect(notes.map(({ dueAt, setAsideAt }) => [dueAt, setAsideAt])).toEqual(
      expect.arrayContaining([
        [later(60 + HOLD_SECONDS), later(62)],
        [later(61 + HOLD_SECONDS), null],
      ]),
    );
    expect(notes).toHaveLength(2);
  });

  it("leaves a letter about what still waits when the one that stood for it is taken back", async () => {
    const { practice, ines, writes } = await ground();
    const [first, second] = [await writes("One"), await writes("Two", 1)];
    expect((await waiting(practice, "client-message")).map(({ aboutId }) => aboutId)).toEqual([first]);
    await as(ines, (scope) => takeBackOwn(scope, { id: first }), later(2));
    const [left] = await waiting(practice, "client-message");
    expect(left).toMatchObject({ aboutId: second, dueAt: later(1 + HOLD_SECONDS) });
  });
});

describe("read", () => {
  it("is what was shown and had arrived, by whom and when, and is told to the client with a name", async () => {
    const { practice, therapist, ines, attemptId, writes, unread, ownThread } = await ground();
    const { clientId } = ines;
    const [first, second, late] = [await writes("One"), await writes("Two", 1), await writes("Three", 59)];
    const show = (shown: string[], seconds: number, actor: StaffActor = therapist) =>
      as(actor, (scope) => seeShown(scope, { clientId, shown }), later(seconds));
    await show([first, late, attemptId], 60);
    await show([first], 90);
    expect(await unread(100)).toBe(2);
    const read = (await ownThread(100)).map(({ readAt, readBy }) => [readAt, readBy]);
    expect(read).toEqual([
      [later(60), therapist.name],
      [null, null],
      [null, null],
    ]);
    const { reflections } = await as(ines, getOwnCorrespondence, later(100));
    expect(reflections).toMatchObject([{ seenAt: later(60), seenBy: therapist.name }]);
    expect(second).not.toBe(first);
    const audits = (await auditOf(pool, practice.system)).filter(({ action }) => action === "messages.shown");
    expect(audits).toHaveLength(1);
  });

  it("is not what somebody saw who may not steer, and not what belongs to another client", async () => {
    const { practice, ines, therapist, attemptId, writes, unread } = await ground();
    const other = await mintClient(pool, practice, { name: "Dario" });
    const shown = [await writes("One"), attemptId];
    for (const actor of [practice.supervisor, practice.colleague])
      await expect(
        as(actor, (scope) => seeShown(scope, { clientId: ines.clientId, shown }), later(60)),
      ).rejects.toThrow(NotFound);
    await as(therapist, (scope) => seeShown(scope, { clientId: other.clientId, shown }), later(60));
    await as(other, (scope) => seeOwnShown(scope, { shown }), later(60));
    expect(await unread(100)).toBe(2);
  });

  it("is what opening the pages never makes it", async () => {
    const { therapist, ines, writes, replies, unread, staffThread, ownThread } = await ground();
    await writes("One");
    await replies("Two", 1);
    await staffThread(60);
    await as(therapist, getInbox, later(60));
    await ownThread(60);
    expect(await unread(60)).toBe(2);
    const { thread } = await as(ines, getOwnCorrespondence, later(60));
    expect(thread.map(({ readAt }) => readAt)).toEqual([null, null]);
  });

  it("is undone as one, for a while, by who marked it: what was read before and what came after stay as they are", async () => {
    const { practice, ines, therapist, attemptId, writes, unread } = await ground();
    const { clientId } = ines;
    const [first] = [await writes("One"), await writes("Two"), await writes("Three")];
    await as(therapist, (scope) => seeShown(scope, { clientId, shown: [first] }), later(60));
    await as(therapist, (scope) => markClientRead(scope, { clientId, until: later(60) }), later(61));
    expect(await unread(62)).toBe(0);
    const undo = (actor: StaffActor, seconds: number) =>
      as(actor, (scope) => unmarkClientRead(scope, { clientId, at: later(61) }), later(seconds));
    await undo(practice.owner, 65);
    expect(await unread(66)).toBe(0);
    await undo(therapist, 66);
    expect(await unread(67)).toBe(3);
    await as(therapist, (scope) => seeShown(scope, { clientId, shown: [attemptId] }), later(68));
    expect(await unread(69)).toBe(2);
    await expect(undo(therapist, 61 + 30)).rejects.toMatchObject({ message: expect.stringContaining("a while ago") });
    await expect(undo(practice.supervisor, 66)).rejects.toThrow(NotFound);
  });
});

describe("the list of what waits", () => {
  const people = async (actor: StaffActor, seconds: number) =>
    (await as(actor, getInbox, later(seconds))).entries.map(({ name, thread, reflections }) => [
      name,
      thread.length,
      reflections.length,
    ]);

  it("has the reader's own clients, the longest waiting first, and keeps who was just answered", async () => {
    const { practice, ines, therapist, writes, replies } = await ground();
    const other = await mintClient(pool, practice, { name: "Dario" });
    expect(await people(therapist, 1)).toEqual([["Ines", 0, 1]].map((row) => row.with(0, expect.any(String))));
    await as(other, (scope) => sendMessage(scope, { id: randomUUID(), body: "Hello" }), later(1));
    await writes("One", 30);
    const names = (await people(therapist, 60)).map(([name]) => name);
    expect(names).toEqual(["Dario", expect.any(String)]);
    await replies("Two", 61);
    expect((await people(therapist, 62)).map(([, letters]) => letters)).toEqual([1, 2]);
    await as(therapist, (scope) => markClientRead(scope, { clientId: ines.clientId, until: later(62) }), later(62));
    expect(await people(therapist, 100)).toHaveLength(2);
    expect(await people(therapist, 61 + 301)).toHaveLength(1);
    const { owner, therapist: elsewhere } = await mintPractice(pool);
    for (const actor of [practice.owner, practice.supervisor, practice.colleague, owner, elsewhere])
      expect(await people(actor, 100)).toEqual([]);
    const read = (await auditOf(pool, practice.system)).filter(({ action }) => action === "messages.read");
    expect(new Set(read.map(({ client_id }) => client_id))).toEqual(new Set([ines.clientId, other.clientId]));
  });
});
