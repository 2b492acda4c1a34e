import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { chooseLetters } from "@/db/commands/letters/choose-letters";
import { chooseReminders } from "@/db/commands/letters/choose-reminders";
import { chooseTiming } from "@/db/commands/letters/choose-timing";
import { letterKeyOf, readStopToken, type Stop, stopToken } from "@/db/commands/letters/letter-token";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { stopLetters } from "@/db/commands/letters/stop-letters";
import { getOwnTimings } from "@/db/queries/letters/letter-timing";
import { ownLetters } from "@/db/queries/letters/letters";
import { ownReminders } from "@/db/queries/letters/reminder-choice";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import { type StopKind, stopKinds } from "@/lib/messages/stop-kinds";

const pool = testPool();
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const key = letterKeyOf("a secret of thirty-two characters");

async function ground() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const { practiceId, therapist, system } = practice;
  const stop = (kind: StopKind, accountId: string, at = minutes(2)) =>
    stopLetters(pool, { practiceId, accountId, kind }, at);
  const queue = (at: Date) =>
    withScope(pool, system, at, (scope) =>
      queueLetter(scope, { accountId: client.accountId, about: { kind: "message", id: randomUUID() } }),
    );
  const stopped = async () =>
    (await auditOf(pool, system)).filter(({ action }) => action === "letters.stopped-by-link");
  return { practice, practiceId, therapist, client, stop, queue, stopped };
}

describe("the link in a letter", () => {
  it("says one account and one kind, and cannot be made or turned by anybody without the key", () => {
    for (const kind of stopKinds) {
      const said: Stop = { practiceId: randomUUID(), accountId: randomUUID(), kind };
      const token = stopToken(key, said);
      expect(readStopToken(key, token)).toEqual(said);
      expect(readStopToken(letterKeyOf("another secret of thirty-two signs"), token)).toBeNull();
      for (let at = 0; at < token.length; at += 1) {
        const turned = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
        expect(readStopToken(key, turned)).toBeNull();
      }
    }
    for (const other of ["", "x".repeat(43), "x".repeat(66), "é".repeat(66)])
      expect(readStopToken(key, other)).toBeNull();
  });

  it("stops letters to a client, also those that wait, until they want them again", async () => {
    const { practiceId, client, stop, queue, stopped } = await ground();
    expect(await queue(minutes(1))).toBe("queued");
    await stop("letters", client.accountId);
    await stop("letters", client.accountId, minutes(3));
    expect(await queue(minutes(4))).toBe("unwanted");
    expect(await mailed(pool, practiceId, minutes(5))).toEqual([]);
    expect(await withScope(pool, client, minutes(5), ownLetters)).toBe(false);
    expect(await stopped()).toEqual([
      { action: "letters.stopped-by-link", client_id: client.clientId, actor_id: null },
    ]);
    await withScope(pool, client, minutes(6), (scope) => chooseLetters(scope, { letters: "yes" }));
    expect(await queue(minutes(7))).toBe("queued");
  });

  it("stops reminders at chosen hours and keeps the quiet ones", async () => {
    const { client, stop, stopped } = await ground();
    await stop("hours", client.accountId, minutes(0));
    expect(await stopped()).toEqual([]);
    const hours = { exerciseHour: 19, checkHour: 8, quietFrom: 22, quietTo: 7 };
    await withScope(pool, client, minutes(1), (scope) => chooseReminders(scope, hours));
    await stop("hours", client.accountId);
    const chosen = await withScope(pool, client, minutes(3), ownReminders);
    expect(chosen).toMatchObject({ exerciseHour: null, checkHour: null, quietFrom: 22, quietTo: 7 });
    expect(await withScope(pool, client, minutes(3), ownLetters)).toBe(true);
  });

  it("stops one kind of a colleague’s letters and no other", async () => {
    const { therapist, stop, stopped } = await ground();
    await withScope(pool, therapist, minutes(1), (scope) =>
      chooseTiming(scope, { messages: "at-once", reflections: "morning", answers: "hourly", week: "morning" }),
    );
    await stop("reflections", therapist.accountId);
    await stop("reflections", therapist.accountId, minutes(3));
    const { timings } = await withScope(pool, therapist, minutes(4), getOwnTimings);
    expect(timings).toEqual({ messages: "at-once", reflections: "off", answers: "hourly", week: "morning" });
    expect(await stopped()).toHaveLength(1);
  });

  it("does nothing for a kind that the person does not get, or for nobody", async () => {
    const { client, therapist, stop, stopped } = await ground();
    await stop("messages", client.accountId);
    await stop("letters", therapist.accountId);
    await stop("letters", randomUUID());
    await stopLetters(pool, { practiceId: randomUUID(), accountId: client.accountId, kind: "letters" }, minutes(2));
    expect(await stopped()).toEqual([]);
    expect(await withScope(pool, client, minutes(3), ownLetters)).toBe(true);
  });
});
