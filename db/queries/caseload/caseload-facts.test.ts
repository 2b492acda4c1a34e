import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { recordAttempt } from "@/db/commands/exercises/record-attempt";
import { sayAddressSafety } from "@/db/commands/letters/say-address";
import { markClientRead } from "@/db/commands/messages/mark-seen";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { readSignalRows } from "@/db/queries/signals/signal-rows";
import { assessmentWithdrawal } from "@/db/schema/assessments";
import { account } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type LinkedCouple, linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { dataOf } from "@/db/testing/signals";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { getCaseloadFacts } from "./caseload";

const pool = testPool();

const factOf = async ({ practice, ines }: LinkedCouple, minute = 30) =>
  (await withScope(pool, practice.therapist, minutesLater(minute), (scope) => getCaseloadFacts(scope))).find(
    ({ clientId }) => clientId === ines.clientId,
  );

describe("what the caseload knows of a client", () => {
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
    expect(dataOf(await factOf(pair), "reflection")).toMatchObject({ count: 1 });
    await withScope(pool, pair.practice.therapist, minutesLater(2), (scope) =>
      markClientRead(scope, { clientId: pair.ines.clientId, until: minutesLater(2) }),
    );
    expect(dataOf(await factOf(pair), "reflection")).toBeNull();
  });

  it("holds how emotional and recreational closeness were last answered, and nothing that was taken back", async () => {
    const pair = await linkedCouple(pool);
    const seenNow = () =>
      withScope(pool, pair.practice.system, minutesLater(30), async (scope) => {
        const [row] = await readSignalRows(scope, [pair.ines.clientId]);
        return row?.closeness;
      });
    const before = await seenNow();
    expect(before).toMatchObject({ form: "full", emotional: 36 });
    const scores = { emotional: [20, 60], recreational: [64, 70] } as const;
    const id = await sitDimensions(pool, pair.practice, pair.ines, scores, minutesLater(10));
    const seen = { form: "full", emotional: 20, recreational: 64 };
    expect(await seenNow()).toMatchObject(seen);
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
    expect(await seenNow()).toEqual(before);
    expect((await page()).closeness).toEqual(before);
  });
});
