import { describe, expect, it } from "vitest";
import { checkAnswer, checkWordsRead } from "@/db/schema/check-sitting";
import { checkGround } from "@/db/testing/check-ground";
import { testPool } from "@/db/testing/database";
import { auditOf } from "@/db/testing/tenancy";
import { markWordsRead } from "./read-words";

const pool = testPool();
const { check, at, as, home } = checkGround(pool);

describe("words that somebody marks as read", () => {
  it("are words alone, once each, by whoever read them first", async () => {
    const { minted, person, assessmentId } = await home();
    const { clientId } = person;
    const { sittingId } = await check.open(person, assessmentId);
    await check.answer(person, sittingId, "belittled", 1, at(1));
    await check.answer(person, sittingId, "anything-else", "He reads my letters.", at(2));
    const answers = await as(minted.system, ({ tx }) =>
      tx.select({ id: checkAnswer.id, isWords: checkAnswer.isWords }).from(checkAnswer),
    );
    const seen = answers.map(({ id }) => id);
    const [words] = answers.filter(({ isWords }) => isWords);
    for (const actor of [minted.therapist, minted.therapist, minted.owner])
      await as(actor, (scope) => markWordsRead(scope, { clientId, assessmentId, seen }), at(3));
    const read = await as(minted.system, ({ tx }) => tx.select().from(checkWordsRead));
    expect(read).toMatchObject([{ answerId: words?.id, readBy: minted.therapist.accountId, readAt: at(3) }]);
    const trail = (await auditOf(pool, minted.system)).filter(({ action }) => action === "safety.words-read");
    expect(trail).toHaveLength(1);
  });

  it("are those of this person and this card", async () => {
    const { minted, person, assessmentId } = await home();
    const { sittingId } = await check.open(person, assessmentId);
    await check.answer(person, sittingId, "anything-else", "He reads my letters.", at(1));
    const seen = (await as(minted.system, ({ tx }) => tx.select({ id: checkAnswer.id }).from(checkAnswer))).map(
      ({ id }) => id,
    );
    const card = { clientId: person.clientId, assessmentId: crypto.randomUUID(), seen };
    await as(minted.therapist, (scope) => markWordsRead(scope, card), at(2));
    expect(await as(minted.system, ({ tx }) => tx.select().from(checkWordsRead))).toEqual([]);
  });
});
