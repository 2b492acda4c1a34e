import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { connect } from "@/db/connect";
import { getClientAssessments, listAssignTargets } from "@/db/queries/assessments/client-assessments";
import { scheduledOccurrences } from "@/db/queries/assessments/scheduled-occurrences";
import { MOST_COUNTED } from "@/db/queries/caseload/caseload-counts";
import { getCaseloadPage } from "@/db/queries/caseload/caseload-page";
import { getClientPractice } from "@/db/queries/clients/client-practice";
import { assignment, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { exerciseAttemptReflection } from "@/db/schema/exercises";
import { type Scope, withScope } from "@/db/scope";
import { ownDatabase, testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, testNow, testToday } from "@/db/testing/mint";
import { logAttempt } from "@/db/testing/protocol";
import { mintThousandClients } from "@/db/testing/thousand-clients";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { caseloadView } from "@/lib/caseload/view";

// The keys of tests, and a database for these rows alone: what the planner finds cheap depends on whose rows are beside them.
testPool();
const own = await ownDatabase("scale");
const pool = connect({ url: own.appUrl, max: 4, keepsPlans: true, onIdleError: () => undefined });
afterAll(() => pool.end());
let practice: MintedPractice;
let person: ClientActor;
let ruleId: string;

beforeAll(async () => {
  practice = await mintThousandClients(pool);
  person = await mintClient(pool, practice);
  const id = randomUUID();
  const reflectionSealed = exerciseAttemptReflection.seal("We laughed.", { practiceId: person.practiceId, id });
  await logAttempt(pool, person, { id, reflectionSealed });
  await withScope(pool, practice.owner, testNow, async ({ tx }) => {
    await tx.$client.query(
      `insert into message (practice_id, id, client_id, author_id, body_sealed, sent_at)
       select c.practice_id, gen_random_uuid(), c.id, c.account_id, 'sealed', $2
       from client c, generate_series(1, 12) where c.practice_id = $1`,
      [practice.practiceId, testNow],
    );
  });
  const [version] = await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.select({ id: instrumentVersion.id }).from(instrumentVersion).where(eq(instrumentVersion.key, "distance-moves")),
  );
  const form = assignForm.parse({
    id: randomUUID(),
    "clients[]": [person.clientId],
    "instruments[]": [version?.id],
    when: "every",
    every: "1",
    on: testToday,
    ends: "never",
    days: "0",
    expires: "0",
  });
  await withScope(pool, practice.therapist, testNow, (scope) => assignInstruments(scope, form));
  const [rule] = await withScope(pool, practice.system, testNow, ({ tx }) => tx.select().from(assignment));
  ruleId = rule?.id ?? "";
  await analyzed(["assessment", "message", "exercise_attempt", "client"]);
}, 120_000);

/** As autovacuum does within a minute of such a change. */
async function analyzed(tables: readonly string[]): Promise<void> {
  const owner = new Client({ connectionString: own.ownerUrl });
  await owner.connect();
  for (const table of tables) await owner.query(`analyze ${table}`);
  await owner.end();
}

/**
 * How often `read` goes through the whole of a table. Counted before and after: what the same connection did in transactions
 * of the last second is in the count as well.
 */
const wholeReads = (table: string, read: (scope: Scope<StaffActor>) => Promise<unknown>) =>
  countedOf("seq_scan", table, read);

const countedOf = (
  what: "seq_scan" | "idx_tup_fetch",
  table: string,
  read: (scope: Scope<StaffActor>) => Promise<unknown>,
) =>
  withScope(pool, practice.therapist, testNow, async (scope) => {
    const counted = async () => {
      const { rows } = await scope.tx.$client.query<{ count: string }>(
        `select ${what} as count from pg_stat_xact_user_tables where relname = $1`,
        [table],
      );
      return Number(rows[0]?.count);
    };
    const before = await counted();
    await read(scope);
    return (await counted()) - before;
  });

describe("what is read of one client among a thousand", () => {
  it("finds the sittings of a rule, and how many of each are to come, by the client", async () => {
    expect(
      await wholeReads("assessment", (scope) =>
        scheduledOccurrences(scope, { id: ruleId, clientId: person.clientId }, testToday),
      ),
    ).toBe(0);
    expect(await wholeReads("assessment", (scope) => getClientAssessments(scope, person.clientId))).toBe(0);
  });

  it("finds the replies to a reflection by the client", async () => {
    expect(await wholeReads("message", (scope) => getClientPractice(scope, person.clientId))).toBe(0);
  });
});

describe("a page of the caseload", () => {
  it("looks the paths of its sixty up one by one, and does not go through everybody’s", async () => {
    await withScope(pool, practice.system, testNow, async (scope) => {
      const clients = await scope.tx.select({ id: client.id }).from(client);
      await refreshSignals(
        scope,
        clients.map(({ id }) => id),
      );
    });
    await analyzed(["caseload_row", "enrolment", "account", "client", "couple"]);
    const read = (scope: Scope<StaffActor>) => getCaseloadPage(scope, caseloadView.parse({}), null);
    for (const table of ["enrolment", "account", "client"]) expect(await wholeReads(table, read), table).toBe(0);
  }, 120_000);

  const page = (q: string) => (scope: Scope<StaffActor>) => getCaseloadPage(scope, caseloadView.parse({ q }), null);

  it("counts no further than it says", async () => {
    // Sixty and one more, and five counts that end at two hundred.
    const most = 61 + 5 * (MOST_COUNTED + 1);
    expect(await countedOf("idx_tup_fetch", "caseload_row", page(""))).toBeLessThanOrEqual(most + 10);
  });

  it.each([
    ["Client 77", 2],
    ["Clinet 77", 1],
    ["Nobody at all", 0],
  ])("looks up the names of those alone whom a search may mean: %s", async (q, found) => {
    const { facts } = await withScope(pool, practice.therapist, testNow, page(q));
    expect(facts.length).toBeGreaterThanOrEqual(found);
    expect(await countedOf("idx_tup_fetch", "account", page(q))).toBeLessThan(5 * (MOST_COUNTED + 1));
  });
});

it("lists everybody to whom something may be given", async () => {
  const targets = await withScope(pool, practice.therapist, testNow, listAssignTargets);
  expect(targets).toHaveLength(1_001);
});
