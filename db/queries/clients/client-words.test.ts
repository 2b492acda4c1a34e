import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { exerciseAttemptDetails } from "@/db/schema/exercises";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { logAttempt } from "@/db/testing/protocol";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { attemptWords } from "@/lib/exercises/attempt-lines";
import { getClientProtocol } from "../protocol/client-protocol";
import { getClientOverview } from "./client-overview";
import { getClientWords } from "./client-words";

const pool = testPool();
let practice: MintedPractice;
let clientId: string;
let person: ClientActor;
beforeAll(async () => {
  practice = await mintPractice(pool);
  person = await mintClient(pool, practice);
  ({ clientId } = person);
});

const minutesOn = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const read = (actor: StaffActor, until: Date | null = null, at = minutesOn(10_000)) =>
  withScope(pool, actor, at, (scope) => getClientWords(scope, clientId, until));

describe("what a client wrote", () => {
  itKeepsToItsTenant(pool, () => ({ practice, clientId }), getClientWords, { supervisorMay: true });

  it("reaches the therapist word for word: a check's note, and a move with what was done instead", async () => {
    await withScope(pool, person, minutesOn(1), (scope) =>
      saveConnectionCheck(scope, { id: randomUUID(), score: 3, note: "We argued." }),
    );
    await withScope(pool, person, minutesOn(2), (scope) =>
      saveConnectionCheck(scope, { id: randomUUID(), score: 8, note: null }),
    );
    await withScope(pool, person, minutesOn(3), (scope) =>
      logDistanceMove(scope, { id: randomUUID(), move: "lone-wolf", happening: "He asked.", instead: "I told him." }),
    );
    const { entries, earlier } = await read(practice.therapist);
    expect(entries).toMatchObject([
      { kind: "move", move: "lone-wolf", situation: "He asked.", instead: "I told him." },
      { kind: "check", score: 3, note: "We argued." },
    ]);
    expect(entries).toHaveLength(2);
    expect(earlier).toBeNull();
    expect(await auditOf(pool, practice.system)).toContainEqual({
      action: "clients.words-read",
      client_id: clientId,
      actor_id: practice.therapist.accountId,
    });
  });

  it("stands on the connection chart too, and what was answered beside the rating that judges it", async () => {
    const own = await mintClient(pool, practice);
    const look = <T>(run: (scope: Scope<StaffActor>, id: string) => Promise<T>) =>
      withScope(pool, practice.therapist, minutesOn(10), (scope) => run(scope, own.clientId));
    const wordsRead = async () =>
      (await auditOf(pool, practice.system)).filter(
        (one) => one.action === "clients.words-read" && one.client_id === own.clientId,
      ).length;
    await withScope(pool, own, minutesOn(1), (scope) =>
      saveConnectionCheck(scope, { id: randomUUID(), score: 8, note: null }),
    );
    await look(getClientOverview);
    await look(getClientProtocol);
    expect(await wordsRead()).toBe(0);
    await withScope(pool, own, minutesOn(2), (scope) =>
      saveConnectionCheck(scope, { id: randomUUID(), score: 3, note: "We argued." }),
    );
    const id = randomUUID();
    const detailsSealed = exerciseAttemptDetails.seal(
      JSON.stringify({
        page: "ask-for-a-favour",
        size: "small",
        favour: "A lift",
        expected: "A no",
        happened: "A yes",
      }),
      { practiceId: practice.practiceId, id },
    );
    await logAttempt(pool, own, { id, exerciseKey: "ask-for-a-favour", detailsSealed, howItWent: 1, howHard: 4 });
    expect((await look(getClientOverview)).checks.map(({ score, note }) => [score, note])).toEqual([
      [8, null],
      [3, "We argued."],
    ]);
    const [attempt] = (await look(getClientProtocol)).attempts;
    expect(attempt && attemptWords(attempt).map(({ label, words }) => `${label}: ${words}`)).toEqual([
      ...["How big: Small", "Asked for: A lift", "Expected before: A no", "What happened: A yes"],
      ...["Was it hard: Very hard", "How it went: Not very well"],
    ]);
    expect(await wordsRead()).toBe(2);
  });

  it("goes on page by page, and leaves nothing out between two pages", async () => {
    for (let minute = 0; minute < 60; minute += 1)
      await withScope(pool, person, minutesOn(100 + minute), (scope) =>
        saveConnectionCheck(scope, { id: randomUUID(), score: 5, note: `Note ${minute}` }),
      );
    const seen: string[] = [];
    let until: Date | null = null;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(practice.therapist, until);
      expect(page.entries.length).toBeLessThanOrEqual(30);
      seen.push(...page.entries.map(({ id }) => id));
      until = page.earlier;
    } while (until);
    expect(seen).toHaveLength(62);
    expect(new Set(seen).size).toBe(62);
  });
});
