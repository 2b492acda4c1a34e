import { beforeAll, describe, expect, it } from "vitest";
import { getErasureRecord } from "@/db/queries/clients/erasure-record";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import { getClientSessions } from "./appointments/appointments";
import { getCaseloadFacts } from "./caseload/caseload";
import { getCaseloadDetails } from "./caseload/caseload-details";
import { getClientHeader, getClientOverview } from "./clients/client-overview";
import { getClientRecord } from "./clients/client-record";
import { getGoalsPage } from "./goals/goals";
import { getLetterLog } from "./letters/letter-log";

const pool = testPool();
let practice: MintedPractice;
let clientId: string;
beforeAll(async () => {
  practice = await mintPractice(pool);
  ({ clientId } = await mintClient(pool, practice));
});
const minted = () => ({ practice, clientId });

describe("a client's header", () => itKeepsToItsTenant(pool, minted, getClientHeader, { supervisorMay: true }));
describe("a client's overview", () => {
  itKeepsToItsTenant(pool, minted, getClientOverview, { supervisorMay: true });
  it("leaves an audit row for being read", async () => {
    await withScope(pool, practice.supervisor, testNow, (scope) => getClientOverview(scope, clientId));
    expect(await auditOf(pool, practice.system)).toContainEqual({
      action: "clients.chart-read",
      client_id: clientId,
      actor_id: practice.supervisor.accountId,
    });
  });
});

describe("a client's sessions", () => {
  itKeepsToItsTenant(pool, minted, getClientSessions, { supervisorMay: true });
  it("leave an audit row for being read", async () => {
    await withScope(pool, practice.owner, testNow, (scope) => getClientSessions(scope, clientId));
    expect(await auditOf(pool, practice.system)).toContainEqual({
      action: "appointments.read",
      client_id: clientId,
      actor_id: practice.owner.accountId,
    });
  });
});

describe("a client's goals and the notes on their chart", () => {
  itKeepsToItsTenant(pool, minted, getGoalsPage, { supervisorMay: true });
  it("leave an audit row for being read", async () => {
    await withScope(pool, practice.owner, testNow, (scope) => getGoalsPage(scope, clientId));
    expect(await auditOf(pool, practice.system)).toContainEqual({
      action: "goals.read",
      client_id: clientId,
      actor_id: practice.owner.accountId,
    });
  });
});

describe("the letters to a client", () => {
  itKeepsToItsTenant(pool, minted, getLetterLog, { supervisorMay: true });
  it("leave an audit row for being read", async () => {
    await withScope(pool, practice.owner, testNow, (scope) => getLetterLog(scope, clientId));
    expect(await auditOf(pool, practice.system)).toContainEqual({
      action: "letters.log-read",
      client_id: clientId,
      actor_id: practice.owner.accountId,
    });
  });
});

describe("what was asked about erasing", () =>
  itKeepsToItsTenant(pool, minted, getErasureRecord, { supervisorMay: false }));
describe("a client's record", () => {
  itKeepsToItsTenant(pool, minted, getClientRecord, { supervisorMay: true });
  it("leaves an audit row for being read", async () => {
    await withScope(pool, practice.owner, testNow, (scope) => getClientRecord(scope, clientId));
    expect(await auditOf(pool, practice.system)).toContainEqual({
      action: "clients.record-read",
      client_id: clientId,
      actor_id: practice.owner.accountId,
    });
  });
});

describe("the caseload", () => {
  const names = (actor: MintedPractice["owner"]) =>
    withScope(pool, actor, testNow, async (scope) => (await getCaseloadFacts(scope)).map(({ name }) => name));

  it("holds the clients one may reach and nobody else", async () => {
    expect(await names(practice.owner)).toEqual(["Ines"]);
    expect(await names(practice.therapist)).toEqual(["Ines"]);
    expect(await names(practice.supervisor)).toEqual(["Ines"]);
    expect(await names(practice.colleague)).toEqual([]);
    const foreign = await mintPractice(pool);
    expect(await names(foreign.owner)).toEqual([]);
  });

  it("gives no details of a client out of reach, even when the id is known", async () => {
    const details = await withScope(pool, practice.colleague, testNow, (scope) =>
      getCaseloadDetails(scope, [clientId]),
    );
    expect(details.size).toBe(0);
  });
});

describe("row-level security", () => {
  it("shows nothing without a practice, and refuses to write into another", async () => {
    const { rows } = await pool.query("select * from client");
    expect(rows).toEqual([]);
    const foreign = await mintPractice(pool);
    await expect(
      withScope(pool, foreign.owner, testNow, ({ tx }) =>
        tx.$client.query(
          "insert into audit_entry (practice_id, id, at, actor_role, action, subject_kind) values ($1, gen_random_uuid(), now(), 'owner', 'x', 'y')",
          [practice.practiceId],
        ),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
