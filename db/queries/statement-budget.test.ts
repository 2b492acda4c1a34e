import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { getAbsences, getOwnTherapist } from "@/db/queries/absence/absences";
import {
  getClientSessions,
  getOpenSessions,
  getSession,
  getWeekSessions,
  listBookable,
} from "@/db/queries/appointments/appointments";
import { getOwnSessions } from "@/db/queries/appointments/own-appointments";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getClientAssessments, getClientSitting, listAssignTargets } from "@/db/queries/assessments/client-assessments";
import { getInstrument, listInstruments } from "@/db/queries/assessments/instruments";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { lastChainCheck } from "@/db/queries/audit/chain";
import { auditPeople, listAudit } from "@/db/queries/audit/entries";
import { getUnusual } from "@/db/queries/audit/unusual";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { getClientHeader, getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { getClientSteps, getCourses } from "@/db/queries/clients/client-steps";
import { getClientWords } from "@/db/queries/clients/client-words";
import { getConsentPage } from "@/db/queries/clients/consent-ledger";
import { getCorrections } from "@/db/queries/clients/corrections";
import { listEmergencies } from "@/db/queries/clients/emergencies";
import { getErasureRecord } from "@/db/queries/clients/erasure-record";
import { isUntouched } from "@/db/queries/clients/is-untouched";
import { hasNamesake, readMergeSides } from "@/db/queries/clients/merge-sides";
import { getTransfers } from "@/db/queries/clients/transfers";
import { getWhoHasWhom } from "@/db/queries/clients/who-has-whom";
import { getCouple, getLinkChoices } from "@/db/queries/couples/couple";
import { getOwnSharing } from "@/db/queries/couples/own-sharing";
import { getPartnerInviting } from "@/db/queries/couples/partner-invitation";
import { getSeparation } from "@/db/queries/couples/separation";
import { getTogether } from "@/db/queries/couples/together";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getOwnPages } from "@/db/queries/exports/own-pages";
import { listHarmTests } from "@/db/queries/exports/whole-record";
import { getPracticeFigures } from "@/db/queries/figures/practice-figures";
import { getGoalsPage } from "@/db/queries/goals/goals";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { listTherapists } from "@/db/queries/identity/therapists";
import { listReadingStatuses } from "@/db/queries/learn/readings";
import { addressAnswers } from "@/db/queries/letters/address-safety";
import { getLetterLog } from "@/db/queries/letters/letter-log";
import { getOwnTimings } from "@/db/queries/letters/letter-timing";
import { listLostLetters } from "@/db/queries/letters/lost-letters";
import { getPracticeLetters } from "@/db/queries/letters/practice-letters";
import { getClientCorrespondence, getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { getInbox } from "@/db/queries/messages/inbox";
import { getPreparation } from "@/db/queries/notes/preparation";
import { getNotePage } from "@/db/queries/notes/session-note";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { listProtocolVersions } from "@/db/queries/protocol/protocol-versions";
import { getOwnReports } from "@/db/queries/reports/own-reports";
import { getReportFacts } from "@/db/queries/reports/report-facts";
import { listReports } from "@/db/queries/reports/reports";
import { getLastBackups } from "@/db/queries/running/last-backups";
import { getSealing } from "@/db/queries/running/sealing";
import { getOwnTold } from "@/db/queries/safety/own-told";
import { getOwnSafety, getSafetySettings } from "@/db/queries/safety/safety-contacts";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { listOffers, listTaken } from "@/db/queries/shipped/offers";
import { listThresholdChanges } from "@/db/queries/signals/thresholds";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { lastingLonger } from "@/db/testing/lasting-longer";
import { type LinkedCouple, linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { counted } from "@/db/testing/statement-counter";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import { calendarWeek } from "@/lib/appointments/calendar";
import { atOnce } from "@/lib/at-once";
import { readAuditFilter } from "@/lib/audit/filter";

type Read = (scope: Scope<StaffActor>, couple: LinkedCouple) => Promise<unknown>;

/** What each page reads, and in how many statements at the most, its audit entry among them; the session is one more. */
const pages: Record<string, [most: number, read: Read]> = {
  "the end of a link": [1, (scope, { coupleId }) => getSeparation(scope, coupleId)],
  couple: [5, (scope, { coupleId }) => getCouple(scope, coupleId)],
  "a client's overview": [7, (scope, { ines }) => getClientOverview(scope, ines.clientId)],
  "a client's assessments": [4, (scope, { ines }) => getClientAssessments(scope, ines.clientId)],
  "an assessment with what came of it": [
    6,
    async (scope, { ines, inesSitting }) => {
      await atOnce({ one: getClientSitting(scope, ines.clientId, inesSitting), tables: ownChartTables(scope) });
      await getAssessmentResult(scope, ines.clientId, inesSitting);
    },
  ],
  "a client's protocol": [4, (scope, { ines }) => getClientProtocol(scope, ines.clientId)],
  "a client's goals": [3, (scope, { ines }) => getGoalsPage(scope, ines.clientId)],
  "a client's sessions": [2, (scope, { ines }) => getClientSessions(scope, ines.clientId)],
  "a week of sessions": [
    1,
    (scope) => {
      const week = calendarWeek(undefined, scope.now, scope.actor.zone);
      return atOnce({ week: getWeekSessions(scope, week), open: getOpenSessions(scope), away: getAbsences(scope) });
    },
  ],
  "a note to write": [6, async (scope, { practice, ines }) => getNotePage(scope, await nextSession(practice, ines))],
  "with whom to book": [1, listBookable],
  "a client's messages": [3, (scope, { ines }) => getClientCorrespondence(scope, ines.clientId)],
  "what a client wrote": [4, (scope, { ines }) => getClientWords(scope, ines.clientId)],
  "a client's safety": [4, (scope, { ines }) => getSafetyHistory(scope, ines.clientId)],
  "a client's record": [
    4,
    (scope, { ines }) =>
      atOnce({
        record: getClientRecord(scope, ines.clientId),
        access: getClientAccess(scope, ines.clientId),
        links: getLinkChoices(scope, ines.clientId),
        lost: listLostLetters(scope, ines.clientId),
        region: getClientRegion(scope, ines.clientId),
        corrections: getCorrections(scope, ines.clientId),
        transfers: getTransfers(scope, ines.clientId),
        steps: getClientSteps(scope, ines.clientId),
        courses: getCourses(scope, ines.clientId),
        untouched: isUntouched(scope, ines.clientId),
        namesake: hasNamesake(scope, ines.clientId),
        answers: addressAnswers(scope, ines.clientId),
        inviting: getPartnerInviting(scope, ines.clientId),
        therapists: listTherapists(scope),
      }),
  ],
  // Three reads of it are recorded, each by itself: the session, the overview and the words.
  "a session to prepare": [
    8,
    async (scope, { practice, ines }) => {
      const { one } = await getSession(scope, await nextSession(practice, ines));
      await getPreparation(scope, one);
    },
  ],
  "the record of access": [
    3,
    (scope) =>
      atOnce({
        paged: listAudit(scope, readAuditFilter({}), 1),
        people: auditPeople(scope),
        check: lastChainCheck(scope),
      }),
  ],
  "unusual things": [2, getUnusual],
  "who has whom": [1, getWhoHasWhom],
  "what opens a reason": [1, listThresholdChanges],
  "what is new": [3, (scope) => atOnce({ offers: listOffers(scope), taken: listTaken(scope) })],
  "what was asked about erasing": [4, (scope, { ines }) => getErasureRecord(scope, ines.clientId)],
  "reports about a client": [
    4,
    (scope, { ines }) =>
      atOnce({ header: getClientHeader(scope, ines.clientId), list: listReports(scope, ines.clientId) }),
  ],
  "what a report would hold": [5, (scope, { ines }) => getReportFacts(scope, ines.clientId)],
  "letters to a client": [4, (scope, { ines }) => getLetterLog(scope, ines.clientId)],
  "how letters look": [1, getPracticeLetters],
  "assigning to several": [1, (scope) => atOnce({ to: listAssignTargets(scope), what: listInstruments(scope) })],
  "an instrument of the library": [1, (scope) => getInstrument(scope, "five-dimensions")],
  "the inbox": [3, getInbox],
  "own letters": [1, getOwnTimings],
  colleagues: [1, listColleagues],
  "in figures": [1, getPracticeFigures],
  "protocol versions": [1, listProtocolVersions],
  readings: [1, listReadingStatuses],
  backups: [1, getLastBackups],
  "what was opened in an emergency": [3, listEmergencies],
  "keys, beside backups": [2, getSealing],
  "two records of one person": [3, (scope, { ines, dario }) => readMergeSides(scope, ines.clientId, dario.clientId)],
  "all of it": [
    2,
    (scope, { ines }) =>
      atOnce({ header: getClientHeader(scope, ines.clientId), tests: listHarmTests(scope, ines.clientId) }),
  ],
  agreement: [2, getConsentPage],
  "safety settings": [1, (scope) => getSafetySettings(scope, null)],
};

type OwnRead = (scope: Scope<ClientActor>, couple: LinkedCouple) => Promise<unknown>;

/** The same for the portal: four statements beside the session, and mostly fewer. */
const ownPages: Record<string, [most: number, read: OwnRead]> = {
  Today: [2, getPortalToday],
  "a sitting": [2, (scope, { inesSitting }) => getOwnAssessment(scope, inesSitting)],
  "what was answered": [2, (scope) => listOwnSent(scope)],
  path: [2, getOwnPath],
  // A file and no page: that it was taken along is something that the client did, and their signals are looked at.
  "the own pages as a file": [12, getOwnPages],
  messages: [1, getOwnCorrespondence],
  "coming up": [2, (scope) => atOnce({ sessions: getOwnSessions(scope), therapist: getOwnTherapist(scope) })],
  "an exercise": [2, (scope) => getExercisePage(scope, "one-real-feeling")],
  "where to turn": [1, getOwnSafety],
  "what was told": [3, getOwnTold],
  sharing: [3, getOwnSharing],
  together: [4, getTogether],
  account: [2, getOwnAccount],
  documents: [1, getOwnReports],
};

function nextSession(practice: LinkedCouple["practice"], { clientId }: LinkedCouple["ines"]): Promise<string> {
  const when = { id: randomUUID(), date: "2026-11-23", time: "09:00", again: "yes" };
  return booked(pool, practice.therapist, bookingOf("client", clientId, when));
}

let small: LinkedCouple;
let large: LinkedCouple;
const pool = testPool();

beforeAll(async () => {
  small = await linkedCouple(pool);
  large = await linkedCouple(pool);
  await lastingLonger(pool, large);
}, 60_000);

async function statementsOf<A extends Actor>(
  actor: A,
  couple: LinkedCouple,
  read: (scope: Scope<A>, couple: LinkedCouple) => Promise<unknown>,
): Promise<number> {
  const asked = await withScope(pool, actor, minutesLater(60), async (scope) => {
    const count = counted(scope.tx.$client);
    await read(scope, couple);
    return count;
  });
  // What was read is entered last of all; the commit is none of the page.
  return asked() - 1;
}

describe("a page keeps to its statements, however much there is to show:", () => {
  it.each(Object.entries(pages))("%s, for staff", async (_, [most, read]) => {
    expect(await statementsOf(small.practice.owner, small, read)).toBeLessThanOrEqual(most);
    expect(await statementsOf(large.practice.owner, large, read)).toBeLessThanOrEqual(most);
  });

  it.each(Object.entries(ownPages))("%s, in the portal", async (_, [most, read]) => {
    expect(await statementsOf(small.ines, small, read)).toBeLessThanOrEqual(most);
    expect(await statementsOf(large.ines, large, read)).toBeLessThanOrEqual(most);
  });
});
