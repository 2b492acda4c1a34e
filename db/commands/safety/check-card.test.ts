import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { clearGate } from "@/db/commands/safety/decide-gate";
import { markWordsRead } from "@/db/commands/safety/read-words";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { checkVersionFor } from "@/db/queries/safety/check-version";
import { getOwnCheck } from "@/db/queries/safety/own-check";
import { hasUnreadWords } from "@/db/queries/safety/unread-check-words";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { checkGround } from "@/db/testing/check-ground";
import { testPool } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import { kindsOf } from "@/db/testing/signals";
import { talkedAlone } from "@/db/testing/talked-alone";
import { NotFound } from "@/lib/errors";

const pool = testPool();
const { check, at, as, home } = checkGround(pool);

describe("words of somebody’s own", () => {
  it("reach whoever is asked first at once, and wait until somebody has read what they saw", async () => {
    const { minted, person, assessmentId, letters, read, outcomes } = await home();
    const { clientId } = person;
    const unread = (now = testNow) => as(minted.therapist, (scope) => hasUnreadWords(scope, clientId), now);
    expect(await unread()).toBe(false);
    const { sittingId } = await check.open(person, assessmentId);
    await check.answer(person, sittingId, "anything-else", "He will kill me", at(1));
    expect(await letters()).toMatchObject([{ urgent: true, accountId: minted.therapist.accountId }]);
    const seen = (await read(at(2))).unread;
    await check.answer(person, sittingId, "anything-else", "He will kill me if I go", at(3));
    expect(await letters()).toHaveLength(1);
    const mark = (answers: string[], actor = minted.therapist) =>
      as(actor, (scope) => markWordsRead(scope, { clientId, assessmentId, seen: answers }), at(4));
    await mark(seen);
    expect(await unread()).toBe(true);
    await expect(mark((await read()).unread, minted.colleague)).rejects.toThrow(NotFound);
    const waits = async () =>
      kindsOf((await as(minted.therapist, getCaseloadFacts)).find((one) => one.clientId === clientId)).includes(
        "safety-words",
      );
    expect(await waits()).toBe(true);
    const clear = () =>
      as(minted.therapist, (scope) =>
        clearGate(scope, { clientId, reason: "We talked alone, and she is safe.", talk: talkedAlone }),
      );
    await expect(clear()).rejects.toThrow("nobody has read");
    await mark((await read()).unread);
    expect([await unread(), await waits()]).toEqual([false, false]);
    const [first] = (await read()).sittings;
    expect(first?.given.map(({ readBy }) => readBy)).toEqual(
      ["Thea Therapist", "Thea Therapist"].map(() => first?.given[0]?.readBy),
    );
    expect(first?.given[0]?.readBy).toBeTruthy();
    await check.send(person, sittingId, at(5));
    expect((await outcomes()).at(-1)).toBe("unfinished");
  });
});

describe("the card", () => {
  it("stays on Today, sent or not, and stands in no list of what was answered", async () => {
    const { person, assessmentId, cards } = await home();
    expect(await cards()).toContain(assessmentId);
    await check.sit(person, assessmentId, { given: { fear: 2 }, now: at(1) });
    expect(await cards(at(2))).toContain(assessmentId);
    expect((await as(person, (scope) => listOwnSent(scope), at(2))).rows).toEqual([]);
    expect(await as(person, (scope) => getOwnCheck(scope, assessmentId), at(2))).toMatchObject({ id: assessmentId });
  });

  it("goes at the end of its last day, whether or not it was sent", async () => {
    const [sent, left] = [await home(), await home()];
    await check.sit(sent.person, sent.assessmentId);
    for (const { minted, assessmentId } of [sent, left])
      await as(minted.system, ({ tx }) =>
        tx
          .update(assessment)
          .set({ dueOn: "2026-11-25", expiresOn: "2026-11-25" })
          .where(eq(assessment.id, assessmentId)),
      );
    const stands = async ({ cards, assessmentId }: typeof sent, now: Date) => (await cards(now)).includes(assessmentId);
    const lastMinute = new Date("2026-11-25T22:50:00Z");
    const over = new Date("2026-11-26T00:30:00Z");
    for (const one of [sent, left]) {
      expect([await stands(one, lastMinute), await stands(one, over)]).toEqual([true, false]);
      expect(await as(one.person, (scope) => getOwnCheck(scope, one.assessmentId), over)).toBe("over");
    }
  });

  it("asks the first questions until they were answered in full, and then about the time since", async () => {
    const { minted, person, assessmentId } = await home();
    const key = async () => {
      const id = await as(minted.therapist, (scope) => checkVersionFor(scope, person.clientId));
      const [row] = await as(minted.system, ({ tx }) =>
        tx
          .select({ key: instrumentVersion.key })
          .from(instrumentVersion)
          .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.id, id))),
      );
      return row?.key;
    };
    expect(await key()).toBe("safety-and-steadiness");
    await check.sit(person, assessmentId, { given: { hurt: null } });
    expect(await key()).toBe("safety-and-steadiness");
    await check.sit(person, assessmentId, { now: at(5) });
    expect(await key()).toBe("safety-and-steadiness");
    const whole = await home();
    await check.sit(whole.person, whole.assessmentId);
    const id = await as(whole.minted.therapist, (scope) => checkVersionFor(scope, whole.person.clientId));
    const [row] = await as(whole.minted.system, ({ tx }) =>
      tx.select({ key: instrumentVersion.key }).from(instrumentVersion).where(eq(instrumentVersion.id, id)),
    );
    expect(row?.key).toBe("safety-and-steadiness-since");
  });
});
