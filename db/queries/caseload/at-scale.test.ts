import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { getClientAssessments, listAssignTargets } from "@/db/queries/assessments/client-assessments";
import { scheduledOccurrences } from "@/db/queries/assessments/scheduled-occurrences";
import { getClientPractice } from "@/db/queries/clients/client-practice";
import { assignment, instrumentVersion } from "@/db/schema/assessments";
import { exerciseAttemptReflection } from "@/db/schema/exercises";
import { type Scope, withScope } from "@/db/scope";
import { ownerUrl, testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, testNow, testToday } from "@/db/testing/mint";
import { logAttempt } from "@/db/testing/protocol";
import { mintThousandClients } from "@/db/testing/thousand-clients";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";

const pool = testPool();
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
  const owner = new Client({ connectionString: ownerUrl() });
  await owner.connect();
  for (const table of ["assessment", "message", "exercise_attempt", "client"]) await owner.query(`analyze ${table}`);
  await owner.end();
}, 120_000);

/**
 * How often `read` goes through the whole of a table. Counted before and after: what the same connection did in transactions
 * of the last second is in the count as well.
 */
const wholeReads = (table: string, read: (scope: Scope<StaffActor>) => Promise<unknown>) =>
  withScope(pool, practice.therapist, testNow, async (scope) => {
    const counted = async () => {
      const { rows } = await scope.tx.$client.query<{ count: string }>(
        "select seq_scan as count from pg_stat_xact_user_tables where relname = $1",
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

it("lists everybody to whom something may be given", async () => {
  const targets = await withScope(pool, practice.therapist, testNow, listAssignTargets);
  expect(targets).toHaveLength(1_001);
});
