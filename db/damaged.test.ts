import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { signInWithPassword } from "@/db/commands/identity/sign-in";
import { verifySecondFactor } from "@/db/commands/identity/verify-second-factor";
import { sendMessage } from "@/db/commands/messages/send-message";
import { log } from "@/db/log";
import { getClientSessions, getSession } from "@/db/queries/appointments/appointments";
import { getOwnSessions } from "@/db/queries/appointments/own-appointments";
import { getClientAssessments, getClientSitting } from "@/db/queries/assessments/client-assessments";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { listLooks } from "@/db/queries/caseload/looks";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import { getClientWords } from "@/db/queries/clients/client-words";
import { getCorrections } from "@/db/queries/clients/corrections";
import { getErasureRecord } from "@/db/queries/clients/erasure-record";
import { getTransfers } from "@/db/queries/clients/transfers";
import { getOwnChartNotes } from "@/db/queries/connection/chart-notes";
import { getCouple } from "@/db/queries/couples/couple";
import { getPartnerInviting } from "@/db/queries/couples/partner-invitation";
import { getTogether } from "@/db/queries/couples/together";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { listCourtDemands } from "@/db/queries/exports/court-demands";
import { getExportedRecord } from "@/db/queries/exports/exported-record";
import { getOwnPages } from "@/db/queries/exports/own-pages";
import { getGoalsPage, getOwnGoals } from "@/db/queries/goals/goals";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { getClientCorrespondence, getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { getInbox } from "@/db/queries/messages/inbox";
import { getOwnAgreed } from "@/db/queries/notes/own-agreed";
import { getPreparation } from "@/db/queries/notes/preparation";
import { getNotePage } from "@/db/queries/notes/session-note";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { getOwnReports } from "@/db/queries/reports/own-reports";
import { getReportFacts } from "@/db/queries/reports/report-facts";
import { listReports } from "@/db/queries/reports/reports";
import { getOwnTold } from "@/db/queries/safety/own-told";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { getClientReach } from "@/db/queries/safety/safety-reach";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { type Scope, withScope } from "@/db/scope";
import { unreadable } from "@/db/sealed";
import { appointmentCommands } from "@/db/testing/appointment-commands";
import { layOutThings } from "@/db/testing/client-things";
import { damageWords } from "@/db/testing/damaged-words";
import { adminUrl, testPool } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import { codeAt, goodPassword, mintPerson, newCaller, withFactor } from "@/db/testing/people";
import { phqSitting } from "@/db/testing/phq-sitting";
import { sealWord } from "@/db/testing/sealed-word";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import { withClient } from "@/runtime/roles";

const pool = testPool();
const minutesOn = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

// Each damaged value is logged, by its column and row: here they are many.
const usual = log.level;
beforeAll(() => {
  log.level = "silent";
});
afterAll(() => {
  log.level = usual;
});

const damage = (only: Parameters<typeof damageWords>[1]) =>
  withClient(adminUrl(), async (admin) => {
    const all = [...(await damageWords(admin, only)).values()];
    return all.reduce((sum, n) => sum + n, 0);
  });

describe("a sealed value that does not open any more", () => {
  it("stands in the thread as what it is, beside the words that do", async () => {
    const { practice, ines } = await layOutThings(pool);
    const [first, second] = [randomUUID(), randomUUID()];
    for (const [id, body, at] of [
      [first, "The first words.", 1],
      [second, "The second words.", 2],
    ] as const)
      await withScope(pool, ines, minutesOn(at), (scope) => sendMessage(scope, { id, body }));
    await damage({ practiceId: practice.practiceId, table: "message", id: first });
    const { thread } = await withScope(pool, practice.therapist, minutesOn(9), (scope) =>
      getClientCorrespondence(scope, ines.clientId),
    );
    expect(thread.map(({ body }) => body)).toEqual([unreadable, "The second words."]);
  });

  it("costs no page: with every one of a practice damaged, all of them open", async () => {
    const { practice, ines, ids } = await layOutThings(pool);
    const write = <T>(run: (scope: Scope<ClientActor>) => Promise<T>) => withScope(pool, ines, minutesOn(1), run);
    await write((scope) => sendMessage(scope, { id: randomUUID(), body: "Can we talk?" }));
    await write((scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 3, note: "We argued." }));
    await write((scope) =>
      logDistanceMove(scope, { id: randomUUID(), move: "lone-wolf", happening: "At table", instead: "I stayed" }),
    );
    await sealWord(pool, practice);
    expect(await damage({ practiceId: practice.practiceId })).toBeGreaterThan(20);

    const open = <A extends Actor>(actor: A, read: (scope: Scope<A>) => Promise<unknown>) =>
      withScope(pool, actor, minutesOn(60), read).then(
        () => "opens",
        (error: unknown) => String(error),
      );
    const { clientId, inesSitting, singleId, otherId, partedId, coupleId, appointmentId } = ids;
    const held = await withScope(pool, practice.system, testNow, async ({ tx }) => {
      const noted = "select appointment_id as id from session_note where id = $1";
      return (await tx.$client.query<{ id: string }>(noted, [ids.noteId])).rows[0]?.id ?? "";
    });
    const forStaff: ((scope: Scope<StaffActor>) => Promise<unknown>)[] = [
      (scope) => getClientOverview(scope, clientId),
      (scope) => getClientWords(scope, clientId),
      (scope) => getClientCorrespondence(scope, clientId),
      (scope) => getClientProtocol(scope, clientId),
      (scope) => getClientAssessments(scope, clientId),
      (scope) => getClientSitting(scope, clientId, inesSitting),
      (scope) => getSafetyHistory(scope, clientId),
      (scope) => getClientReach(scope, clientId),
      (scope) => getClientRecord(scope, clientId),
      (scope) => getClientRegion(scope, clientId),
      (scope) => getPartnerInviting(scope, singleId),
      (scope) => getCouple(scope, coupleId),
      (scope) => getClientSignals(scope, clientId),
      (scope) => getGoalsPage(scope, clientId),
      (scope) => getClientSessions(scope, clientId),
      (scope) => getNotePage(scope, held),
      async (scope) => getPreparation(scope, (await getSession(scope, appointmentId)).one),
      (scope) => getReportFacts(scope, clientId),
      (scope) => listReports(scope, clientId),
      (scope) => getErasureRecord(scope, otherId),
      (scope) => listCourtDemands(scope, otherId),
      (scope) => getTransfers(scope, clientId),
      (scope) => getClientSteps(scope, partedId),
      (scope) => getCorrections(scope, clientId),
      (scope) => getExportedRecord(scope, clientId, new Set(["checks", "practice", "words", "goals"])),
      listLooks,
      getInbox,
    ];
    const forClients: ((scope: Scope<ClientActor>) => Promise<unknown>)[] = [
      getPortalToday,
      getOwnPath,
      getOwnCorrespondence,
      getOwnTold,
      getTogether,
      getOwnGoals,
      getOwnChartNotes,
      getOwnAgreed,
      getOwnSessions,
      getOwnReports,
      getOwnPages,
      getOwnAccount,
      (scope) => listOwnSent(scope),
      (scope) => getOwnAssessment(scope, inesSitting),
      (scope) => getExercisePage(scope, "one-real-feeling"),
    ];
    for (const read of forStaff) expect([read.toString(), await open(practice.therapist, read)]).toContain("opens");
    for (const read of forClients) expect([read.toString(), await open(ines, read)]).toContain("opens");
    expect(await open(practice.owner, listColleagues)).toBe("opens");
  });

  it("stops no alarm: what was answered before and does not open is said once more", async () => {
    const { minted, person, id } = await phqSitting(pool);
    const save = (value: string, minutes: number) =>
      withScope(pool, person, minutesOn(minutes), (scope) =>
        saveAnswer(scope, { assessmentId: id, itemId: "9", form: "now", value }),
      );
    await save("2", 1);
    await damage({ practiceId: minted.practiceId, table: "safety_event_answer" });
    await save("3", 2);
    await save("2", 3);
    const { openEvents } = await withScope(pool, minted.therapist, minutesOn(4), (scope) =>
      getSafetyPanel(scope, person.clientId),
    );
    expect(openEvents[0]?.said?.map(({ answer }) => answer)).toEqual([...[unreadable, "Trial line 4", "Trial line 3"]]);
  });

  it("shuts nobody out: without the seed of the app, codes are refused and a recovery code opens", async () => {
    const person = await mintPerson(pool, testNow);
    const { key, recoveryCodes } = await withFactor(pool, person, testNow);
    await damage({ practiceId: person.practiceId, table: "totp_factor" });
    const at = minutesOn(1);
    const enter = async (code: string) => {
      const first = await signInWithPassword(pool, { email: person.email, password: goodPassword }, newCaller(), at);
      if (first.result !== "code") throw new Error(`expected a challenge, got ${first.result}`);
      return (await verifySecondFactor(pool, { challenge: first.token, code }, newCaller(), at)).result;
    };
    expect(await enter(codeAt(key, at))).toBe("refused");
    expect(await enter(recoveryCodes[0] ?? "")).toBe("session");
  });

  it("keeps nobody from a session that has to be called off, nor from a goal or a note of a chart that is over", async () => {
    const { practice, ids } = await layOutThings(pool);
    await damage({ practiceId: practice.practiceId });
    const as = <T>(run: (scope: Scope<StaffActor>) => Promise<T>) =>
      withScope(pool, practice.therapist, minutesOn(5), run);
    for (const name of ["takeAppointmentStep", "reviewGoal", "turnChartNote", "amendNote"])
      await as(async (scope) => appointmentCommands[name]?.run(scope, ids));
  });
});
