import { randomUUID } from "node:crypto";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { changeRule, changeRuleForm } from "@/db/commands/assessments/change-rule";
import { importResponse } from "@/db/commands/assessments/import-response";
import { handOver } from "@/db/commands/assessments/in-session";
import { lockClientAssessment } from "@/db/commands/assessments/lock-client-assessment";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { remindOfAssessment, rescheduleAssessment } from "@/db/commands/assessments/reschedule-assessment";
import { markAssessment } from "@/db/commands/assessments/review-assessment";
import { cancelAssignment, withdrawAssessment } from "@/db/commands/assessments/withdraw-assessment";
import { enrolClient } from "@/db/commands/clients/enrol-client";
import { setRegion } from "@/db/commands/clients/set-region";
import { answerFollowUp } from "@/db/commands/couples/answer-follow-up";
import { endCouple } from "@/db/commands/couples/end-couple";
import { decideInvitation, invitePartner, invitePartnerAgain } from "@/db/commands/couples/invite-partner";
import { keepPartnerTalk } from "@/db/commands/couples/keep-partner-talk";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { releaseToBoth, takeReleaseBack } from "@/db/commands/couples/release-to-both";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { createPasswordLink } from "@/db/commands/identity/create-password-link";
import { resetFactor } from "@/db/commands/identity/reset-factor";
import { makeSessionCode } from "@/db/commands/identity/session-code";
import { sayAddressSafety } from "@/db/commands/letters/say-address";
import { sendLetterAgain } from "@/db/commands/letters/send-again";
import { markClientRead, seeShown, unmarkClientRead } from "@/db/commands/messages/mark-seen";
import { replyToClient, takeBackReply } from "@/db/commands/messages/reply-to-client";
import { answerProposal } from "@/db/commands/protocol/answer-proposal";
import { declineSwap } from "@/db/commands/protocol/answer-swap";
import { decideOnPath, undoAtOnce } from "@/db/commands/protocol/decide-on-path";
import { keepPlan } from "@/db/commands/protocol/keep-plan";
import { lockPath } from "@/db/commands/protocol/lock-path";
import { moveEnrolment, withdrawMove } from "@/db/commands/protocol/move-enrolment";
import { rateAttempt } from "@/db/commands/protocol/rate-attempt";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { chooseAfterStop } from "@/db/commands/safety/choose-after-stop";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { noteOffered } from "@/db/commands/safety/propose";
import { markWordsRead } from "@/db/commands/safety/read-words";
import { confirmContactCard, saveContactCard, saveSafetyPlan } from "@/db/commands/safety/save-reach";
import { acknowledgeEvent, closeEvent, escalateEvent, noteEvent } from "@/db/commands/safety/take-step";
import { answerSignal } from "@/db/commands/signals/answer-signal";
import { considerSignal } from "@/db/commands/signals/consider-signal";
import { setSignalAside } from "@/db/commands/signals/set-aside";
import { answeredElsewhere } from "@/db/testing/answered-elsewhere";
import { appointmentCommands } from "@/db/testing/appointment-commands";
import { type Case, lifeCommands } from "@/db/testing/life-commands";
import { testNow, testToday } from "@/db/testing/mint";
import { partnerPerson, yesAlone } from "@/db/testing/partner-inviting";
import { reportCommands } from "@/db/testing/report-commands";
import { severalCommands } from "@/db/testing/several-commands";
import { ending, talkedAlone } from "@/db/testing/talked-alone";
import { assignForm } from "@/lib/assessments/assign-form";

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
  ...lifeCommands,
  ...{ ...reportCommands, ...appointmentCommands, ...severalCommands },
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
  importResponse: {
    run: (scope, { clientId }) => importResponse(scope, { ...answeredElsewhere, id: id(), clientId }),
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
        ...{ addressSafety: "unknown" as const, region: null },
        ...{ therapistId: scope.actor.accountId, partnerName: null, versionId: null, startDate: testToday },
      }),
    freeElsewhere: true,
  },
  setRegion: { run: (scope, { clientId }) => setRegion(scope, { clientId, region: "JP", police: "", ambulance: "" }) },
  endCouple: { run: (scope, { coupleId }) => endCouple(scope, { coupleId, ...ending }) },
  linkCouple: { run: (scope, { singleId, otherId }) => linkCouple(scope, { clientId: singleId, partnerId: otherId }) },
  answerFollowUp: {
    run: (scope, { partedId, partedCoupleId }) =>
      answerFollowUp(scope, {
        ...{ id: id(), clientId: partedId, coupleId: partedCoupleId, item: "talk", outcome: "done", reason: null },
      }),
  },
  keepPartnerTalk: {
    run: (scope, { singleId }) => keepPartnerTalk(scope, { ...yesAlone, id: id(), clientId: singleId }),
  },
  invitePartner: {
    run: (scope, { otherId }) => invitePartner(scope, { ...partnerPerson(), clientId: otherId }),
  },
  invitePartnerAgain: { run: (scope, { singleId }) => invitePartnerAgain(scope, { id: id(), clientId: singleId }) },
  decideInvitation: {
    run: (scope, { invitationId }) => decideInvitation(scope, { invitationId, kind: "withdrawn", note: null }),
  },
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
  seeShown: { run: (scope, { clientId, attemptId }) => seeShown(scope, { clientId, shown: [attemptId] }) },
  takeBackReply: {
    run: async (scope, { clientId }) => {
      const mine = id();
      await replyToClient(scope, { id: mine, clientId, attemptId: null, body: words, until: testNow });
      await takeBackReply(scope, { id: mine, clientId });
    },
  },
  unmarkClientRead: { run: (scope, { clientId }) => unmarkClientRead(scope, { clientId, at: testNow }) },
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
    run: (scope, { clientId, versionId }) =>
      moveEnrolment(scope, { id: id(), clientId, versionId, reason: words, words: null }),
  },
  withdrawMove: {
    run: (scope, { clientId, moveId }) =>
      withdrawMove(scope, { id: id(), clientId, moveId, reason: words, words: null }),
  },
  rateAttempt: { run: (scope, { attemptId }) => rateAttempt(scope, { attemptId, rating: 4 }) },
  askSafetyCheck: { run: (scope, { clientId }) => askSafetyCheck(scope, { clientId, despiteRecent: true }) },
  raiseGate: {
    run: (scope, { clientId }) => raiseGate(scope, { clientId, kind: "stop", reason: words }),
    supervisorMay: true,
  },
  chooseAfterStop: {
    run: (scope, { clientId }) => chooseAfterStop(scope, { clientId, choice: "next-week" }),
  },
  clearGate: {
    run: (scope, { clientId }) => clearGate(scope, { clientId, reason: words, talk: talkedAlone }),
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
  noteOffered: {
    run: (scope, { clientId }) => noteOffered(scope, { clientId, key: "talk-alone", note: words }),
    supervisorMay: true,
  },
  noteEvent: { run: (scope, { eventId }) => noteEvent(scope, { eventId, note: words }), supervisorMay: true },
  decideUntold: {
    run: (scope, { clientId }) =>
      decideUntold(scope, { clientId, accountId: scope.actor.accountId, decision: "named" }),
  },
  acknowledgeEvent: { run: (scope, { eventId }) => acknowledgeEvent(scope, { eventId }), supervisorMay: true },
  escalateEvent: { run: (scope, { eventId }) => escalateEvent(scope, { eventId, to: "owner" }), supervisorMay: true },
  closeEvent: { run: (scope, { eventId }) => closeEvent(scope, { eventId, note: words }), supervisorMay: true },
  considerSignal: {
    run: (scope, { clientId }) =>
      considerSignal(scope, { id: id(), clientId, kind: "result", lens: "life", note: null }),
  },
  setSignalAside: {
    run: (scope, { clientId }) => setSignalAside(scope, { how: "known", clientId, kind: "result", note: words }),
  },
  answerSignal: {
    run: (scope, { clientId }) => answerSignal(scope, { id: id(), clientId, week: 4, note: words }),
  },
};
