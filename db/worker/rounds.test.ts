import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { setEscalation } from "@/db/commands/safety/change-settings";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { acknowledgeEvent } from "@/db/commands/safety/take-step";
import { connect } from "@/db/connect";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyEvent, safetyEventStep } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { appUrl, testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { escalateOverdue } from "./escalate";
import { letterText } from "./post";
import { CLAIM_MS, type ClaimedLetter, sendLetters } from "./send-letters";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 8, onIdleError: () => undefined });
afterAll(() => workers.end());
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

async function event() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const { eventId } = await withScope(pool, client, testNow, (scope) => sayNotSafe(scope, {}));
  return { ...practice, practice, client, eventId };
}

const stepsOf = ({ system }: MintedPractice) =>
  withScope(pool, system, testNow, ({ tx }) =>
    tx
      .select({ to: safetyEventStep.escalatedTo, by: safetyEventStep.takenBy, at: safetyEventStep.takenAt })
      .from(safetyEventStep)
      .orderBy(asc(safetyEventStep.takenAt)),
  );

const lettersOf = ({ system }: MintedPractice) =>
  withScope(pool, system, testNow, ({ tx }) => tx.select().from(outboxLetter).orderBy(asc(outboxLetter.createdAt)));

/** A mail server that takes everything, or nothing. */
function mailServer(takes = true) {
  const got: ClaimedLetter[] = [];
  return {
    got,
    post: async (letter: ClaimedLetter) => {
      got.push(letter);
      return takes;
    },
  };
}

describe("an event that nobody answers", () => {
  it("goes to the supervisor and then to the owner, after the practice's minutes and not before", async () => {
    const { practice, owner, supervisor, therapist, system } = await event();
    await withScope(pool, owner, testNow, (scope) => setEscalation(scope, { minutes: 10 }));
    expect(await escalateOverdue(workers, system, later(9))).toBe(0);
    expect(await escalateOverdue(workers, system, later(10))).toBe(1);
    expect(await escalateOverdue(workers, system, later(19))).toBe(0);
    expect(await escalateOverdue(workers, system, later(20))).toBe(1);
    expect(await escalateOverdue(workers, system, later(600))).toBe(0);
    expect(await stepsOf(practice)).toMatchObject([
      { to: "supervisor", by: null },
      { to: "owner", by: null },
    ]);
    expect((await lettersOf(practice)).map(({ accountId }) => accountId)).toEqual([
      therapist.accountId,
      supervisor.accountId,
      owner.accountId,
    ]);
  });

  it("is passed on however many newer ones the practice has on its hands", async () => {
    const { practice, system, client, therapist } = await event();
    const { practiceId } = practice;
    const newer = Array.from({ length: 101 }, (_, n) => ({ id: randomUUID(), at: later(1 + n / 10) }));
    await withScope(pool, system, testNow, async ({ tx }) => {
      const { clientId } = client;
      await tx
        .insert(safetyEvent)
        .values(newer.map(({ id, at }) => ({ practiceId, id, clientId, source: "therapist" as const, openedAt: at })));
      await tx.insert(safetyEventStep).values(
        newer.map(({ id, at }) => ({
          practiceId,
          id: randomUUID(),
          eventId: id,
          kind: "acknowledged" as const,
          takenBy: therapist.accountId,
          takenAt: at,
        })),
      );
    });
    expect(await escalateOverdue(workers, system, later(31))).toBe(1);
  });

  it("is passed on once by two workers at the same moment", async () => {
    const { practice, system } = await event();
    await Promise.all([1, 2, 3].map(() => escalateOverdue(workers, system, later(31))));
    expect(await stepsOf(practice)).toHaveLength(1);
  });

  it("stays where it is once somebody is on it", async () => {
    const { practice, therapist, system, eventId } = await event();
    await withScope(pool, therapist, testNow, (scope) => acknowledgeEvent(scope, { eventId }));
    expect(await escalateOverdue(workers, system, later(600))).toBe(0);
    expect((await stepsOf(practice)).filter(({ to }) => to)).toEqual([]);
  });
});

describe("the letters", () => {
  it("say nothing about what waits", () => {
    const { subject, text } = letterText("https://practice.example");
    expect(`${subject} ${text}`).not.toMatch(/safe|risk|urgent|client|therap|crisis|emergency|partner/i);
    expect(text).toContain("You have something waiting in Nearer.");
  });

  it("are sent once, however many workers look", async () => {
    const { practice, system, therapist } = await event();
    const { got, post } = mailServer();
    await Promise.all([1, 2, 3, 4].map(() => sendLetters(workers, system, post, () => later(1))));
    expect(got).toHaveLength(1);
    expect(got[0]?.to).toBe(`${therapist.accountId}@staff.example`);
    expect((await lettersOf(practice))[0]?.sentAt).toEqual(later(1));
    expect(await sendLetters(workers, system, post, () => later(9_000))).toBe(0);
  });

  it("are tried again, later and later, under the same name, when the mail server refuses", async () => {
    const { practice, system } = await event();
    const refusing = mailServer(false);
    await sendLetters(workers, system, refusing.post, () => later(1));
    await sendLetters(workers, system, refusing.post, () => later(1.1));
    expect(refusing.got).toHaveLength(1);
    await sendLetters(workers, system, refusing.post, () => later(1.3));
    const taking = mailServer();
    await sendLetters(workers, system, taking.post, () => later(3));
    expect(new Set([...refusing.got, ...taking.got].map(({ id }) => id)).size).toBe(1);
    expect((await lettersOf(practice))[0]).toMatchObject({ tries: 3, sentAt: later(3) });
  });

  it("are sent by another worker when the one that claimed them died, and not before its claim ran out", async () => {
    const { system } = await event();
    const dead = sendLetters(
      workers,
      system,
      () => new Promise<boolean>(() => undefined),
      () => later(1),
    );
    void dead;
    await expect.poll(async () => (await lettersOf({ system } as MintedPractice))[0]?.claim ?? null).not.toBeNull();
    const { got, post } = mailServer();
    await sendLetters(workers, system, post, () => new Date(later(1).getTime() + CLAIM_MS - 1));
    expect(got).toEqual([]);
    await sendLetters(workers, system, post, () => new Date(later(1).getTime() + CLAIM_MS));
    expect(got).toHaveLength(1);
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
