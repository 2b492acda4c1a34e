import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { sendMessage } from "@/db/commands/messages/send-message";
import { withScope } from "@/db/scope";
import { adminUrl, appUrl, testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";

const pool = testPool();
const admin = new Client({ connectionString: adminUrl() });
let practiceId = "";

beforeAll(async () => {
  await admin.connect();
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  practiceId = practice.practiceId;
  const checkId = randomUUID();
  for (const [note, instead] of [["First."], ["Put right.", "1"]] as const)
    await withScope(pool, ines, testNow, (scope) =>
      saveConnectionCheck(scope, { id: checkId, score: 4, note, instead }),
    );
  await withScope(pool, ines, testNow, (scope) => sendMessage(scope, { id: randomUUID(), body: "Hello." }));
  const stranger = await mintClient(pool, await mintPractice(pool));
  await withScope(pool, stranger, testNow, (scope) => sendMessage(scope, { id: randomUUID(), body: "Elsewhere." }));
});
afterAll(() => admin.end());

/** In a transaction of this practice that leaves nothing behind: what becomes of it, by its code. */
async function tried(statement: string, client = admin): Promise<string> {
  await client.query("begin");
  await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
  const end = await client.query(statement).then(
    () => "done",
    (error: { code?: string }) => error.code ?? "",
  );
  await client.query("rollback");
  return end;
}

const asResealer = (statement: string) => `set local role nearer_resealer; ${statement}`;
const sealingUnder = (key: string, statement: string) =>
  `insert into nearer_meta.resealing (to_key, started_at) values ('${key}', now()); ${asResealer(statement)}`;

it("is a role of the database’s keeper alone, which changes sealed columns of one practice and nothing else", async () => {
  for (const url of [appUrl(), workerUrl()]) {
    const other = new Client({ connectionString: url });
    await other.connect();
    expect(await tried(asResealer("select 1"), other)).toBe("42501");
    await other.end();
  }
  const { rows: columns } = await admin.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
      where c.table_schema = 'public' and has_column_privilege('nearer_resealer', quote_ident(c.table_name), c.column_name, 'update')`,
  );
  expect(columns.length).toBeGreaterThan(60);
  const plain = columns.filter(({ column }) => !column.endsWith("_sealed"));
  expect(plain).toEqual([{ table: "correction", column: "before" }]);
  for (const statement of [
    "delete from message",
    "update message set read_at = now()",
    "insert into message select * from message",
    "select name from account",
    "update audit_entry set action = action",
    "select check_value from nearer_meta.seal_key",
    "update nearer_meta.resealing set ended_at = now()",
  ])
    expect(await tried(asResealer(statement)), statement).toBe("42501");
  const seen = "if (select count(*) from message) <> 1 then raise 'seen'; end if;";
  expect(await tried(asResealer(`do $$ begin ${seen} end $$`))).toBe("done");
});

it("sets a value that is being sealed anew: to the same length under the named key, and to nothing else", async () => {
  const under = (key: string) => `regexp_replace(body_sealed, '^s1\\.k1\\.', 's1.${key}.')`;
  const change = (text: string) => `update message set body_sealed = ${text}`;
  expect(await tried(sealingUnder("k3", change(under("k3"))))).toBe("done");
  expect(await tried(asResealer(change(under("k3")))), "while nothing is sealed anew").toBe("42501");
  for (const text of ["'plain'", "'s1.k3.short'", `${under("k3")} || 'x'`, under("k4"), "reverse(body_sealed)", "null"])
    expect(await tried(sealingUnder("k3", change(text))), text).toMatch(/42501|23502/);
});

it("changes of what stood before a correction the sealed words alone", async () => {
  const change = (value: string) => sealingUnder("k3", `update correction set before = ${value}`);
  const anew = "regexp_replace(before ->> 'note_sealed', '^s1\\.k1\\.', 's1.k3.')";
  expect(await tried(change(`before || jsonb_build_object('note_sealed', ${anew})`))).toBe("done");
  for (const value of [
    `before || '{"score": 1}'`,
    `before || '{"more": 1}'`,
    `before || '{"note_sealed": null}'`,
    "before - 'score'",
    "before - 'note_sealed'",
  ])
    expect(await tried(change(value)), value).toBe("42501");
});
