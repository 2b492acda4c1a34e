import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import { lastRuns } from "@/db/running-record";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { mintPractice } from "@/db/testing/mint";
import { scratchArea } from "@/db/testing/scratch-area";
import { sealWord } from "@/db/testing/sealed-word";
import { backUp, drill, restore } from "@/runtime/backup/commands";
import { differences, type Fingerprint, fingerprintOf } from "@/runtime/backup/fingerprint";
import { listBackups } from "@/runtime/backup/store";
import { databaseName } from "@/runtime/embedded-database";
import { type Embedded, openDatabase, startEmbedded } from "@/runtime/embedded-postgres";
import { withClient } from "@/runtime/roles";
import { holdSupervisorLock, type SupervisorLock } from "@/runtime/supervisor-lock";

const root = path.resolve(import.meta.dirname, "../..");
const { dir, remove } = scratchArea();
const data = path.join(dir, "data");
const backups = path.join(dir, "kept");
const operatorKey = path.join(dir, "operator.txt");
let live: Embedded;
let recipient = "";
/** A moment after the backup, and what every table held then. */
let until = "";
let asTheyWere: Fingerprint = {};
let lock: SupervisorLock;

const env = (): NodeJS.ProcessEnv => ({
  ...{ NODE_ENV: "production", PATH: process.env.PATH, NEARER_DATA_DIR: data, NEARER_TEST_NO_FSYNC: "1" },
  ...{ BACKUP_DIR: backups, BACKUP_RECIPIENTS: recipient },
});
const commands = { backup: backUp, drill, restore };

/** What somebody who types `npm run …` reads. */
const npmRun = (what: keyof typeof commands, ...words: string[]): Promise<string> =>
  commands[what]({ words, env: env() }).catch((error: Error) => error.message);

const ask = <T extends object>(of: Embedded, sql: string, values: unknown[] = []) =>
  withClient(of.superuserUrl(databaseName), async (client) => (await client.query<T>(sql, values)).rows);
const note = (words: string) => ask(live, "insert into noted values ($1)", [words]);
async function look<T>(into: string, see: (restored: Embedded) => Promise<T>): Promise<T> {
  const restored = await startEmbedded({ dir: into, named: true, durable: false, say: () => undefined });
  try {
    return await see(restored);
  } finally {
    await restored.stop();
  }
}

beforeAll(async () => {
  mkdirSync(data, { mode: 0o711 });
  live = await startEmbedded({ dir: data, named: true, durable: false, archive: true, say: () => undefined });
  lock = await holdSupervisorLock(live.superuserUrl("postgres"), "http://127.0.0.1:4711");
  await openDatabase(live, databaseName);
  await migrate({ ownerUrl: live.roleUrl("owner", databaseName) });
  const pool = connect({ url: live.roleUrl("app", databaseName), max: 4, onIdleError: () => undefined });
  holdKeyRing(readKeyRing(live.secrets.sealKeys));
  await sealWord(pool, await mintPractice(pool));
  await pool.end();
  await ask(live, "create table noted (words text primary key)");
  await note("before");
});
afterAll(async () => {
  await lock.release();
  await live.stop();
  await remove();
});

describe("a backup of the embedded database, by its document", () => {
  it("makes a key for the operator, once", async () => {
    const said = await npmRun("backup", "--new-key", operatorKey);
    recipient = /BACKUP_RECIPIENTS=(age1\S+)/.exec(said)?.[1] ?? "";
    expect(recipient.length).toBeGreaterThan(50);
    expect(await npmRun("backup", "--new-key", operatorKey)).toMatch(/is there already/);
  });

  it("says that there is nothing to drill with before the first", async () => {
    expect(await npmRun("drill")).toMatch(/no backup of this practice yet/);
  });

  it("is written beside people who work, read back, and says nothing of what is in it", async () => {
    let isWriting = true;
    const writer = (async () => {
      for (let i = 0; isWriting; i += 1) await note(`during ${i}`);
    })();
    const code = await new Promise((resolve) => {
      spawn(process.execPath, [path.join(root, "scripts/start.mjs"), "--backup"], {
        cwd: root,
        stdio: "ignore",
        env: env(),
      }).once("close", resolve);
    });
    isWriting = false;
    await writer;
    const [backup] = listBackups(backups);
    expect({ code, kind: backup?.kind }).toEqual({ code: 0, kind: "cluster" });
    const file = readFileSync(backup?.file ?? "");
    expect(file.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect(file.includes("Test practice")).toBe(false);
  });

  it("comes back in a drill the same in every table, up to this moment, and its words open", async () => {
    await note("after the backup");
    const [now = { at: "" }] = await ask<{ at: string }>(live, "select to_json(clock_timestamp())#>>'{}' as at");
    until = now.at;
    asTheyWere = await withClient(live.superuserUrl(databaseName), fingerprintOf);
    await note("a mistake");
    const said = await npmRun("drill");
    expect(said).toMatch(
      /^The backup of \S+ came back in [\d.]+ seconds\. \d{2,} tables with \d{3,} rows are the same, row by row\. Sealed words open \(k1: 1 columns\)/,
    );
    expect(readdirSync(data).filter((name) => name.startsWith("drill-"))).toEqual([]);
    const runs = await withClient(live.roleUrl("app", databaseName), lastRuns);
    expect([runs.backup?.good?.outcome, runs.drill?.good?.words]).toEqual(["good", said]);
  });

  it("is restored into a new directory, to a minute, with the operator’s key alone: hash by hash what was there", async () => {
    const machineKey = path.join(data, "backup-identity.txt");
    const kept = readFileSync(machineKey);
    rmSync(machineKey);
    const into = path.join(dir, "restored");
    expect(await npmRun("restore", "latest", into, "--until", until)).toMatch(/does not open with the keys given/);
    const said = await npmRun("restore", "latest", into, "--until", until, "--identity", operatorKey);
    writeFileSync(machineKey, kept, { mode: 0o600 });
    expect(said).toMatch(/^Restored into .* Start it: NEARER_DATA_DIR=/);
    const print = await look(into, (restored) => withClient(restored.superuserUrl(databaseName), fingerprintOf));
    expect(differences(asTheyWere, print)).toEqual([]);
    expect(await npmRun("restore", "latest", into)).toMatch(/is not empty\. A restore never replaces anything/);
  });

  it("names a time that the log does not reach, and leaves nothing behind", async () => {
    const into = path.join(dir, "tomorrow");
    const said = await npmRun("restore", "latest", into, "--until", "2099-01-01T00:00:00Z");
    expect(said).toMatch(/does not reach that time/);
    expect(existsSync(into)).toBe(false);
  });

  it("does not pass for one when a byte of it is wrong", async () => {
    const [backup] = listBackups(backups);
    const file = backup?.file ?? "";
    const whole = readFileSync(file);
    const hurt = Buffer.from(whole);
    hurt[whole.length - 1_000] = (hurt[whole.length - 1_000] ?? 0) ^ 1;
    writeFileSync(file, hurt);
    const said = await npmRun("restore", "latest", path.join(dir, "hurt"));
    writeFileSync(file, whole);
    expect(said).toMatch(/is damaged/);
  });

  it("erases again what was erased since, or does not come back at all", async () => {
    const list = path.join(backups, "erasures.jsonl");
    const one = {
      at: new Date().toISOString(),
      practiceId: crypto.randomUUID(),
      what: "somebody",
      id: crypto.randomUUID(),
    };
    writeFileSync(list, `${JSON.stringify(one)}\n`);
    const into = path.join(dir, "erased");
    expect(await npmRun("restore", "latest", into)).toMatch(
      /somebody was erased on .* does not know how to erase it again/,
    );
    expect(existsSync(into)).toBe(false);
    rmSync(list);
  });
});
