import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { recordAttempt } from "@/db/commands/exercises/record-attempt";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { answerSignal } from "@/db/commands/signals/answer-signal";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { getClientPractice } from "./client-practice";

const pool = testPool();
let practice: MintedPractice;
let clientId: string;

const attemptId = randomUUID();

beforeAll(async () => {
  practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate: "2026-11-16" });
  ({ clientId } = ines);
  await openGate(pool, practice, ines);
  const attempt = attemptForm.parse({
    id: attemptId,
    key: "one-real-feeling",
    page: "one-real-feeling",
    family: "sad",
    feeling: "left out",
    sentence: "Today I felt left out.",
    told: "told",
    anxietyBefore: "7",
    anxietyAfter: "4",
    went: "3",
    reflection: "She did not laugh.",
  });
  await withScope(pool, ines, testNow, (scope) => recordAttempt(scope, attempt));
  await withScope(pool, ines, testNow, (scope) =>
    logDistanceMove(scope, { id: randomUUID(), move: "lone-wolf", happening: null, instead: null }),
  );
});

const answer = (actor: MintedPractice["owner"], id = clientId) =>
  withScope(pool, actor, testNow, (scope) =>
    answerSignal(scope, { id: randomUUID(), clientId: id, week: 6, note: "A smaller step, and ask about the visit." }),
  );

describe("what a client did and wrote", () => {
  itKeepsToItsTenant(pool, () => ({ practice, clientId }), getClientPractice, { supervisorMay: true });

  it("holds attempts, noticed moves and the newest reflections with the reply", async () => {
    const read = () => withScope(pool, practice.therapist, testNow, (scope) => getClientPractice(scope, clientId));
    expect(await read()).toMatchObject({
      attempts: [
        { exercise: "one-real-feeling", date: "2026-11-23", outcome: "done", anxietyBefore: 7, anxietyAfter: 4 },
      ],
      moves: [{ date: "2026-11-23", move: "lone-wolf" }],
      reflections: [{ id: attemptId, words: "She did not laugh.", repliedAt: null }],
      reflectionCount: 1,
      signalAnswer: null,
    });
    await withScope(pool, practice.therapist, testNow, (scope) =>
      replyToClient(scope, { id: randomUUID(), clientId, attemptId, body: "That was brave.", until: testNow }),
    );
    expect((await read()).reflections[0]?.repliedAt).toEqual(testNow);
  });
});

describe("answering a fall in connection", () => {
  it("keeps the decision sealed, with author and audit, and shows it on the overview", async () => {
    await answer(practice.therapist);
    const { signalAnswer } = await withScope(pool, practice.supervisor, testNow, (scope) =>
      getClientPractice(scope, clientId),
    );
    expect(signalAnswer).toMatchObject({ week: 6, note: "A smaller step, and ask about the visit.", at: testNow });
    const { rows } = await withScope(pool, practice.owner, testNow, ({ tx }) =>
      tx.$client.query("select note_sealed from signal_answer"),
    );
    expect(JSON.stringify(rows)).not.toContain("smaller");
    expect(await auditOf(pool, practice.system)).toContainEqual({
      action: "signals.answered",
      client_id: clientId,
      actor_id: practice.therapist.accountId,
    });
  });

  it("is not for a supervisor, a colleague, another practice or a client that is not there", async () => {
    const foreign = await mintPractice(pool);
    for (const actor of [practice.supervisor, practice.colleague, foreign.owner]) {
      await expect(answer(actor)).rejects.toMatchObject({ name: "NotFound" });
    }
    await expect(answer(practice.owner, randomUUID())).rejects.toMatchObject({ name: "NotFound" });
  });
});
