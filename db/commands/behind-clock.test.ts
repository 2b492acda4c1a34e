import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getTogether } from "@/db/queries/couples/together";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { consent } from "@/db/schema/clients";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater as at, linkedCouple } from "@/db/testing/linked-couple";
import { mintPractice, testNow } from "@/db/testing/mint";
import type { Actor, ClientActor } from "@/lib/actor";
import { consentText } from "@/lib/identity/consent-text";
import { releaseDimensions } from "./assessments/release-dimensions";
import { agreeToConsent, withdrawConsent } from "./clients/agree-to-consent";
import { decideSharing } from "./couples/decide-sharing";
import { releaseToBoth, takeReleaseBack } from "./couples/release-to-both";
import { decideAccess } from "./identity/decide-access";
import { findPerson } from "./identity/person";
import { chooseLetters } from "./letters/choose-letters";
import { queueLetter } from "./letters/queue-letter";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, minute = 0) =>
  withScope(pool, actor, at(minute), run);

/** What is kept second holds, though it was asked of an instance whose clock is ten minutes behind. */
const [ahead, behind] = [20, 10];
const emotional = ["emotional"] as const;
/** What is shared and stopped shows from there. */
const nextWeek = 7 * 24 * 60;

async function sharing() {
  const pair = await linkedCouple(pool);
  const { coupleId, ines, dario } = pair;
  const decide = (who: ClientActor, decision: "shared" | "withdrawn", minute: number) =>
    as(who, (scope) => decideSharing(scope, { coupleId, decision, "items[]": [...emotional] }), minute);
  for (const who of [ines, dario]) await decide(who, "shared", ahead);
  return { ...pair, decide };
}

describe("the later of two decisions, by a clock that is behind", () => {
  it("stops sharing", async () => {
    const { ines, dario, decide } = await sharing();
    await decide(ines, "withdrawn", behind);
    expect((await as(dario, getTogether, nextWeek)).fromPartner).toBeNull();
  });

  it("takes a released picture back from both, and shows one again", async () => {
    const { practice, dario, coupleId, inesSitting, darioSitting } = await sharing();
    const show = (minute: number) =>
      as(
        practice.therapist,
        (scope) =>
          releaseToBoth(scope, {
            id: randomUUID(),
            coupleId,
            firstAssessmentId: inesSitting,
            secondAssessmentId: darioSitting,
            "items[]": [...emotional],
            words: "These are your answers.",
          }),
        minute,
      );
    const picture = async () => (await as(dario, getTogether, nextWeek + 60)).picture;
    await show(nextWeek + ahead);
    await as(practice.therapist, (scope) => takeReleaseBack(scope, { coupleId }), nextWeek + behind);
    expect(await picture()).toBeNull();
    await show(nextWeek + behind);
    expect(await picture()).not.toBeNull();
  });

  it("takes a person's own dimensions back", async () => {
    const { practice, ines, inesSitting: assessmentId } = await linkedCouple(pool);
    const decide = (decision: "released" | "withdrawn", minute: number) =>
      as(practice.therapist, (scope) => releaseDimensions(scope, { assessmentId, decision }), minute);
    await decide("withdrawn", ahead);
    await decide("released", behind);
    expect((await as(ines, getOwnPath, 60)).dimensions).not.toBeNull();
    await decide("withdrawn", behind);
    expect((await as(ines, getOwnPath, 60)).dimensions).toBeNull();
  });

  it("withdraws consent, and with it what was shared", async () => {
    const { ines, dario } = await sharing();
    await as(ines, withdrawConsent, 30);
    await as(
      { ...ines, consentVersion: null },
      (scope) => agreeToConsent(scope, { version: consentText.version, limits: 0 }),
      40,
    );
    expect((await as(dario, getTogether, nextWeek)).fromPartner).not.toBeNull();
    await as(ines, withdrawConsent, behind);
    expect((await as(dario, getTogether, nextWeek)).fromPartner).toBeNull();
  });

  it("withdraws access and gives it back", async () => {
    const { owner, colleague, system } = await mintPractice(pool);
    const { accountId } = colleague;
    const decide = (decision: "withdrawn" | "restored", minute: number) =>
      as(owner, (scope) => decideAccess(scope, { accountId, decision, reason: "left" }), minute);
    const hasAccess = async () => (await as(system, (scope) => findPerson(scope, accountId)))?.hasAccess;
    await decide("withdrawn", ahead);
    await decide("restored", behind);
    expect(await hasAccess()).toBe(true);
    await decide("withdrawn", behind);
    expect(await hasAccess()).toBe(false);
  });

  it("lets letters come, and keeps them away", async () => {
    const { practice, ines } = await linkedCouple(pool);
    const choose = (letters: "yes" | "no", minute: number) =>
      as(ines, (scope) => chooseLetters(scope, { letters }), minute);
    const queue = () =>
      as(
        practice.system,
        (scope) => queueLetter(scope, { accountId: ines.accountId, about: { kind: "message", id: randomUUID() } }),
        30,
      );
    await choose("no", ahead);
    await choose("yes", behind);
    expect(await queue()).toBe("queued");
    await choose("no", behind);
    expect(await queue()).toBe("unwanted");
  });
});

it("agreeing to the consent text at the same moment, twenty times, is agreeing once", async () => {
  const { practice, ines } = await linkedCouple(pool);
  await as(ines, withdrawConsent, 1);
  const undecided = { ...ines, consentVersion: null };
  const agree = () =>
    withScope(pool, undecided, testNow, (scope) => agreeToConsent(scope, { version: consentText.version, limits: 0 }));
  await Promise.all(Array.from({ length: 20 }, agree));
  const rows = await as(practice.system, ({ tx }) =>
    tx
      .select()
      .from(consent)
      .where(and(eq(consent.clientId, ines.clientId), eq(consent.decision, "agreed"))),
  );
  expect(rows).toHaveLength(2);
});
