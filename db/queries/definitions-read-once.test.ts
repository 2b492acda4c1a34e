import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getInstrument, listInstruments } from "@/db/queries/assessments/instruments";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { getCaseloadFacts, getProtocolVersions } from "@/db/queries/caseload/caseload";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getReadingExercises } from "@/db/queries/learn/readings";
import { getClientCorrespondence, getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { offeredVersions } from "@/db/queries/protocol/offered-versions";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { getProtocolVersion, listProtocolVersions } from "@/db/queries/protocol/protocol-versions";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type LinkedCouple, linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { instrumentSchema } from "@/lib/assessments/instrument";
import { protocolVersionSchema } from "@/lib/protocol/definition";

type Read<A extends StaffActor | ClientActor> = (scope: Scope<A>, couple: LinkedCouple) => Promise<unknown>;

const ofStaff: Record<string, Read<StaffActor>> = {
  caseload: async (scope) => {
    const facts = await getCaseloadFacts(scope);
    await getProtocolVersions(
      scope,
      facts.flatMap(({ protocolVersionId }) => protocolVersionId ?? []),
    );
  },
  "a client's overview": (scope, { ines }) => getClientOverview(scope, ines.clientId),
  "a client's protocol": (scope, { ines }) => getClientProtocol(scope, ines.clientId),
  "a client's messages": (scope, { ines }) => getClientCorrespondence(scope, ines.clientId),
  "an assessment": (scope, { ines, inesSitting }) => getAssessmentResult(scope, ines.clientId, inesSitting),
  "an instrument": (scope) => getInstrument(scope, "five-dimensions"),
  "protocol versions": async (scope) => {
    const [newest] = await listProtocolVersions(scope);
    if (newest) await getProtocolVersion(scope, newest.id);
    await offeredVersions(scope);
  },
  "a reading": getReadingExercises,
};

const ofClients: Record<string, Read<ClientActor>> = {
  today: getPortalToday,
  path: getOwnPath,
  messages: getOwnCorrespondence,
  "an exercise": (scope) => getExercisePage(scope, "one-real-feeling"),
  "an assessment": (scope, { inesSitting }) => getOwnAssessment(scope, inesSitting),
};

const pool = testPool();
let couple: LinkedCouple;
let readWhileMinted = 0;

/** Definitions that go through their schemas from here on. */
function counting(): () => number {
  const spies = [vi.spyOn(instrumentSchema, "parse"), vi.spyOn(protocolVersionSchema, "parse")];
  return () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
}

beforeAll(async () => {
  const count = counting();
  couple = await linkedCouple(pool);
  readWhileMinted = count();
  vi.restoreAllMocks();
});
afterEach(() => {
  vi.restoreAllMocks();
});

it("counts what is read for the first time", () => {
  expect(readWhileMinted).toBeGreaterThan(0);
});

describe("a page that was read before reads no published definition anew", () => {
  it.each(Object.entries(ofStaff))("for staff: %s", async (_, read) => {
    const load = () => withScope(pool, couple.practice.owner, minutesLater(60), (scope) => read(scope, couple));
    await load();
    const count = counting();
    await load();
    expect(count()).toBe(0);
  });
  it.each(Object.entries(ofClients))("in the portal: %s", async (_, read) => {
    const load = () => withScope(pool, couple.ines, minutesLater(60), (scope) => read(scope, couple));
    await load();
    const count = counting();
    await load();
    expect(count()).toBe(0);
  });
  it("for staff: the library, but for drafts, which change with every save", async () => {
    const load = () => withScope(pool, couple.practice.owner, minutesLater(60), listInstruments);
    const drafts = (await load()).filter(({ draft }) => draft).length;
    const count = counting();
    await load();
    expect(count()).toBe(drafts);
  });
});
