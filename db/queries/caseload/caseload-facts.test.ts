import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { recordAttempt } from "@/db/commands/exercises/record-attempt";
import { sayAddressSafety } from "@/db/commands/letters/say-address";
import { markClientRead } from "@/db/commands/messages/mark-seen";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { assessmentWithdrawal } from "@/db/schema/assessments";
import { account } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type LinkedCouple, linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { attemptForm } from "@/lib/exercises/attempt-form";
import type { LetterKind } from "@/lib/messages/letter-kinds";
import { getCaseloadFacts } from "./caseload";

const pool = testPool();

const factOf = async ({ practice, ines }: LinkedCouple, minute = 30) =>
  (await withScope(pool, practice.therapist, minutesLater(minute), (scope) => getCaseloadFacts(scope))).find(
    ({ clientId }) => clientId === ines.clientId,
  );

describe("what the caseload knows of a client", () => {
  it("says words of gain only while joint steps are open, and holds the own gate alone", async () => {
    const pair = await linkedCouple(pool);
    expect(await factOf(pair)).toMatchObject({ gate: { state: "clear" }, saysGain: true });
    await withScope(pool, pair.practice.therapist, minutesLater(5), (scope) =>
      raiseGate(scope, { clientId: pair.dario.clientId, kind: "stop", reason: "What he told me." }),
    );
    expect(await factOf(pair)).toMatchObject({ gate: { state: "clear" }, saysGain: true });
    const nextWeek = await withScope(pool, pair.practice.therapist, minutesLater(7 * 24 * 60), getCaseloadFacts);
    const fact = nextWeek.find(({ clientId }) => clientId === pair.ines.clientId);
    expect(fact).toMatchObject({ gate: { state: "clear" }, saysGain: false });
  });

  it("says that nobody asked about letters, for the address that stands alone", async () => {
    const pair = await linkedCouple(pool);
    const say = (answer: "safe" | "unsafe" | "unknown", minute: number) =>
      withScope(pool, pair.practice.therapist, minutesLater(minute), (scope) =>
        sayAddressSafety(scope, { clientId: pair.ines.clientId, answer }),
      );
    const unasked = async () => (await factOf(pair))?.addressUnasked;
    expect(await unasked()).toBe(false);
    await say("unknown", 1);
    expect(await unasked()).toBe(true);
    await say("unsafe", 2);
    expect(await unasked()).toBe(false);
    await withScope(pool, pair.practice.system, minutesLater(3), ({ tx }) =>
      tx.update(account).set({ email: "another@people.example" }).where(eq(account.id, pair.ines.accountId)),
    );
    expect(await unasked()).toBe(true);
  });

  it("counts reflections until somebody has read them", async () => {
    const pair = await linkedCouple(pool);
    const attempt = attemptForm.parse({
      ...{ id: randomUUID(), key: "one-real-feeling", page: "one-real-feeling", family: "sad", feeling: "left out" },
      ...{ sentence: "Today I felt left out.", told: "told", reflection: "She did not laugh." },
    });
    await withScope(pool, pair.ines, minutesLater(1), (scope) => recordAttempt(scope, attempt));
    expect(await factOf(pair)).toMatchObject({ reflections: 1 });
    await withScope(pool, pair.practice.therapist, minutesLater(2), (scope) =>
      markClientRead(scope, { clientId: pair.ines.clientId, until: minutesLater(2) }),
    );
    expect(await factOf(pair)).toMatchObject({ reflections: 0 });
  });

  it("counts the letters about an overdue assessment that went out, and no other", async () => {
    const pair = await linkedCouple(pool);
    const { practiceId } = pair.practice;
    const sixDays = 6 * 24 * 60;
    const [late] = (await factOf(pair, sixDays))?.overdue ?? [];
    expect(late).toMatchObject({ reminders: 0 });
    await withScope(pool, pair.practice.system, minutesLater(1), async ({ tx }) => {
      const { rows } = await tx.$client.query<{ id: string }>(
        "select id from assessment where client_id = $1 and submitted_at is null and due_on < '2026-11-29' and expires_on >= '2026-11-29' order by due_on limit 1",
        [pair.ines.clientId],
      );
      const letter = (kind: LetterKind, on: string | null, sent: boolean) =>
        tx.$client.query(
          `insert into outbox_letter (practice_id, id, account_id, about_kind, about_id, about_on, created_at, due_at, sent_at)
           values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $6, $7)`,
          [practiceId, pair.ines.accountId, kind, rows[0]?.id, on, minutesLater(1), sent ? minutesLater(1) : null],
        );
      await letter("due", null, true);
      await letter("asked-again", "2026-11-23", true);
      await letter("overdue", null, false);
    });
    const reminders = (await factOf(pair, sixDays))?.overdue.map((one) => one.reminders) ?? [];
    expect(reminders.filter((count) => count > 0)).toEqual([2]);
  });

  it("holds how emotional and recreational closeness were last answered, and nothing that was taken back", async () => {
    const pair = await linkedCouple(pool);
    const before = (await factOf(pair))?.closeness;
    expect(before).toMatchObject({ form: "full", emotional: 36 });
    const scores = { emotional: [20, 60], recreational: [64, 70] } as const;
    const id = await sitDimensions(pool, pair.practice, pair.ines, scores, minutesLater(10));
    const seen = { form: "full", emotional: 20, recreational: 64 };
    expect(await factOf(pair)).toMatchObject({ closeness: seen });
    const page = () =>
      withScope(pool, pair.practice.therapist, minutesLater(30), (scope) =>
        getClientProtocol(scope, pair.ines.clientId),
      );
    expect(await page()).toMatchObject({ closeness: { ...seen, answeredOn: expect.stringMatching(/^2026-/) } });
    await withScope(pool, pair.practice.system, minutesLater(15), ({ tx }) =>
      tx.insert(assessmentWithdrawal).values({
        ...{
          practiceId: pair.practice.practiceId,
          id: randomUUID(),
          assessmentId: id,
          kind: "voided" as const,
        },
        ...{ withdrawnAt: minutesLater(15), withdrawnBy: pair.practice.therapist.accountId },
      }),
    );
    expect((await factOf(pair))?.closeness).toEqual(before);
    expect((await page()).closeness).toEqual(before);
  });
});
