import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { sendMessage } from "@/db/commands/messages/send-message";
import { log } from "@/db/log";
import { getClientAssessments, getClientSitting } from "@/db/queries/assessments/client-assessments";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { getClientWords } from "@/db/queries/clients/client-words";
import { getCouple } from "@/db/queries/couples/couple";
import { getPartnerInviting } from "@/db/queries/couples/partner-invitation";
import { getTogether } from "@/db/queries/couples/together";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { getClientCorrespondence, getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { getInbox } from "@/db/queries/messages/inbox";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { getOwnTold } from "@/db/queries/safety/own-told";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { getClientReach } from "@/db/queries/safety/safety-reach";
import { type Scope, withScope } from "@/db/scope";
import { unreadable } from "@/db/sealed";
import { layOutThings } from "@/db/testing/client-things";
import { adminUrl, testPool } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
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

/** As a disk or a lost key does it: one sign of each value is another. No rule of the tables stands in the way. */
async function damage(practiceId: string, only?: { table: string; id: string }): Promise<number> {
  return withClient(adminUrl(), async (admin) => {
    await admin.query("set session_replication_role = replica");
    const { rows } = await admin.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns
        where table_schema = 'public' and column_name like '%\\_sealed' and table_name = coalesce($1, table_name)`,
      [only?.table ?? null],
    );
    let damaged = 0;
    for (const { table_name: table, column_name: column } of rows) {
      const { rowCount } = await admin.query(
        `update "${table}" set "${column}" = left("${column}", -2) || case right("${column}", 2) when 'AA' then 'BB' else 'AA' end
          where practice_id = $1 and "${column}" is not null ${only ? "and id = $2" : ""}`,
        only ? [practiceId, only.id] : [practiceId],
      );
      damaged += rowCount ?? 0;
    }
    return damaged;
  });
}

describe("a sealed value that does not open any more", () => {
  it("stands in the thread as what it is, beside the words that do", async () => {
    const { practice, ines } = await layOutThings(pool);
    const [first, second] = [randomUUID(), randomUUID()];
    for (const [id, body, at] of [
      [first, "The first words.", 1],
      [second, "The second words.", 2],
    ] as const)
      await withScope(pool, ines, minutesOn(at), (scope) => sendMessage(scope, { id, body }));
    await damage(practice.practiceId, { table: "message", id: first });
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
    expect(await damage(practice.practiceId)).toBeGreaterThan(10);

    const open = <A extends Actor>(actor: A, read: (scope: Scope<A>) => Promise<unknown>) =>
      withScope(pool, actor, minutesOn(60), read).then(
        () => "opens",
        (error: unknown) => String(error),
      );
    const { clientId, inesSitting, singleId, coupleId } = ids;
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
      getInbox,
    ];
    const forClients: ((scope: Scope<ClientActor>) => Promise<unknown>)[] = [
      getPortalToday,
      getOwnPath,
      getOwnCorrespondence,
      getOwnTold,
      getTogether,
      (scope) => listOwnSent(scope),
      (scope) => getOwnAssessment(scope, inesSitting),
      (scope) => getExercisePage(scope, "one-real-feeling"),
    ];
    for (const read of forStaff) expect([read.toString(), await open(practice.therapist, read)]).toContain("opens");
    for (const read of forClients) expect([read.toString(), await open(ines, read)]).toContain("opens");
    expect(await open(practice.owner, listColleagues)).toBe("opens");
  });
});
