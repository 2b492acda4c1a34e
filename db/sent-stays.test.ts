import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sendMessage } from "@/db/commands/messages/send-message";
import { assessment, assessmentAnswer } from "@/db/schema/assessments";
import { message } from "@/db/schema/messages";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";

const pool = testPool();

describe("what was sent", () => {
  it("stays as it was: the application changes no answer of a sitting that was submitted, and removes none", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    const as = <T>(run: Parameters<typeof withScope<typeof practice.system, T>>[3]) =>
      withScope(pool, practice.system, testNow, run);
    const [sitting] = await as(({ tx }) =>
      tx.select({ id: assessment.id }).from(assessment).where(eq(assessment.clientId, ines.clientId)).limit(1),
    );
    const assessmentId = sitting?.id ?? "";
    const id = randomUUID();
    await as(({ tx }) =>
      tx.insert(assessmentAnswer).values({
        ...{ practiceId: practice.practiceId, id, assessmentId, itemId: "e1", form: "now" as const, value: 2 },
        answeredAt: testNow,
      }),
    );
    const change = (value: number) =>
      as(({ tx }) => tx.update(assessmentAnswer).set({ value }).where(eq(assessmentAnswer.id, id)));
    await change(3);
    await as(({ tx }) => tx.update(assessment).set({ submittedAt: testNow }).where(eq(assessment.id, assessmentId)));
    await expect(change(4)).rejects.toThrow(/answers_frozen/);
    const removed = as(({ tx }) => tx.delete(assessmentAnswer).where(eq(assessmentAnswer.id, id)));
    await expect(removed).rejects.toThrow(/answers_frozen/);
  });

  it("stays as it was: of a message only its reading changes, and its words are taken back within a minute", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    const id = randomUUID();
    await withScope(pool, ines, testNow, (scope) => sendMessage(scope, { id, body: "I was there.", draft: undefined }));
    const set = (row: Partial<typeof message.$inferInsert>) =>
      withScope(pool, practice.system, testNow, ({ tx }) => tx.update(message).set(row).where(eq(message.id, id)));
    const secondsLater = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
    await set({ readAt: testNow, readBy: practice.therapist.accountId });
    for (const row of [
      { bodySealed: "other" },
      { sentAt: secondsLater(60) },
      { authorId: practice.therapist.accountId },
      { bodySealed: "other", takenBackAt: secondsLater(90) },
    ])
      await expect(set(row)).rejects.toThrow(/42501/);
    await set({ bodySealed: "gone", takenBackAt: secondsLater(10) });
    await expect(set({ takenBackAt: null })).rejects.toThrow(/42501/);
  });
});
