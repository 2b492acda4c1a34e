import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { correction } from "@/db/schema/draft";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { logAttempt } from "@/db/testing/protocol";
import { connectionCheckForm } from "@/lib/connection/check-form";
import { distanceMoveForm } from "@/lib/exercises/distance-move-form";
import { getClientWords } from "./client-words";

const pool = testPool();

async function ground() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const id = randomUUID();
  let minute = 0;
  const check = (score: string, note: string, more: object = {}) => {
    minute += 1;
    return withScope(pool, ines, new Date(testNow.getTime() + minute * 60_000), (scope) =>
      saveConnectionCheck(scope, connectionCheckForm.parse({ id, score, note, ...more })),
    );
  };
  const read = (reader = practice.therapist) =>
    withScope(pool, reader, new Date(testNow.getTime() + 3_600_000), (scope) => getClientWords(scope, ines.clientId));
  return { practice, ines, id, check, read };
}

describe("what a client corrected", () => {
  it("is read with what it said before, the newest change first", async () => {
    const { id, check, read } = await ground();
    await check("2", "He hit the door.");
    await check("5", "We argued.", { instead: "1" });
    await check("6", "It was fine.", { instead: "2" });
    const { entries, earlierWords } = await read();
    expect(entries).toMatchObject([{ id, score: 6, note: "It was fine." }]);
    expect(earlierWords.get(id)?.map(({ entry }) => entry)).toMatchObject([
      { score: 5, note: "We argued." },
      { score: 2, note: "He hit the door." },
    ]);
  });

  it("is there when a note was taken out again, and a check that never had one is not", async () => {
    const { id, check, read, ines } = await ground();
    await check("2", "He hit the door.");
    await check("2", "", { instead: "1" });
    const other = connectionCheckForm.parse({ id: randomUUID(), score: "4", note: "" });
    await withScope(pool, ines, testNow, (scope) => saveConnectionCheck(scope, other));
    const { entries, earlierWords } = await read();
    expect(entries).toMatchObject([{ id, note: "" }]);
    expect(earlierWords.get(id)).toMatchObject([{ entry: { note: "He hit the door." } }]);
  });

  it("says how an exercise went in the words of its own time", async () => {
    const { practice, ines, read } = await ground();
    const { practiceId } = practice;
    const id = randomUUID();
    await logAttempt(pool, ines, { id, exerciseKey: "ask-for-a-favour", howItWent: 4, howHard: 3 });
    const before = { how_it_went: 0, anxiety_before: 5 };
    await withScope(pool, ines, testNow, ({ tx }) =>
      tx.insert(correction).values({
        ...{ practiceId, id: randomUUID(), clientId: ines.clientId, attemptId: id, before, correctedAt: testNow },
      }),
    );
    const { entries, earlierWords } = await read();
    expect(entries).toMatchObject([{ id, howItWent: 4, howHard: 3 }]);
    expect(earlierWords.get(id)).toMatchObject([{ entry: { howItWent: null, howHard: 4 } }]);
  });

  it("holds for a distance move, and for nobody else's words", async () => {
    const { ines, read, practice } = await ground();
    const id = randomUUID();
    const move = (kind: string, happening: string, more: object = {}) =>
      withScope(pool, ines, testNow, (scope) =>
        logDistanceMove(scope, distanceMoveForm.parse({ id, move: kind, happening, instead: "", ...more })),
      );
    await move("lone-wolf", "In the car.");
    await move("phantom-ex", "At home.", { known: "1" });
    const { entries, earlierWords } = await read();
    expect(entries).toMatchObject([{ id, kind: "move", move: "phantom-ex", situation: "At home." }]);
    expect(earlierWords.get(id)).toMatchObject([{ entry: { move: "lone-wolf", situation: "In the car." } }]);
    await expect(read(practice.colleague)).rejects.toThrow();
  });
});
