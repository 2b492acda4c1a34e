import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { acknowledgeEvent } from "@/db/commands/safety/take-step";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { checkAnswer, checkSitting } from "@/db/schema/check-sitting";
import { account } from "@/db/schema/identity";
import { checkGround } from "@/db/testing/check-ground";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { NotFound } from "@/lib/errors";

const pool = testPool();
const { check, at, as, home } = checkGround(pool);

describe("the door", () => {
  it("gives no question to somebody who is not alone, and that sitting cannot be answered", async () => {
    const { minted, person, assessmentId, outcomes } = await home();
    expect(await check.notAlone(person, assessmentId)).toBeNull();
    expect(await outcomes()).toEqual(["unfinished draft"]);
    const [sitting] = await as(minted.system, ({ tx }) =>
      tx.select().from(checkSitting).where(eq(checkSitting.assessmentId, assessmentId)),
    );
    await expect(check.answer(person, sitting?.id ?? "", "hurt", 0)).rejects.toThrow(NotFound);
    await expect(check.send(person, sitting?.id ?? "")).rejects.toThrow(NotFound);
  });

  it("asks no second time whether somebody is alone, and everything else", async () => {
    const { person, assessmentId } = await home();
    const { questions } = await check.open(person, assessmentId);
    expect(questions.map(({ id }) => id)).not.toContain("private");
    expect(questions).toHaveLength(20);
  });

  it("opens for nobody else, for no other questionnaire, and not when the card is over", async () => {
    const { minted, person, assessmentId } = await home();
    const other = await mintClient(pool, minted, { name: "Somebody else" });
    await expect(check.open(other, assessmentId)).rejects.toThrow(NotFound);
    const foreign = await home();
    await expect(check.open(foreign.person, assessmentId)).rejects.toThrow(NotFound);
    const [ordinary] = await as(minted.system, ({ tx }) =>
      tx
        .select({ id: assessment.id })
        .from(assessment)
        .innerJoin(instrumentVersion, eq(instrumentVersion.id, assessment.instrumentVersionId))
        .where(and(eq(assessment.clientId, person.clientId), eq(instrumentVersion.key, "five-dimensions")))
        .orderBy(asc(assessment.opensOn))
        .limit(1),
    );
    await expect(check.open(person, ordinary?.id ?? "")).rejects.toThrow(NotFound);
    await as(minted.therapist, (scope) => withdrawAssessment(scope, { assessmentId, reason: "" }));
    await expect(check.open(person, assessmentId)).rejects.toThrow(NotFound);
  });
});

describe("a sign-in whose password was made with a code from the practice", () => {
  it("begins no check, until the person has a password of their own", async () => {
    const { minted, person, assessmentId, outcomes } = await home();
    const setByCode = (passwordByCode: boolean) =>
      as(minted.system, ({ tx }) => tx.update(account).set({ passwordByCode }).where(eq(account.id, person.accountId)));
    await setByCode(true);
    await expect(check.open(person, assessmentId)).rejects.toThrow("choose a new password");
    await expect(check.notAlone(person, assessmentId)).rejects.toThrow("choose a new password");
    expect(await outcomes()).toEqual([]);
    await setByCode(false);
    expect((await check.open(person, assessmentId)).questions).toHaveLength(20);
  });
});

describe("an answer", () => {
  it("is sealed, kept with everything said before it, and sealed words wait for a reader", async () => {
    const { minted, person, assessmentId } = await home();
    const { sittingId } = await check.open(person, assessmentId);
    for (const value of [1, 0, 0, null]) await check.answer(person, sittingId, "belittled", value);
    await check.answer(person, sittingId, "anything-else", "He checks my phone.");
    const rows = await as(minted.system, ({ tx }) =>
      tx.select().from(checkAnswer).where(eq(checkAnswer.sittingId, sittingId)).orderBy(asc(checkAnswer.number)),
    );
    expect(rows.map(({ number, isWords }) => [number, isWords])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
    expect(rows.map(({ valueSealed }) => valueSealed?.startsWith("s1.") ?? null)).toEqual([true, true, null, true]);
    expect(JSON.stringify(rows)).not.toContain("phone");
  });

  it("of another person, another practice, an unknown question or a value that is not offered is refused", async () => {
    const { minted, person, assessmentId } = await home();
    const { sittingId } = await check.open(person, assessmentId);
    const other = await mintClient(pool, minted, { name: "Somebody else" });
    await expect(check.answer(other, sittingId, "hurt", 1)).rejects.toThrow(NotFound);
    await expect(check.answer((await home()).person, sittingId, "hurt", 1)).rejects.toThrow(NotFound);
    await expect(check.answer(person, sittingId, "nothing", 1)).rejects.toThrow("not part of");
    await expect(check.answer(person, sittingId, "hurt", 7)).rejects.toThrow("not among");
    await expect(check.answer(person, sittingId, "hurt", 1, at(13 * 60))).rejects.toThrow(NotFound);
  });

  it("counts when it is given, taken back or not, sent or not", async () => {
    const { person, assessmentId, outcomes, events, screens } = await home();
    const { sittingId } = await check.open(person, assessmentId);
    await check.answer(person, sittingId, "swings", 2, at(1));
    await check.answer(person, sittingId, "own-harm", 1, at(2));
    await check.answer(person, sittingId, "own-harm", 0, at(3));
    expect(await outcomes()).toEqual(["unfinished draft", "concern draft", "stop draft"]);
    expect((await screens()).at(-1)).toMatchObject({ ownHarm: true, reportsHarm: null });
    expect(await events()).toEqual([{ id: assessmentId }]);
    await check.sit(person, assessmentId, { now: at(5) });
    expect((await outcomes()).at(-1)).toBe("stop");
    expect(await events()).toHaveLength(1);
  });

  it("is answered alike whatever it was", async () => {
    const { person, assessmentId } = await home();
    const { sittingId } = await check.open(person, assessmentId);
    for (const value of [0, 1, null]) expect(await check.answer(person, sittingId, "weapon", value)).toBeUndefined();
  });
});

describe("several sittings", () => {
  it("stand side by side, and the most careful counts", async () => {
    const { person, assessmentId, outcomes, read } = await home();
    await check.sit(person, assessmentId, { now: at(1) });
    expect(await outcomes()).toEqual(["unfinished draft", "clear"]);
    await check.sit(person, assessmentId, { given: { "made-up-for": 2 }, isSent: false, now: at(10) });
    await check.sit(person, assessmentId, { now: at(20) });
    expect((await outcomes()).at(-1)).toBe("concern");
    const { sittings, result } = await read();
    expect(sittings.map(({ sentAt }) => sentAt !== null)).toEqual([true, false, true]);
    expect(result?.outcome).toBe("concern");
  });

  it("opened again without a word take nothing back from one that was sent", async () => {
    const { person, assessmentId, outcomes } = await home();
    await check.sit(person, assessmentId, { now: at(1) });
    await check.open(person, assessmentId, at(5));
    await check.notAlone(person, assessmentId, at(6));
    expect((await outcomes()).at(-1)).toBe("clear");
  });

  it("left out in part are unfinished, whatever else", async () => {
    const { person, assessmentId, outcomes } = await home();
    await check.sit(person, assessmentId, { given: { weapon: null } });
    expect((await outcomes()).at(-1)).toBe("unfinished");
  });
});

const aWeek = 7 * 86_400;

describe("an answer that a clinician has decided about", () => {
  it("keeps the gate waiting without another event, and a graver one opens one", async () => {
    const { minted, person, assessmentId, outcomes, events, decide } = await home();
    await check.sit(person, assessmentId, { given: { fear: 1 }, now: at(1) });
    const [event] = await events();
    await as(minted.therapist, (scope) => acknowledgeEvent(scope, { eventId: event?.id ?? "" }), at(2));
    await decide(at(3));
    await check.sit(person, assessmentId, { given: { fear: 1 }, now: at(10) });
    expect(await events()).toHaveLength(1);
    expect((await outcomes()).at(-1)).toBe("unfinished");
    await check.sit(person, assessmentId, { given: { fear: 3 }, isSent: false, now: at(20) });
    expect(await events()).toHaveLength(2);
    expect((await outcomes()).at(-1)).toBe("stop");
  });

  it("raises an alarm again when it happened again", async () => {
    const { minted, person, assessmentId, events, decide } = await home();
    await check.sit(person, assessmentId, { given: { hurt: 1 }, now: at(1) });
    const [event] = await events();
    await as(minted.therapist, (scope) => acknowledgeEvent(scope, { eventId: event?.id ?? "" }), at(2));
    await decide(at(3));
    const next = await as(
      minted.therapist,
      (scope) => askSafetyCheck(scope, { ...person, despiteRecent: true }),
      at(aWeek),
    );
    await check.sit(person, next.assessmentId, { given: { "hurt-since": 1 }, now: at(aWeek + 10) });
    expect(await events()).toHaveLength(1);
    await check.sit(person, next.assessmentId, { given: { "hurt-since": 2 }, now: at(aWeek + 20) });
    expect(await events()).toHaveLength(2);
  });
});

it("keeps sittings, answers and marks inside their practice", async () => {
  const { person, assessmentId } = await home();
  await check.sit(person, assessmentId, { given: { "anything-else": "Words" } });
  const stranger = await mintPractice(pool);
  const seen = await as(stranger.system, async ({ tx }) => [
    ...(await tx.select().from(checkSitting)),
    ...(await tx.select().from(checkAnswer)),
  ]);
  expect(seen).toEqual([]);
});
