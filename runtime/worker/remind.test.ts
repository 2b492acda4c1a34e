import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { chooseLetters } from "@/db/commands/letters/choose-letters";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { connect } from "@/db/connect";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { consent } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { versionOfSitting } from "@/db/sitting-joins";
import { testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { decide } from "@/db/testing/protocol";
import { addDays } from "@/lib/time/local-date";
import { claimLetters } from "./claim-letters";
import { remindClients } from "./remind";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
afterAll(() => workers.end());

/** Monday at ten. The client was enrolled that day, so nothing is due before Tuesday. */
const at = (day: number, hour = 10) => new Date(testNow.getTime() + day * 86_400_000 + (hour - 10) * 3_600_000);

/** A client who has accepted, with exactly one sitting, due on Tuesday: of the baseline, or of the safety questions. */
async function waiting({ key = "five-dimensions" }: { key?: string } = {}) {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const sittingId = await withScope(pool, practice.system, testNow, async ({ tx }) => {
    await tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, client.accountId));
    const [assigned] = await tx
      .select({ one: assessment })
      .from(assessment)
      .innerJoin(instrumentVersion, versionOfSitting)
      .where(and(eq(assessment.clientId, client.clientId), eq(instrumentVersion.key, key)))
      .limit(1);
    if (!assigned) throw new Error("nothing was assigned");
    const { one } = assigned;
    await tx.update(assessment).set({ expiresOn: "2026-11-22" }).where(eq(assessment.clientId, client.clientId));
    const id = randomUUID();
    const days = { opensOn: "2026-11-23", dueOn: "2026-11-24", expiresOn: null };
    await tx.insert(assessment).values({ ...one, id, occasion: `extra:${id}`, ...days });
    return id;
  });
  const remind = (now: Date) => remindClients(workers, practice.system, now);
  const letters = () =>
    withScope(pool, practice.system, testNow, ({ tx }) =>
      tx
        .select({
          kind: outboxLetter.aboutKind,
          id: outboxLetter.aboutId,
          setAsideAt: outboxLetter.setAsideAt,
          urgent: outboxLetter.urgent,
        })
        .from(outboxLetter)
        .where(eq(outboxLetter.accountId, client.accountId))
        .orderBy(asc(outboxLetter.createdAt), asc(outboxLetter.setAsideAt)),
    );
  return { practice, client, sittingId, remind, letters };
}

describe("reminders", () => {
  it("are never of safety questions", async () => {
    const { remind, letters } = await waiting({ key: "safety-and-steadiness" });
    for (const day of [1, 2, 5]) expect(await remind(at(day))).toBe(0);
    expect(await letters()).toEqual([]);
  });

  it("go out when something is due and once more when it is overdue, by day, and once whoever looks", async () => {
    const { sittingId, remind, letters } = await waiting();
    expect(await remind(at(0))).toBe(0);
    expect(await remind(at(1, 7))).toBe(0);
    await Promise.all([1, 2, 3].map(() => remind(at(1, 9))));
    expect(await remind(at(1, 15))).toBe(0);
    expect(await remind(at(2))).toBe(0);
    expect(await remind(at(4, 22))).toBe(0);
    expect(await remind(at(5))).toBe(1);
    expect(await remind(at(9))).toBe(0);
    expect(await letters()).toEqual([
      { kind: "due", id: sittingId, setAsideAt: null, urgent: false },
      { kind: "overdue", id: sittingId, setAsideAt: null, urgent: false },
    ]);
  });

  it("are one letter for all that is due, and none on a day that had one", async () => {
    const { practice, client, sittingId, remind, letters } = await waiting();
    const other = randomUUID();
    await withScope(pool, practice.system, testNow, async ({ tx }) => {
      const [one] = await tx.select().from(assessment).where(eq(assessment.id, sittingId));
      if (one) await tx.insert(assessment).values({ ...one, id: other, occasion: "another" });
    });
    await withScope(pool, practice.system, at(1, 9), (scope) =>
      queueLetter(scope, { accountId: client.accountId, about: { kind: "message", id: other } }),
    );
    expect(await remind(at(1))).toBe(0);
    expect(await remind(at(2))).toBe(1);
    expect(await remind(at(2, 12))).toBe(0);
    expect((await letters()).filter(({ setAsideAt }) => setAsideAt === null)).toHaveLength(2);
    expect(new Set((await letters()).map(({ kind, id }) => `${kind} ${id}`))).toEqual(
      new Set([`message ${other}`, `due ${sittingId}`, `due ${other}`]),
    );
  });

  it("reach the others also where one person's path can no longer be read, and that is told", async () => {
    const { practice, sittingId, remind, letters } = await waiting();
    const other = await mintClient(pool, practice, { name: "Noa" });
    await withScope(pool, practice.system, testNow, async ({ tx }) => {
      await tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, other.accountId));
      const [one] = await tx.select().from(assessment).where(eq(assessment.id, sittingId));
      if (one) await tx.insert(assessment).values({ ...one, id: randomUUID(), clientId: other.clientId });
      const unread = { key: "unread", version: 1, title: "Unread", definition: {}, publishedAt: testNow };
      const id = randomUUID();
      await tx.insert(protocolVersion).values({ practiceId: practice.practiceId, id, ...unread, createdAt: testNow });
      await tx.update(enrolment).set({ protocolVersionId: id }).where(eq(enrolment.clientId, other.clientId));
    });
    await expect(remind(at(1))).rejects.toMatchObject({ name: "ZodError" });
    expect(await letters()).toMatchObject([{ kind: "due", id: sittingId, setAsideAt: null }]);
  });

  it("stop once it was answered, taken back or closed", async () => {
    for (const change of [{ submittedAt: testNow }, { expiresOn: addDays("2026-11-24", -1) }]) {
      const { practice, sittingId, remind } = await waiting();
      await withScope(pool, practice.system, testNow, ({ tx }) =>
        tx.update(assessment).set(change).where(eq(assessment.id, sittingId)),
      );
      expect(await remind(at(1))).toBe(0);
    }
  });

  it("rest during a pause and without agreement, and tell nothing of a stop or a safety event by ceasing", async () => {
    const paused = await waiting();
    await decide(pool, paused.practice.therapist, paused.client.clientId, { kind: "pause", until: null });
    expect(await paused.remind(at(1))).toBe(0);
    const stopped = await waiting();
    await withScope(pool, stopped.practice.therapist, testNow, (scope) =>
      raiseGate(scope, { clientId: stopped.client.clientId, kind: "stop", reason: "He reads her messages." }),
    );
    expect(await stopped.remind(at(1))).toBe(1);
    const unsafe = await waiting();
    await withScope(pool, unsafe.client, testNow, (scope) => sayNotSafe(scope, {}));
    expect(await unsafe.remind(at(1))).toBe(1);
    const { practice, client, remind } = await waiting();
    const row = { practiceId: practice.practiceId, clientId: client.clientId, document: "portal", version: 1 };
    await withScope(pool, practice.system, at(0, 11), ({ tx, now }) =>
      tx.insert(consent).values({ ...row, id: randomUUID(), decision: "withdrawn", decidedAt: now }),
    );
    expect(await remind(at(1))).toBe(0);
  });

  it("rest after an early end, but for the follow-ups that it kept", async () => {
    for (const [occasion, reminded] of [
      ["five-dimensions:follow-up-4", 1],
      ["five-dimensions:week-5", 0],
    ] as const) {
      const { practice, client, sittingId, remind } = await waiting();
      await decide(pool, practice.therapist, client.clientId, { kind: "end", followUps: true });
      await withScope(pool, practice.system, testNow, ({ tx }) =>
        tx.update(assessment).set({ occasion, attempt: 2 }).where(eq(assessment.id, sittingId)),
      );
      expect(await remind(at(1))).toBe(reminded);
    }
  });

  it("do not go where they would lead to nothing: answered, closed or taken back meanwhile", async () => {
    for (const gone of [
      { submittedAt: at(1) },
      { expiresOn: "2026-11-23", opensOn: "2026-11-20", dueOn: "2026-11-22" },
    ]) {
      const { practice, sittingId, remind, letters } = await waiting();
      await remind(at(1));
      await withScope(pool, practice.system, testNow, ({ tx }) =>
        tx.update(assessment).set(gone).where(eq(assessment.id, sittingId)),
      );
      expect(await claimLetters(workers, practice.system, randomUUID(), at(1, 11))).toEqual([]);
      expect(await letters()).toMatchObject([{ kind: "due", setAsideAt: at(1, 11) }]);
    }
  });

  it("are not for who wants no letters", async () => {
    const { client, remind, letters } = await waiting();
    await withScope(pool, client, testNow, (scope) => chooseLetters(scope, { letters: "no" }));
    expect(await remind(at(1))).toBe(0);
    expect(await letters()).toMatchObject([{ setAsideAt: at(1) }]);
  });
});
