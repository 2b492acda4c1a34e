import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { chooseTiming } from "@/db/commands/letters/choose-timing";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { takeBackOwn } from "@/db/commands/messages/add-own-message";
import { markClientRead } from "@/db/commands/messages/mark-seen";
import { sendMessage } from "@/db/commands/messages/send-message";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { connect } from "@/db/connect";
import { getOwnTimings } from "@/db/queries/letters/letter-timing";
import { account } from "@/db/schema/identity";
import { letterTiming } from "@/db/schema/letter-timing";
import { withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { auditOf } from "@/db/testing/tenancy";
import type { ClientActor } from "@/lib/actor";
import { HOLD_SECONDS } from "@/lib/messages/hold";
import type { LetterTiming } from "@/lib/messages/letter-timing";
import { CLAIM_MS, type ClaimedLetter } from "./claim-letters";
import { type Post, type SendResult, sendLetters } from "./send-letters";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 8, onIdleError: () => undefined });
afterAll(() => workers.end());

const on = (time: string) => new Date(`2026-11-23T${time}Z`);

function mailServer(answer: SendResult = "taken") {
  const got: ClaimedLetter[] = [];
  const post: Post = async (letter, handOver) => {
    if (!(await handOver())) return "refused";
    got.push(letter);
    return answer;
  };
  return { got, post };
}

/** A practice whose therapist lives in `zone` and wants messages so. */
async function ground(timing: LetterTiming | null, zone = "Europe/London") {
  const practice = await mintPractice(pool);
  const { therapist, system } = practice;
  const people = [await mintClient(pool, practice), await mintClient(pool, practice, { name: "Dario" })] as const;
  await withScope(pool, system, on("00:00:00"), ({ tx }) =>
    tx
      .update(account)
      .set({ zone })
      .where(and(eq(account.practiceId, practice.practiceId), eq(account.id, therapist.accountId))),
  );
  const choose = (messages: LetterTiming, at: Date) =>
    withScope(pool, therapist, at, (scope) =>
      chooseTiming(scope, { messages, reflections: "off", answers: "off", week: "morning" }),
    );
  if (timing) await choose(timing, on("00:00:01"));
  const writes = async (person: ClientActor, at: Date) => {
    const id = randomUUID();
    await withScope(pool, person, at, (scope) => sendMessage(scope, { id, body: "Are you there?" }));
    return id;
  };
  const { got, post } = mailServer();
  /** How many letters the therapist has had when everything due at that moment went. */
  const had = async (at: Date) => {
    await sendLetters(workers, system, post, () => at);
    return got.filter(({ to }) => to === `${therapist.accountId}@staff.example`).length;
  };
  return { practice, therapist, system, people, choose, writes, had };
}

describe("letters by the therapist's own choice", () => {
  it("go at once where nothing was chosen, once the message has arrived", async () => {
    const { people, writes, had } = await ground(null);
    await writes(people[0], on("10:00:00"));
    const arrives = on("10:00:00").getTime() + HOLD_SECONDS * 1_000;
    expect(await had(new Date(arrives - 1))).toBe(0);
    expect(await had(new Date(arrives))).toBe(1);
  });

  it("are one for all that came within the hour, on the hour, and the next only with something new", async () => {
    const { practice, people, writes, had } = await ground("hourly");
    await writes(people[0], on("10:05:00"));
    await writes(people[0], on("10:30:00"));
    await writes(people[1], on("10:59:40"));
    await writes(people[1], on("10:59:50"));
    expect(await had(on("10:59:59"))).toBe(0);
    expect(await had(on("11:00:00"))).toBe(1);
    expect(await had(on("11:59:59"))).toBe(1);
    expect(await had(on("12:00:00"))).toBe(2);
    expect(await had(on("18:00:00"))).toBe(2);
    const letters = await lettersOf(pool, practice);
    expect(letters.filter(({ sentAt }) => sentAt)).toHaveLength(2);
    expect(letters.filter(({ setAsideAt }) => setAsideAt)).toHaveLength(2);
  });

  it.each([
    ["London", "Europe/London", "2026-11-24T08:00:00Z"],
    ["Los Angeles", "America/Los_Angeles", "2026-11-23T16:00:00Z"],
    ["Auckland", "Pacific/Auckland", "2026-11-23T19:00:00Z"],
    ["Kolkata", "Asia/Kolkata", "2026-11-24T02:30:00Z"],
  ])("are one in the morning, at eight by the clock in %s", async (_, zone, eight) => {
    const { people, writes, had } = await ground("morning", zone);
    const due = new Date(eight).getTime();
    await writes(people[0], on("10:00:00"));
    await writes(people[1], new Date(due - 60_000));
    expect(await had(new Date(due - 1))).toBe(0);
    expect(await had(new Date(due))).toBe(1);
    await writes(people[1], new Date(due + 1));
    expect(await had(new Date(due + 86_400_000 - 1))).toBe(1);
    expect(await had(new Date(due + 86_400_000))).toBe(2);
  });

  it("keep eight o'clock over the night in which the clock goes back", async () => {
    const { people, writes, had } = await ground("morning");
    await writes(people[0], new Date("2026-10-24T20:00:00Z"));
    expect(await had(new Date("2026-10-25T07:59:59Z"))).toBe(0);
    expect(await had(new Date("2026-10-25T08:00:00Z"))).toBe(1);
  });

  it("do not go for what was read or taken back by then", async () => {
    const { therapist, people, writes, had } = await ground("hourly");
    await writes(people[0], on("10:05:00"));
    const slip = await writes(people[1], on("10:06:00"));
    await withScope(pool, people[1], on("10:06:05"), (scope) => takeBackOwn(scope, { id: slip }));
    await withScope(pool, therapist, on("10:30:00"), (scope) =>
      markClientRead(scope, { clientId: people[0].clientId, until: on("10:30:00") }),
    );
    expect(await had(on("11:00:00"))).toBe(0);
    await writes(people[0], on("11:01:00"));
    expect(await had(on("12:00:00"))).toBe(1);
  });

  it("go by another choice from that moment on, and not at all once they are off", async () => {
    const { practice, therapist, people, choose, writes, had } = await ground("morning");
    await writes(people[0], on("10:00:00"));
    await choose("hourly", on("10:30:00"));
    await choose("hourly", on("10:31:00"));
    expect(await had(on("11:00:00"))).toBe(1);
    await writes(people[1], on("11:05:00"));
    await choose("off", on("11:06:00"));
    expect(await had(on("12:00:00"))).toBe(1);
    await writes(people[0], on("12:05:00"));
    await choose("at-once", on("12:06:00"));
    expect(await had(on("13:00:00"))).toBe(1);
    await writes(people[1], on("13:05:00"));
    const chosen = await withScope(pool, therapist, on("14:00:00"), getOwnTimings);
    expect(chosen.timings).toEqual({ messages: "at-once", reflections: "off", answers: "off", week: "morning" });
    const rows = await withScope(pool, therapist, on("14:00:00"), ({ tx }) => tx.select().from(letterTiming));
    expect(rows.map(({ timing }) => timing).sort()).toEqual(["at-once", "hourly", "morning", "off"]);
    const audits = (await auditOf(pool, practice.system)).filter(({ action }) => action === "letters.timing-chosen");
    expect(audits).toHaveLength(4);
  });

  it("say all that the one letter stands for, also when it is tried again", async () => {
    const { practice, therapist, system, people, writes } = await ground(null);
    const form = { messages: "hourly", reflections: "off", answers: "hourly", week: "off" } as const;
    await withScope(pool, therapist, on("00:00:02"), (scope) => chooseTiming(scope, form));
    await writes(people[0], on("10:05:00"));
    const answered = randomUUID();
    await withScope(pool, system, on("10:06:00"), (scope) =>
      queueLetter(scope, {
        ...{ accountId: therapist.accountId, about: { kind: "client-answers", id: answered } },
        dueAt: on("11:00:00"),
      }),
    );
    const refusing = mailServer("refused");
    await sendLetters(workers, system, refusing.post, () => on("11:00:00"));
    const taking = mailServer();
    await sendLetters(workers, system, taking.post, () => on("11:05:00"));
    for (const { got } of [refusing, taking])
      expect(got.map(({ standsFor }) => standsFor)).toEqual([["messages", "answers"]]);
    expect((await lettersOf(pool, practice)).filter(({ setAsideAt }) => setAsideAt)).toHaveLength(1);
  });

  it("never hold back or gather what is about somebody's safety", async () => {
    const { people, writes, had, choose } = await ground("morning");
    await writes(people[0], on("10:00:00"));
    await withScope(pool, people[0], on("10:01:00"), (scope) => sayNotSafe(scope, {}));
    await withScope(pool, people[1], on("10:01:00"), (scope) => sayNotSafe(scope, {}));
    await choose("off", on("10:01:01"));
    expect(await had(on("10:01:02"))).toBe(2);
  });

  it("are one, however many workers look", async () => {
    const { practice, system, people, writes } = await ground("hourly");
    for (const person of people) await writes(person, on("10:05:00"));
    const { got, post } = mailServer();
    await Promise.all([1, 2, 3, 4].map(() => sendLetters(workers, system, post, () => on("11:00:00"))));
    await sendLetters(workers, system, post, () => on("11:30:00"));
    expect(got).toHaveLength(1);
    expect((await lettersOf(pool, practice)).filter(({ sentAt }) => sentAt)).toHaveLength(1);
  });

  it("are neither lost nor doubled when the worker that gathered them dies before or after handing over", async () => {
    for (const [answer, expected] of [
      ["refused", 1],
      ["unsure", 0],
    ] as const) {
      const { system, people, writes } = await ground("hourly");
      for (const person of people) await writes(person, on("10:05:00"));
      const first = mailServer(answer);
      await sendLetters(workers, system, first.post, () => on("11:00:00"));
      expect(first.got).toHaveLength(1);
      const { got, post } = mailServer();
      await sendLetters(workers, system, post, () => new Date(on("11:01:00").getTime() + CLAIM_MS));
      await sendLetters(workers, system, post, () => on("18:00:00"));
      expect(got.map(({ id }) => id)).toEqual(expected ? [first.got[0]?.id] : []);
    }
  });
});
