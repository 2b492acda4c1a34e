import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { changeRule, changeRuleForm } from "@/db/commands/assessments/change-rule";
import { handOver } from "@/db/commands/assessments/in-session";
import { lockClientAssessment } from "@/db/commands/assessments/lock-client-assessment";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { remindOfAssessment, rescheduleAssessment } from "@/db/commands/assessments/reschedule-assessment";
import { markAssessment } from "@/db/commands/assessments/review-assessment";
import { cancelAssignment, withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { enrolClient } from "@/db/commands/clients/enrol-client";
import { endCouple } from "@/db/commands/couples/end-couple";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { releaseToBoth, takeReleaseBack } from "@/db/commands/couples/release-to-both";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { createPasswordLink } from "@/db/commands/identity/create-password-link";
import { resetFactor } from "@/db/commands/identity/reset-factor";
import { makeSessionCode } from "@/db/commands/identity/session-code";
import { sayAddressSafety } from "@/db/commands/letters/say-address";
import { sendLetterAgain } from "@/db/commands/letters/send-again";
import { markClientRead } from "@/db/commands/messages/mark-seen";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { answerProposal } from "@/db/commands/protocol/answer-proposal";
import { declineSwap } from "@/db/commands/protocol/answer-swap";
import { decideOnPath, undoAtOnce } from "@/db/commands/protocol/decide-on-path";
import { keepPlan } from "@/db/commands/protocol/keep-plan";
import { lockPath } from "@/db/commands/protocol/lock-path";
import { moveEnrolment } from "@/db/commands/protocol/move-enrolment";
import { rateAttempt } from "@/db/commands/protocol/rate-attempt";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { markWordsRead } from "@/db/commands/safety/read-words";
import { confirmContactCard, saveContactCard, saveSafetyPlan } from "@/db/commands/safety/save-reach";
import { acknowledgeEvent, closeEvent, escalateEvent } from "@/db/commands/safety/take-step";
import { answerSignal } from "@/db/commands/signals/answer-signal";
import { type Scope, withScope } from "@/db/scope";
import { versionOf } from "@/db/testing/assigning";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, testNow, testToday } from "@/db/testing/mint";
import { decide, logAttempt } from "@/db/testing/protocol";
import type { StaffActor } from "@/lib/domain/actor";
import { assignForm } from "@/lib/domain/assessments/assign-form";

/** A linked pair of one therapist, two more of the same, and things that hang on the first of them. */
export async function layOutThings(pool: Pool) {
  const { practice, ines, dario, coupleId, inesSitting, darioSitting } = await linkedCouple(pool);
  const [single, other] = [await mintClient(pool, practice), await mintClient(pool, practice, { name: "Noor" })];
  const instrument = await versionOf(pool, practice, "distance-moves");
  const form = {
    ...{ id: randomUUID(), "clients[]": [ines.clientId], "instruments[]": [instrument] },
    ...{ when: "every", on: testToday, every: "2", ends: "times", times: "4", days: "2" },
  };
  await withScope(pool, practice.therapist, testNow, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const attemptId = await logAttempt(pool, ines);
  const decisionId = await decide(pool, practice.therapist, ines.clientId, { kind: "hold" });
  const [eventId, letterId, requestId] = [randomUUID(), randomUUID(), randomUUID()];
  const one = (text: string, values: unknown[]) =>
    withScope(
      pool,
      practice.system,
      testNow,
      async ({ tx }) => (await tx.$client.query(text, values)).rows[0] as { id: string; version: string },
    );
  const { id: enrolmentId, version: versionId } = await one(
    "select id, protocol_version_id as version from enrolment where client_id = $1",
    [ines.clientId],
  );
  const { id: assignmentId } = await one("select id from assignment where client_id = $1", [ines.clientId]);
  const { id: openSitting } = await one(
    "select id from assessment where assignment_id = $1 order by opens_on limit 1",
    [assignmentId],
  );
  await one(
    "insert into safety_event (practice_id, id, client_id, source, opened_at) values ($1, $2, $3, 'therapist', $4)",
    [practice.practiceId, eventId, ines.clientId, testNow],
  );
  await one(
    `insert into swap_request (practice_id, id, client_id, enrolment_id, exercise_key, asked_on, asked_at)
     values ($1, $2, $3, $4, 'small-secret', $5, $6)`,
    [practice.practiceId, requestId, ines.clientId, enrolmentId, testToday, testNow],
  );
  await one(
    `insert into outbox_letter (practice_id, id, account_id, occasion, created_at, due_at, tries, handed_over_at, set_aside_at)
     values ($1, $2, $3, 'message:lost', $4, $4, 1, $4, $4)`,
    [practice.practiceId, letterId, ines.accountId, testNow],
  );
  return {
    practice,
    ids: {
      ...{ clientId: ines.clientId, accountId: ines.accountId, coupleId, inesSitting, darioSitting, openSitting },
      ...{ singleId: single.clientId, otherId: other.clientId, partnerId: dario.clientId, instrument, assignmentId },
      ...{ attemptId, decisionId, eventId, letterId, requestId, versionId },
    },
  };
}

export type Ids = Awaited<ReturnType<typeof layOutThings>>["ids"];
type Case = {
  run: (scope: Scope<StaffActor>, ids: Ids) => Promise<unknown>;
  /** Safety does not wait for the therapist: whoever reads the client may be more careful, and take what comes up. */
  supervisorMay?: true;
  /** In another practice the id is nobody's, and may become somebody's. */
  freeElsewhere?: true;
};

const id = () => randomUUID();
const words = "Mine";
const secret = "s".repeat(32);
const noPlan = { signs: "", alone: "", places: "", people: "", children: "", things: "" };
const card = {
  ...{ phone: "1", safeHours: "", ifAnotherAnswers: "", agreedWord: "", neverCall: "", call: [] },
  ...{ voicemail: "no" as const, text: "no" as const },
};

/** Every command of staff about one client, with a form that the client's own therapist may send. */
export const clientCommands: Record<string, Case> = {
  assignInstruments: {
    run: (scope, { clientId, instrument }) =>
      assignInstruments(
        scope,
        assignForm.parse({ id: id(), "clients[]": [clientId], "instruments[]": [instrument], when: "now" }),
      ),
  },
  changeRule: {
    run: (scope, { assignmentId }) => changeRule(scope, changeRuleForm.parse({ id: id(), assignmentId, edition: "1" })),
  },
  handOver: { run: (scope, { openSitting }) => handOver(scope, openSitting) },
  lockClientAssessment: { run: (scope, { openSitting }) => lockClientAssessment(scope, openSitting) },
  releaseDimensions: {
    run: (scope, { inesSitting }) => releaseDimensions(scope, { assessmentId: inesSitting, decision: "withdrawn" }),
  },
  rescheduleAssessment: {
    run: (scope, { openSitting }) =>
      rescheduleAssessment(scope, {
        ...{ assessmentId: openSitting, opensOn: "2031-01-06", dueOn: "2031-01-07", expiresOn: null },
      }),
  },
  remindOfAssessment: { run: (scope, { openSitting }) => remindOfAssessment(scope, openSitting) },
  markAssessment: {
    run: (scope, { inesSitting }) => markAssessment(scope, { assessmentId: inesSitting, mark: "discussed" }),
  },
  withdrawAssessment: {
    run: (scope, { openSitting }) => withdrawAssessment(scope, { assessmentId: openSitting, reason: words }),
  },
  cancelAssignment: { run: (scope, { assignmentId }) => cancelAssignment(scope, assignmentId) },
  // The form of an enrolment that is there already: sent again it answers with that client.
  enrolClient: {
    run: (scope, { clientId }) =>
      enrolClient(scope, {
        ...{ id: clientId, name: words, pronouns: null, email: `${id()}@nowhere.example`, zone: "Europe/London" },
        addressSafety: "unknown" as const,
        ...{ therapistId: scope.actor.accountId, partnerName: null, partnerEmail: null, startDate: testToday },
      }),
    freeElsewhere: true,
  },
  endCouple: { run: (scope, { coupleId }) => endCouple(scope, { coupleId }) },
  linkCouple: { run: (scope, { singleId, otherId }) => linkCouple(scope, { clientId: singleId, partnerId: otherId }) },
  releaseToBoth: {
    run: (scope, { coupleId, inesSitting, darioSitting }) =>
      releaseToBoth(scope, {
        ...{
          id: id(),
          coupleId,
          firstAssessmentId: inesSitting,
          secondAssessmentId: darioSitting,
          "items[]": [],
          words,
        },
      }),
  },
  takeReleaseBack: { run: (scope, { coupleId }) => takeReleaseBack(scope, { coupleId }) },
  createInvitation: { run: (scope, { accountId }) => createInvitation(scope, { accountId }) },
  createPasswordLink: {
    run: (scope, { accountId }) => createPasswordLink(scope, { accountId, password: words }, secret),
  },
  makeSessionCode: { run: (scope, { accountId }) => makeSessionCode(scope, { accountId, password: words }, secret) },
  sayAddressSafety: {
    run: (scope, { clientId }) => sayAddressSafety(scope, { clientId, answer: "unknown" }),
  },
  resetFactor: {
    run: (scope, { accountId }) => resetFactor(scope, { accountId, reason: words, password: words }, secret),
  },
  sendLetterAgain: { run: (scope, { letterId }) => sendLetterAgain(scope, { letterId }) },
  markClientRead: { run: (scope, { clientId }) => markClientRead(scope, { clientId, until: testNow }) },
  replyToClient: {
    run: (scope, { clientId, attemptId }) =>
      replyToClient(scope, { id: id(), clientId, attemptId, body: words, until: testNow }),
  },
  answerProposal: {
    run: (scope, { clientId }) =>
      answerProposal(scope, {
        ...{ id: id(), clientId, kind: "go-gentler", about: "small-secret", answer: "dismissed", evidence: words },
        note: words,
      }),
  },
  declineSwap: {
    run: (scope, { clientId, requestId }) => declineSwap(scope, { id: id(), clientId, requestId, words }),
  },
  decideOnPath: {
    run: (scope, { clientId }) =>
      decideOnPath(scope, { id: id(), clientId, change: { kind: "release" }, reason: words, words }),
  },
  undoAtOnce: {
    run: (scope, { clientId, decisionId }) => undoAtOnce(scope, { id: id(), clientId, undoes: decisionId }),
  },
  keepPlan: {
    run: (scope, { clientId }) =>
      keepPlan(scope, {
        ...{ id: id(), clientId },
        plan: { keep: [words], signsOfDrifting: [words], firstStepBack: words, whoHelps: [] },
      }),
  },
  lockPath: { run: (scope, { clientId }) => lockPath(scope, clientId) },
  moveEnrolment: {
    run: (scope, { clientId, versionId }) => moveEnrolment(scope, { id: id(), clientId, versionId, reason: words }),
  },
  rateAttempt: { run: (scope, { attemptId }) => rateAttempt(scope, { attemptId, rating: 4 }) },
  askSafetyCheck: { run: (scope, { clientId }) => askSafetyCheck(scope, { clientId }) },
  raiseGate: {
    run: (scope, { clientId }) => raiseGate(scope, { clientId, kind: "stop", reason: words }),
    supervisorMay: true,
  },
  clearGate: {
    run: (scope, { clientId }) => clearGate(scope, { clientId, reason: words, talkedAlone: true }),
  },
  markWordsRead: {
    run: (scope, { clientId }) => markWordsRead(scope, { clientId, assessmentId: id(), seen: [id()] }),
    supervisorMay: true,
  },
  saveContactCard: {
    run: (scope, { clientId }) => saveContactCard(scope, { clientId, card, confirmedOn: testToday }),
    supervisorMay: true,
  },
  confirmContactCard: { run: (scope, { clientId }) => confirmContactCard(scope, { clientId }), supervisorMay: true },
  saveSafetyPlan: {
    run: (scope, { clientId }) => saveSafetyPlan(scope, { clientId, plan: { ...noPlan, signs: words } }),
    supervisorMay: true,
  },
  acknowledgeEvent: { run: (scope, { eventId }) => acknowledgeEvent(scope, { eventId }), supervisorMay: true },
  escalateEvent: { run: (scope, { eventId }) => escalateEvent(scope, { eventId, to: "owner" }), supervisorMay: true },
  closeEvent: { run: (scope, { eventId }) => closeEvent(scope, { eventId, note: words }), supervisorMay: true },
  answerSignal: {
    run: (scope, { clientId }) => answerSignal(scope, { id: id(), clientId, week: 4, note: words }),
  },
};
