import { randomUUID } from "node:crypto";
import { like } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { setAbsence } from "@/db/commands/absence/set-absence";
import { chooseLetters } from "@/db/commands/letters/choose-letters";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { connect } from "@/db/connect";
import { ownLetters } from "@/db/queries/letters/letters";
import { listLostLetters } from "@/db/queries/letters/lost-letters";
import { auditEntry } from "@/db/schema/audit";
import { type Scope, withScope } from "@/db/scope";
import { byHand } from "@/db/testing/by-hand";
import { appUrl, testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf, openEvent } from "@/db/testing/open-event";
import { meanwhile } from "@/db/testing/race";
import { absenceForm } from "@/lib/identity/absence-form";
import { CLAIM_MS, type ClaimedLetter } from "./claim-letters";
import { type Post, type SendResult, sendLetters } from "./send-letters";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 8, onIdleError: () => undefined });
afterAll(() => workers.end());
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

const event = () => openEvent(pool);
const message = () => ({ kind: "message" as const, id: randomUUID() });

/** A mail server that asks for the words and takes them, refuses them, or falls silent. */
function mailServer(answer: SendResult = "taken") {
  const got: ClaimedLetter[] = [];
  const post: Post = async (letter, handOver) => {
    if (typeof answer === "object") return answer;
    if (!(await handOver())) return "refused";
    got.push(letter);
    return answer;
  };
  return { got, post };
}

describe("the letters", () => {
  it("go to the address outside, with the number of the record, while somebody outside stands in", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const { therapist, system } = practice;
    const form = absenceForm.parse({
      ...{ accountId: therapist.accountId, fromDay: "2026-11-23", untilDay: "2026-11-24", cover: "outside" },
      ...{ outsideName: "Dr Vale", outsidePhone: "020 7946 0000", outsideEmail: "vale@outside.example" },
    });
    await withScope(pool, therapist, testNow, (scope) => setAbsence(scope, form));
    await withScope(pool, client, testNow, (scope) => sayNotSafe(scope, {}));
    const { got, post } = mailServer();
    await sendLetters(workers, system, post, () => later(1));
    const sent = got.map(({ to, urgent, recordNumber }) => ({ to, urgent, recordNumber }));
    expect(sent).toContainEqual({ to: "vale@outside.example", urgent: true, recordNumber: 1 });
    expect(sent).toHaveLength(2);
  });

  it("are sent once, however many workers look", async () => {
    const { practice, system, therapist } = await event();
    const { got, post } = mailServer();
    await Promise.all([1, 2, 3, 4].map(() => sendLetters(workers, system, post, () => later(1))));
    expect(got).toHaveLength(1);
    expect(got[0]?.to).toBe(`${therapist.accountId}@staff.example`);
    expect((await lettersOf(pool, practice))[0]?.sentAt).toEqual(later(1));
    expect(await sendLetters(workers, system, post, () => later(9_000))).toBe(0);
  });

  it("are tried again, later and later, under the same name, when the mail server refuses", async () => {
    const { practice, system } = await event();
    const refusing = mailServer("refused");
    await sendLetters(workers, system, refusing.post, () => later(1));
    await sendLetters(workers, system, refusing.post, () => later(1.1));
    expect(refusing.got).toHaveLength(1);
    await sendLetters(workers, system, refusing.post, () => later(1.3));
    const taking = mailServer();
    await sendLetters(workers, system, taking.post, () => later(3));
    expect(new Set([...refusing.got, ...taking.got].map(({ id }) => id)).size).toBe(1);
    expect((await lettersOf(pool, practice))[0]).toMatchObject({ tries: 3, sentAt: later(3) });
  });

  it("come back at once from a mailbox that is not there, are not tried again, and stand on the client’s record", async () => {
    const { practice, system, client, therapist } = await event();
    await withScope(pool, system, later(0.5), (scope) =>
      queueLetter(scope, { accountId: client.accountId, about: message() }),
    );
    const { post } = mailServer({ bounced: "5.1.1" });
    await sendLetters(workers, system, post, () => later(1));
    expect(await lettersOf(pool, practice)).toMatchObject([
      { bouncedAt: later(1), bounceCode: "5.1.1", sentAt: null, setAsideAt: later(1) },
      { bouncedAt: later(1), bounceCode: "5.1.1", sentAt: null, setAsideAt: later(1) },
    ]);
    const again = mailServer();
    await sendLetters(workers, system, again.post, () => later(30));
    expect(again.got).toEqual([]);
    const lost = await withScope(pool, therapist, later(30), (scope) => listLostLetters(scope, client.clientId));
    expect(lost).toMatchObject([{ kind: "message", standing: "bounced" }]);
    const told = await withScope(pool, system, later(30), ({ tx }) =>
      tx.select({ of: auditEntry.clientId }).from(auditEntry).where(like(auditEntry.action, "outbox.letter-bounced")),
    );
    expect(told.map(({ of }) => of).sort()).toEqual([client.clientId, null].sort());
  });

  it("of a sample practice are written and never sent", async () => {
    const { practice, system } = await event();
    await byHand("update practice set is_sample = true where practice_id = $1", [practice.practiceId]);
    const { got, post } = mailServer();
    expect(await sendLetters(workers, system, post, () => later(1))).toBe(0);
    expect(got).toEqual([]);
    expect(await lettersOf(pool, practice)).toMatchObject([{ sentAt: null, tries: 0 }]);
  });

  it("are sent by another worker when the one that claimed them died, and not before its claim ran out", async () => {
    const { system } = await event();
    const dead = sendLetters(
      workers,
      system,
      () => new Promise<SendResult>(() => undefined),
      () => later(1),
    );
    void dead;
    await expect
      .poll(async () => (await lettersOf(pool, { system } as MintedPractice))[0]?.claim ?? null)
      .not.toBeNull();
    const { got, post } = mailServer();
    await sendLetters(workers, system, post, () => new Date(later(1).getTime() + CLAIM_MS - 1));
    expect(got).toEqual([]);
    await sendLetters(workers, system, post, () => new Date(later(1).getTime() + CLAIM_MS));
    expect(got).toHaveLength(1);
  });

  it("go once unless they are urgent, where nobody knows whether they were taken", async () => {
    const { practice, system, therapist } = await event();
    await withScope(pool, system, later(0.5), (scope) =>
      queueLetter(scope, { accountId: therapist.accountId, about: message() }),
    );
    const silent = mailServer("unsure");
    await sendLetters(workers, system, silent.post, () => later(1));
    expect(silent.got).toHaveLength(2);
    const { got, post } = mailServer();
    await sendLetters(workers, system, post, () => later(3));
    expect(got.map(({ id }) => id)).toEqual([silent.got[0]?.id]);
    expect(await lettersOf(pool, practice)).toMatchObject([
      { urgent: true, sentAt: later(3), setAsideAt: null },
      { urgent: false, sentAt: null, setAsideAt: later(3), handedOverAt: later(1) },
    ]);
  });

  it("are not sent by a slow worker once another has claimed them", async () => {
    const { system } = await event();
    const slow = mailServer();
    const quick = mailServer();
    const sending = sendLetters(
      workers,
      system,
      async (letter, handOver) => {
        await sendLetters(workers, system, quick.post, () => new Date(later(1).getTime() + CLAIM_MS));
        return slow.post(letter, handOver);
      },
      () => later(1),
    );
    await sending;
    expect([quick.got.length, slow.got.length]).toEqual([1, 0]);
  });

  it("stay here when the person wants none, from that moment on, until they want them again", async () => {
    const { practice, system, client } = await event();
    const queue = () =>
      withScope(pool, system, later(1), (scope) =>
        queueLetter(scope, { accountId: client.accountId, about: message() }),
      );
    const choose = (letters: "yes" | "no", at: Date) =>
      withScope(pool, client, at, async (scope) => {
        await chooseLetters(scope, { letters });
        return ownLetters(scope);
      });
    expect(await queue()).toBe("queued");
    expect(await choose("no", later(2))).toBe(false);
    expect(await queue()).toBe("unwanted");
    const { got, post } = mailServer();
    await sendLetters(workers, system, post, () => later(3));
    expect(got.map(({ to }) => to)).toEqual([`${practice.therapist.accountId}@staff.example`]);
    expect(await choose("yes", later(4))).toBe(true);
    expect(await queue()).toBe("queued");
    await sendLetters(workers, system, post, () => later(5));
    expect(got).toHaveLength(2);
    const chosen = await withScope(pool, system, later(5), ({ tx }) =>
      tx.select({ actorId: auditEntry.actorId }).from(auditEntry).where(like(auditEntry.action, "letters.%wanted")),
    );
    expect(chosen).toEqual([{ actorId: client.accountId }, { actorId: client.accountId }]);
  });

  it("stay here also when they were being written while the person said no", async () => {
    const { practice, system, client } = await event();
    const writing = (scope: Scope<typeof system>) =>
      queueLetter(scope, { accountId: client.accountId, about: message() });
    const refusing = () => withScope(pool, client, later(1), (scope) => chooseLetters(scope, { letters: "no" }));
    expect(await meanwhile(pool, system, later(1), writing, refusing)).toMatchObject({ status: "fulfilled" });
    const { got, post } = mailServer();
    await sendLetters(workers, system, post, () => later(2));
    expect(got.map(({ to }) => to)).toEqual([`${practice.therapist.accountId}@staff.example`]);
    const kept = (await lettersOf(pool, practice)).find(({ accountId }) => accountId === client.accountId);
    expect(kept).toMatchObject({ setAsideAt: later(2), sentAt: null });
  });

  it("are reached in one practice at a time, and which practices wait only the worker may ask", async () => {
    const first = await event();
    const second = await event();
    const { got, post } = mailServer();
    await sendLetters(workers, first.system, post, () => later(1));
    expect(got).toHaveLength(1);
    const waiting = await workers.query("select practice_id from door_practices_waiting($1, $2)", [
      later(1),
      later(-60),
    ]);
    expect(waiting.rows.map(({ practice_id: id }) => id)).toContain(second.practiceId);
    const app = connect({ url: appUrl(), max: 1, onIdleError: () => undefined });
    await expect(app.query("select * from door_practices_waiting(now(), now())")).rejects.toThrow("permission denied");
    await expect(app.query("select * from pgboss.job")).rejects.toThrow("permission denied");
    await app.end();
    const bare = await workers.query("select * from outbox_letter");
    expect(bare.rows).toEqual([]);
    await expect(workers.query("create table pgboss.mine (id int)")).rejects.toThrow("permission denied");
  });
});
