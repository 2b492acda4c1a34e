import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { ClientActor, StaffActor } from "@/lib/actor";
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
