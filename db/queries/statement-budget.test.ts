import { beforeAll, describe, expect, it } from "vitest";
import { setEscalation } from "@/db/commands/safety/change-settings";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getClientAssessments, getClientSitting, listAssignTargets } from "@/db/queries/assessments/client-assessments";
import { getInstrument, listInstruments } from "@/db/queries/assessments/instruments";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { getCouple, getLinkChoices } from "@/db/queries/couples/couple";
import { getPartnerInviting } from "@/db/queries/couples/partner-invitation";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { listReadingStatuses } from "@/db/queries/learn/readings";
import { listLostLetters } from "@/db/queries/letters/lost-letters";
import { getClientCorrespondence } from "@/db/queries/messages/correspondence";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { listProtocolVersions } from "@/db/queries/protocol/protocol-versions";
import { getSafetySettings } from "@/db/queries/safety/safety-contacts";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type LinkedCouple, linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { mintClient } from "@/db/testing/mint";
import { decide, logAttempt } from "@/db/testing/protocol";
import { counted } from "@/db/testing/statement-counter";
import type { StaffActor } from "@/lib/actor";

type Read = (scope: Scope<StaffActor>, couple: LinkedCouple) => Promise<unknown>;

/** What each page reads, and in how many statements at the most; sign-in and session are not among them. */
const pages: Record<string, [most: number, read: Read]> = {
  couple: [19, (scope, { coupleId }) => getCouple(scope, coupleId)],
  "a client's assessments": [9, (scope, { ines }) => getClientAssessments(scope, ines.clientId)],
  "an assessment with what came of it": [
    14,
    async (scope, { ines, inesSitting }) => {
      await getClientSitting(scope, ines.clientId, inesSitting);
      await getAssessmentResult(scope, ines.clientId, inesSitting);
      await ownChartTables(scope);
    },
  ],
  "a client's protocol": [13, (scope, { ines }) => getClientProtocol(scope, ines.clientId)],
  "a client's messages": [6, (scope, { ines }) => getClientCorrespondence(scope, ines.clientId)],
  "a client's safety": [7, (scope, { ines }) => getSafetyHistory(scope, ines.clientId)],
  "a client's record": [
    14,
    async (scope, { ines }) => {
      await getClientRecord(scope, ines.clientId);
      await getClientAccess(scope, ines.clientId);
      await getLinkChoices(scope, ines.clientId);
      await listLostLetters(scope, ines.clientId);
      await getClientRegion(scope, ines.clientId);
      await getPartnerInviting(scope, ines.clientId);
    },
  ],
  "assigning to several": [
    2,
    async (scope) => {
      await listAssignTargets(scope);
      await listInstruments(scope);
    },
  ],
  "an instrument of the library": [4, (scope) => getInstrument(scope, "five-dimensions")],
  colleagues: [3, listColleagues],
  "protocol versions": [1, listProtocolVersions],
  readings: [2, listReadingStatuses],
  "safety settings": [3, (scope) => getSafetySettings(scope, null)],
};

let small: LinkedCouple;
let large: LinkedCouple;
const pool = testPool();

async function grow({ practice, ines, dario }: LinkedCouple): Promise<void> {
  const { therapist, owner } = practice;
  for (let i = 0; i < 6; i++) {
    await mintClient(pool, practice, { name: `Client ${i}` });
    for (const person of [ines, dario]) {
      await sitDimensions(pool, practice, person, { emotional: [40 + i, 80] });
      await logAttempt(pool, person, { recordedAt: minutesLater(i) });
      await decide(pool, therapist, person.clientId, { kind: i % 2 ? "release" : "hold" }, { at: minutesLater(i + 1) });
    }
    await withScope(pool, owner, minutesLater(i), (scope) => setEscalation(scope, { minutes: 10 + i }));
  }
}

beforeAll(async () => {
  small = await linkedCouple(pool);
  large = await linkedCouple(pool);
  await grow(large);
}, 60_000);

async function statementsOf(couple: LinkedCouple, read: Read): Promise<number> {
  return withScope(pool, couple.practice.owner, minutesLater(60), async (scope) => {
    const count = counted(scope.tx.$client);
    await read(scope, couple);
    return count();
  });
}

describe("a page for staff", () => {
  it.each(Object.entries(pages))(
    "%s keeps to its statements, however much there is to show",
    async (_, [most, read]) => {
      expect(await statementsOf(small, read)).toBeLessThanOrEqual(most);
      expect(await statementsOf(large, read)).toBeLessThanOrEqual(most);
    },
  );
});
