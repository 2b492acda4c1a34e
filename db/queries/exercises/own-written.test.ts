import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { exerciseAttemptDetails, exerciseAttemptReflection } from "@/db/schema/exercises";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { logAttempt } from "@/db/testing/protocol";
import { guessesIn, momentsIn } from "@/lib/exercises/reread";
import { getOwnWritten } from "./own-written";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

describe("what a client reads again", () => {
  it("is their own words of every kind, and nobody else's", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const other = await mintClient(pool, practice, { name: "Noa" });
    const favour = {
      ...{ page: "ask-for-a-favour", size: "small", favour: "A lift" },
      ...{ expected: "A no", happened: "He came early" },
    };
    const id = randomUUID();
    const bound = { practiceId: practice.practiceId, id };
    await logAttempt(pool, client, {
      ...{ id, exerciseKey: "ask-for-a-favour", howItWent: 4 },
      detailsSealed: exerciseAttemptDetails.seal(JSON.stringify(favour), bound),
      reflectionSealed: exerciseAttemptReflection.seal("We laughed.", bound),
    });
    await logAttempt(pool, client, { outcome: "skipped", detailsSealed: null });
    await withScope(pool, client, later(1), async (scope) => {
      await saveConnectionCheck(scope, { id: randomUUID(), score: 6, note: "After supper." });
      await saveConnectionCheck(scope, { id: randomUUID(), score: 5, note: null });
      await logDistanceMove(scope, {
        ...{ id: randomUUID(), move: "lone-wolf", happening: "He asked twice.", instead: "I stayed." },
      });
    });
    const written = await withScope(pool, client, later(2), (scope) => getOwnWritten(scope));
    expect(written.notes).toMatchObject([{ score: 6, note: "After supper." }]);
    expect(written.moves).toMatchObject([{ situation: "He asked twice.", instead: "I stayed." }]);
    expect(written.attempts).toMatchObject([{ title: "Ask for a favour", reflection: "We laughed.", detail: favour }]);
    expect(guessesIn(written.attempts)).toMatchObject([{ expected: "A no", happened: "He came early" }]);
    expect(momentsIn(written.attempts).good).toHaveLength(1);
    const theirs = await withScope(pool, other, later(2), (scope) => getOwnWritten(scope));
    expect(theirs).toEqual({ attempts: [], notes: [], moves: [] });
  });
});
