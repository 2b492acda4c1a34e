import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { type Scope, withScope } from "@/db/scope";
import { layOutThings } from "@/db/testing/client-things";
import { columnsSet } from "@/db/testing/columns-set";
import { adminUrl, testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";
import { withClient } from "@/runtime/roles";

const pool = testPool();

/** What is set where the source does not write it out, looked up by hand. */
const lookedUp: Record<string, string[]> = {
  "assessment db/commands/assessments/change-rule.ts": ["opens_on", "due_on", "expires_on"],
  "assessment db/commands/assessments/review-assessment.ts": [
    "reviewed_by",
    "reviewed_at",
    "discussed_by",
    "discussed_at",
  ],
  "assessment_answer db/commands/assessments/save-answer.ts": ["value", "value_sealed", "answered_at", "waited_ms"],
  "assignment db/commands/assessments/change-rule.ts": ["rule", "answer_window", "layout", "edition"],
  "chart_choice db/commands/charts/remember-chart.ts": ["as_table", "chosen_at"],
  "connection_summary db/commands/connection/save-check.ts": ["kept", "updated_at"],
  "enrolment db/commands/clients/correct-start.ts": ["start_date", "laid_out_from", "begun_on"],
  "enrolment db/commands/protocol/begin-weeks.ts": ["begun_on", "start_date", "laid_out_from"],
  "exercise_attempt db/commands/exercises/record-attempt.ts": [
    ...["outcome", "skip_reason", "anxiety_before", "anxiety_after", "how_it_went", "how_hard"],
    ...["details_sealed", "reflection_sealed"],
  ],
  "instrument_version db/commands/assessments/discard-version.ts": ["discarded_at", "discarded_by"],
  "outbox_letter runtime/worker/send-letters.ts": [
    ...["handed_over_at", "sent_at", "bounced_at", "bounce_code", "set_aside_at", "claim", "claim_ends_at", "due_at"],
  ],
  "push_note runtime/worker/send-push.ts": ["due_at", "tries", "sent_at", "set_aside_at"],
};

describe("what the application may change", () => {
  it("is what some command of it changes, column by column, and nothing else", async () => {
    const { columns, unsaid } = await columnsSet();
    expect([...new Set(unsaid)].sort()).toEqual(Object.keys(lookedUp).sort());
    const wanted = new Map(columns);
    for (const [place, names] of Object.entries(lookedUp)) {
      const [table = ""] = place.split(" ");
      wanted.set(table, new Set([...(wanted.get(table) ?? []), ...names]));
    }
    const { rows } = await pool.query<{ table: string; columns: string[] }>(
      `select c.table_name as table, array_agg(c.column_name::text order by c.column_name) as columns
         from information_schema.columns c
        where c.table_schema = 'public' and has_column_privilege('nearer_app', quote_ident(c.table_name), c.column_name, 'update')
        group by 1 order by 1`,
    );
    const may = Object.fromEntries(rows.map((row) => [row.table, row.columns]));
    const sorted = [...wanted].map(([table, names]) => [table, [...names].sort()] as const);
    expect(may).toEqual(Object.fromEntries(sorted.sort(([one], [other]) => (one < other ? -1 : 1))));
  });

  const refused = (practice: MintedPractice, statement: string, values: unknown[] = []) =>
    withScope(pool, practice.owner, testNow, ({ tx }: Scope) => tx.$client.query(statement, values)).then(
      () => "done",
      (error: { code?: string }) => error.code,
    );

  it.each([
    "update practice set is_sample = true",
    "update message set author_id = author_id",
    "update message set sent_at = sent_at",
    "update couple set linked_at = now()",
    "update assessment set instrument_version_id = instrument_version_id",
    "update assessment_score set score = 1",
    "update protocol_version set version = version + 1",
    "update account set created_at = now()",
    "update outbox_letter set account_id = account_id",
    "update session set account_id = account_id",
    "update totp_factor set seed_sealed = seed_sealed",
    "delete from message",
    "delete from audit_entry",
    "truncate audit_entry",
    "create table elsewhere (id int)",
    "create temp table elsewhere (id int)",
    "insert into attempt_limit (key) values ('x')",
    "update nearer_meta.seal_key set check_value = ''",
  ])("does not hold %s", async (statement) => {
    const practice = await mintPractice(pool);
    // 42703: there is no such column, and then this line says nothing.
    expect(await refused(practice, statement)).toBe("42501");
  });

  it("leaves an answer of a submitted sitting where it is, also one that is moved away first", async () => {
    const { practice, ines } = await layOutThings(pool);
    const { practiceId } = practice;
    const withSystemScope = (statement: string, values: unknown[]) =>
      withScope(pool, practice.system, testNow, ({ tx }) => tx.$client.query<{ id: string }>(statement, values));
    const { rows } = await withSystemScope(
      "select id from assessment where client_id = $1 and submitted_at is null order by opens_on limit 2",
      [ines.clientId],
    );
    const [frozen, open] = rows.map(({ id }) => id);
    for (const [sitting, itemId] of [
      [frozen, "1"],
      [open, "2"],
    ])
      await withSystemScope(
        "insert into assessment_answer (practice_id, id, assessment_id, item_id, form, value, answered_at) values ($1, $2, $3, $4, 'now', 2, now())",
        [practiceId, randomUUID(), sitting, itemId],
      );
    await withSystemScope("update assessment set submitted_at = now(), local_date = current_date where id = $1", [
      frozen,
    ]);
    // Not even whoever may write all columns.
    const tried = (statement: string, values: unknown[]) =>
      withClient(adminUrl(), (admin) => admin.query(statement, values)).then(
        ({ rowCount }) => rowCount,
        (error: { constraint?: string }) => error.constraint,
      );
    const move = "update assessment_answer set assessment_id = $2 where assessment_id = $1";
    expect(await tried(move, [frozen, open])).toBe("answers_frozen");
    expect(await tried(move, [open, frozen])).toBe("answers_frozen");
    expect(await tried("update assessment_answer set value = 0 where assessment_id = $1", [frozen])).toBe(
      "answers_frozen",
    );
    expect(await tried("delete from assessment_answer where assessment_id = $1", [frozen])).toBe("answers_frozen");
    expect(await tried("delete from assessment_answer where assessment_id = $1", [open])).toBe(1);
  });
});

describe("the roles", () => {
  it("end their statements by themselves, on the role and not by a word at the start of a connection", async () => {
    for (const [url, statement] of [
      [undefined, "15s"],
      [workerUrl(), "1min"],
    ] as const) {
      const asked = url ? connect({ url, max: 1, onIdleError: () => undefined }) : pool;
      const { rows } = await asked.query(
        "select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle",
      );
      expect(rows).toEqual([{ statement, idle: "30s" }]);
      if (url) await asked.end();
    }
  });

  it("keep proofs of who somebody is from the worker, which locks rows of accounts and changes none", async () => {
    const practice = await mintPractice(pool);
    const worker = connect({ url: workerUrl(), max: 1, onIdleError: () => undefined });
    const tried = (statement: string) =>
      withScope(worker, practice.system, testNow, ({ tx }) => tx.$client.query(statement)).then(
        () => "done",
        (error: { code?: string }) => error.code,
      );
    for (const table of ["totp_factor", "recovery_code", "passkey"])
      expect(await tried(`select id from ${table}`)).toBe("42501");
    expect(await tried("update account set role = 'owner'")).toBe("42501");
    expect(await tried("update account set password_hash = 'x'")).toBe("42501");
    expect(await tried(`select id from account where id = '${randomUUID()}' for update`)).toBe("done");
    await worker.end();
  });
});
