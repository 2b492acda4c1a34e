import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client, type ClientBase } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { sendMessage } from "@/db/commands/messages/send-message";
import { connect } from "@/db/connect";
import { log } from "@/db/log";
import { withScope } from "@/db/scope";
import type { SealedColumn } from "@/db/sealed";
import { layOutThings } from "@/db/testing/client-things";
import { adminUrl, appUrl, ownerUrl, testPool, workerUrl } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import { withClient } from "@/runtime/roles";
import { eraseClients } from "@/runtime/worker/erase-clients";
import { waitingSince, writeAnew } from "./written-anew";

/** A word that nobody else writes. */
const word = "Zyxwia";
const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
const admin = new Client({ connectionString: adminUrl() });
const dir = mkdtempSync(path.join(os.tmpdir(), "nearer-traces-"));
beforeAll(() => admin.connect());
afterAll(async () => {
  await workers.end();
  await admin.end();
  rmSync(dir, { recursive: true, force: true });
});
const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

type AnyRow = { id: string; assessmentId: string; form: string; itemId: string; accountId: string; place: string };

async function declared(): Promise<SealedColumn<AnyRow>[]> {
  const folder = path.join(import.meta.dirname, "..", "schema");
  const modules: object[] = await Promise.all(readdirSync(folder).map((file) => import(path.join(folder, file))));
  return modules
    .flatMap((one) => Object.values(one))
    .filter((one): one is SealedColumn<AnyRow> => typeof one === "object" && one !== null && "readOrNull" in one);
}

const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Every sealed value of the practice, opened: where the word stands, and how many were opened at all. */
async function sealedWith(practiceId: string): Promise<{ opened: number; places: string[] }> {
  const places: string[] = [];
  let opened = 0;
  for (const column of await declared()) {
    const name = `${column.column}_sealed`;
    const { rows } = await admin.query<Record<string, unknown>>(
      `select * from "${column.table}" where practice_id = $1 and "${name}" is not null`,
      [practiceId],
    );
    for (const row of rows) {
      const bound = Object.fromEntries(Object.entries(row).map(([key, value]) => [camel(key), value]));
      const words = column.open(String(row[name]), bound as AnyRow & { practiceId: string });
      opened += 1;
      const plain = column.column === "content" ? Buffer.from(words, "base64").toString("utf8") + words : words;
      if (plain.includes(word)) places.push(`${column.table}.${column.column}`);
    }
  }
  return { opened, places: [...new Set(places)].sort() };
}

/** Files of this database in which the word stands, as PostgreSQL keeps them. */
async function filesWith(): Promise<string[]> {
  await admin.query("checkpoint");
  const { rows } = await admin.query<{ name: string }>(
    `select f.name from (select oid::text as oid from pg_database where datname = current_database()) d,
       lateral (select pg_ls_dir('base/' || d.oid) as name) f
     where f.name ~ '^[0-9]+' and position($1::bytea in pg_read_binary_file('base/' || d.oid || '/' || f.name, 0, 1000000000, true)) > 0`,
    [Buffer.from(word)],
  );
  return rows.map(({ name }) => name);
}

/** PostgreSQL looks through a table by itself now and then: one that it looks at is left, and written at the next time. */
async function untilAllAreWritten(owner: ClientBase): Promise<number> {
  const { written, left } = await writeAnew(owner);
  return left.length === 0 ? written : written + (await untilAllAreWritten(owner));
}

describe("what is left of somebody who was erased", () => {
  it("is no word in any sealed value, no line of a log, and no byte of a data file once tables were written anew", async () => {
    const lines: string[] = [];
    for (const level of ["trace", "debug", "info", "warn", "error", "fatal"] as const)
      vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void lines.push(JSON.stringify(said)));
    const { practice, ines } = await layOutThings(pool);
    const { practiceId, therapist } = practice;
    await admin.query("update account set name = $2, email = 'zyxwia@quist.example' where id = $1", [
      ...[ines.accountId, `${word} Quist`],
    ]);
    await withScope(pool, ines, testNow, async (scope) => {
      await saveConnectionCheck(scope, { id: randomUUID(), score: 4, note: `${word} of a check.` });
      await logDistanceMove(scope, {
        id: randomUUID(),
        move: "lone-wolf",
        happening: `${word} of a move.`,
        instead: null,
      });
      await sendMessage(scope, { id: randomUUID(), body: `${word} of a message.` });
    });
    const before = await sealedWith(practiceId);
    expect(before.places).toEqual(["connection_check.note", "distance_move.situation", "message.body"]);
    expect(before.opened).toBeGreaterThan(30);
    expect((await filesWith()).length).toBeGreaterThan(0);

    await admin.query(
      "insert into retention_rule (practice_id, id, years, set_by, set_at) values ($1, $2, 0, $3, $4)",
      [...[practiceId, randomUUID(), practice.owner.accountId, testNow]],
    );
    for (const [kind, by, minute] of [
      ["asked", ines.accountId, 1],
      ["granted", therapist.accountId, 2],
    ] as const)
      await admin.query(
        "insert into erasure_step (practice_id, id, client_id, kind, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6)",
        [practiceId, randomUUID(), ines.clientId, kind, by, new Date(testNow.getTime() + minute * 60_000)],
      );
    const looker = new Client({ connectionString: adminUrl() });
    await looker.connect();
    await looker.query("begin isolation level repeatable read");
    await looker.query("select count(*) from practice");
    expect(await eraseClients(workers, practice.system, later(1), dir)).toBe(2);
    const after = await sealedWith(practiceId);
    expect(after.places).toEqual([]);
    expect(after.opened).toBeGreaterThan(0);
    await admin.query("vacuum");
    expect((await filesWith()).length).toBeGreaterThan(0);
    await withClient(ownerUrl(), async (owner) => {
      expect(await waitingSince(owner)).toEqual(later(1));
      // Somebody who looked before the erasing and still looks sees the old rows: they are carried over.
      const early = await writeAnew(owner);
      expect(early.left).toContain("account");
      await looker.query("commit");
      await looker.end();
      expect(await untilAllAreWritten(owner)).toBe(early.left.length);
      expect(await waitingSince(owner)).toBe(null);
    });
    expect(await filesWith()).toEqual([]);
    expect(lines.join("\n")).not.toMatch(/zyxwia|quist/i);
  });
});

describe("writing tables anew", () => {
  it("makes nobody wait: what is busy is left for the next time, and a table that is no more is done", async () => {
    await admin.query("delete from nearer_meta.trace");
    await admin.query("insert into nearer_meta.trace values ('message', now()), ('client', now()), ('no_more', now())");
    let waiting = 0;
    await withClient(ownerUrl(), async (owner) => {
      await withClient(adminUrl(), async (reader) => {
        await reader.query("begin");
        await reader.query("lock table message in access share mode");
        const began = performance.now();
        const first = await writeAnew(owner, { waitSeconds: 1, writeSeconds: 10 });
        expect(first.left).toContain("message");
        waiting = first.left.length;
        expect(first.written + waiting).toBe(3);
        expect(performance.now() - began).toBeLessThan(4_000);
        await reader.query("commit");
      });
      expect(await untilAllAreWritten(owner)).toBe(waiting);
      expect((await owner.query("show statement_timeout")).rows).toEqual([{ statement_timeout: "0" }]);
    });
  });

  it("is for who owns the tables: the worker notes what it leaves, and takes no note away", async () => {
    const asWorker = (statement: string) => withClient(workerUrl(), (worker) => worker.query(statement));
    await expect(asWorker("delete from nearer_meta.trace")).rejects.toThrow(/permission denied/);
    await expect(withClient(appUrl(), (app) => app.query("table nearer_meta.trace"))).rejects.toThrow(
      /permission denied/,
    );
  });
});
