import { randomUUID } from "node:crypto";
import { sittingsOf } from "@/db/queries/safety/check-sittings";
import { decidedAnswers } from "@/db/queries/safety/decided-answers";
import { escalationPeopleOf } from "@/db/queries/safety/escalation-order";
import { gateHistory } from "@/db/queries/safety/safety-gate";
import type { ClientActor } from "@/lib/actor";
import { readAnswerValue } from "@/lib/assessments/answer-value";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { validateAnswers } from "@/lib/assessments/validate-answers";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { CheckAnswerForm } from "@/lib/safety/check-form";
import { alarmsOf, latestAnswers } from "@/lib/safety/check-result";
import { placeInHistory } from "@/lib/safety/gate";
import { checkAnswer, checkAnswerValue } from "../../schema/check-sitting";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { keepCheckResult } from "./keep-check-result";
import { keepSaid } from "./keep-said";
import { lockOwnSitting } from "./lock-own-check";
import { openSafetyEvent } from "./open-event";

/**
 * Keeps one answer to a safety question. A stop counts the moment it is given; nothing that this returns, and nothing on any
 * page, tells which answer it was. Answers after the sending still count: somebody may be making up their mind.
 */
export async function answerCheck(scope: Scope<ClientActor>, form: CheckAnswerForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const sitting = await lockOwnSitting(scope, form.sittingId);
  const { instrument, assessmentId } = sitting;
  const given = { itemId: form.itemId, form: form.form, value: readAnswerValue(instrument, form.itemId, form.value) };
  const [problem] = validateAnswers(instrument, [given], true);
  if (problem) throw new Refused(problem.sentence);

  const sittings = await sittingsOf(scope, assessmentId);
  const before = sittings.find(({ id }) => id === sitting.id)?.given ?? [];
  const standing = latestAnswers(before).find((one) => one.itemId === given.itemId && one.form === given.form);
  if (standing && standing.value === given.value) return;
  const isWords = typeof given.value === "string" && kindOf(instrument, given.itemId) === "text";
  const id = randomUUID();
  await tx.insert(checkAnswer).values({
    practiceId: actor.practiceId,
    id,
    sittingId: sitting.id,
    number: before.length + 1,
    itemId: given.itemId,
    form: given.form,
    valueSealed:
      given.value === null
        ? null
        : checkAnswerValue.seal(JSON.stringify(given.value), { practiceId: actor.practiceId, id }),
    isWords,
    // Behind every decision that was kept before it, whatever the clocks say: nobody has decided about it yet.
    answeredAt: placeInHistory(await gateHistory(scope, actor.clientId), "screen", now),
  });
  if (isWords) await askSomebodyToRead(scope, sitting.id);
  await alarm(scope, { assessmentId, instrument, given, before, saidBefore: sittings.flatMap((one) => one.given) });
  await keepCheckResult(scope, { assessmentId, instrument });
}

const kindOf = (instrument: Instrument, itemId: string) => instrument.items.find(({ id }) => id === itemId)?.kind;

/** Words of somebody’s own are read on the same day: whoever is asked first about this person hears at once. */
async function askSomebodyToRead(scope: Scope<ClientActor>, sittingId: string): Promise<void> {
  const people = await escalationPeopleOf(scope, scope.actor.clientId);
  for (const { accountId } of people.filter(({ level }) => level === people[0]?.level))
    await queueLetter(scope, { accountId, about: { kind: "check-words", id: sittingId }, urgent: true });
}

type Said = {
  assessmentId: string;
  instrument: Instrument;
  given: Answer;
  before: readonly Answer[];
  saidBefore: readonly Answer[];
};

/** Opens a safety event for what is said now, unless a clinician has decided about it; another one where it is new on this card. */
async function alarm(scope: Scope<ClientActor>, said: Said): Promise<void> {
  const { assessmentId, instrument, given, before, saidBefore } = said;
  const { clientId } = scope.actor;
  const answers = latestAnswers([...before, given]);
  const alarms = alarmsOf(instrument, answers, given, await decidedAnswers(scope, clientId));
  if (alarms.length === 0) return;
  const { eventId } = await openSafetyEvent(scope, {
    clientId,
    source: "screen",
    id: assessmentId,
    again: !saidBefore.some((one) => isAsGrave(one, given)),
  });
  await keepSaid(scope, { eventId, assessmentId, instrument, hits: alarms, answers });
}

const isAsGrave = (one: Answer, now: Answer): boolean =>
  one.itemId === now.itemId &&
  one.form === now.form &&
  typeof one.value === "number" &&
  typeof now.value === "number" &&
  one.value >= now.value;
