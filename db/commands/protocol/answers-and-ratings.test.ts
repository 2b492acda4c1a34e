import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { logAttempt } from "@/db/testing/protocol";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { answerProposal } from "./answer-proposal";
import { rateAttempt } from "./rate-attempt";

const pool = testPool();

async function logged() {
  const minted = await mintPractice(pool);
  const client = await mintClient(pool, minted);
  return { ...minted, client, clientId: client.clientId, attemptId: await logAttempt(pool, client) };
}

const page = (actor: StaffActor, clientId: string) =>
  withScope(pool, actor, testNow, (scope) => getClientProtocol(scope, clientId));

describe("a therapist's rating", () => {
  const rate = (actor: StaffActor, attemptId: string, rating: number, at = testNow) =>
    withScope(pool, actor, at, (scope) => rateAttempt(scope, { attemptId, rating }));

  it("is replaced by rating anew", async () => {
    const { therapist, clientId, attemptId } = await logged();
    expect((await page(therapist, clientId)).attempts).toMatchObject([{ id: attemptId, rating: null }]);
    await rate(therapist, attemptId, 1);
    await rate(therapist, attemptId, 3, new Date(testNow.getTime() + 1000));
    expect((await page(therapist, clientId)).attempts[0]?.rating).toBe(3);
  });

  it("is given by those who are responsible, on something that was practised", async () => {
    const { supervisor, colleague, therapist, client, attemptId } = await logged();
    const stranger = await mintPractice(pool);
    for (const other of [supervisor, colleague, stranger.owner])
      await expect(rate(other, attemptId, 3)).rejects.toThrow(NotFound);
    const skipped = await logAttempt(pool, client, { outcome: "skipped", skipReason: "too-big" });
    await expect(rate(therapist, skipped, 3)).rejects.toThrow(NotFound);
  });
});

describe("an answer to a proposal", () => {
  const form = (clientId: string) => ({
    id: randomUUID(),
    clientId,
    kind: "go-gentler" as const,
    about: "one-real-feeling",
    answer: "dismissed" as const,
    evidence: "Skipped the last two times.",
    note: "She was travelling.",
  });
  const give = (actor: StaffActor, given: ReturnType<typeof form>) =>
    withScope(pool, actor, testNow, (scope) => answerProposal(scope, given));

  it("is kept once with its note and its evidence, and leaves the path alone", async () => {
    const { therapist, clientId } = await logged();
    const given = form(clientId);
    await give(therapist, given);
    await give(therapist, given);
    const { answers, decisions, header } = await page(therapist, clientId);
    expect(answers).toMatchObject([
      { answer: "dismissed", note: given.note, evidence: given.evidence, answeredOn: "2026-11-23" },
    ]);
    expect(decisions).toEqual([]);
    expect(header.enrolment?.decisions).toEqual([]);
  });

  it("is for those who steer this client", async () => {
    const { supervisor, colleague, clientId } = await logged();
    const stranger = await mintPractice(pool);
    for (const other of [supervisor, colleague, stranger.therapist])
      await expect(give(other, form(clientId))).rejects.toThrow(NotFound);
  });
});
