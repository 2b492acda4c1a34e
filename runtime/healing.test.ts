import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { scratchArea } from "@/db/testing/scratch-area";
import { readPostmasterFile } from "@/runtime/postmaster-file";
import { withClient } from "@/runtime/roles";
import { holdSupervisorLock } from "@/runtime/supervisor-lock";

const removals: (() => Promise<void>)[] = [];
function area() {
  const made = scratchArea();
  removals.push(made.remove);
  return made;
}
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

function postmasterOf(databaseDir: string): number {
  const file = readPostmasterFile(databaseDir);
  if (!file) throw new Error("no postmaster runs");
  return file.pid;
}

describe("the embedded database after the worst", () => {
  it("keeps every acknowledged row when it is killed under 8 writers", async () => {
    const { start } = area();
    const first = await start(true);
    await withClient(first.superuserUrl("postgres"), (admin) => admin.query("create table kept (id text primary key)"));
    const acknowledged: string[] = [];
    let killed = false;
    const writer = async (name: number) => {
      const client = new pg.Client({ connectionString: first.superuserUrl("postgres") });
      client.on("error", () => undefined);
      try {
        // Whoever comes late may find the server killed already.
        await client.connect();
        for (let i = 0; ; i += 1) {
          const id = `${name}-${i}`;
          await client.query("insert into kept values ($1)", [id]);
          acknowledged.push(id);
          if (acknowledged.length > 400 && !killed) {
            killed = true;
            process.kill(postmasterOf(first.area.databaseDir), "SIGKILL");
          }
        }
      } catch {
        await client.end().catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
    expect(killed).toBe(true);

    const second = await start(true);
    expect(second.adopted).toBe(false);
    const kept = await withClient(second.superuserUrl("postgres"), async (client) => {
      const { rows } = await client.query<{ id: string }>("select id from kept");
      return new Set(rows.map(({ id }) => id));
    });
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(400);
  });

  it("adopts the database that an ended supervisor left running", async () => {
    const { start } = area();
    const first = await start();
    const pid = postmasterOf(first.area.databaseDir);
    const second = await start();
    expect(second).toMatchObject({ adopted: true, port: first.port });
    expect(postmasterOf(second.area.databaseDir)).toBe(pid);
  });

  it("never adopts the database of another directory, and leaves its pid file alone", async () => {
    const mine = area();
    const other = area();
    const stopped = await mine.start();
    await stopped.stop();
    const running = await other.start();
    const foreign = readFileSync(path.join(running.area.databaseDir, "postmaster.pid"), "utf8");
    const pidFile = path.join(stopped.area.databaseDir, "postmaster.pid");
    writeFileSync(pidFile, foreign);
    // What stood in the way of an earlier start is not what stands in the way of this one.
    appendFileSync(path.join(stopped.area.logDir, "start.log"), "FATAL:  could not write: No space left on device\n");

    await expect(mine.start()).rejects.toThrow(/postmaster\.pid is left from a crash and names process \d+/);
    expect(readFileSync(pidFile, "utf8")).toBe(foreign);
    expect((await other.start()).adopted).toBe(true);
    rmSync(pidFile);
  });

  it("refuses politely when its secrets are gone, and makes no new ones", async () => {
    const { start, dir } = area();
    const first = await start();
    const file = path.join(dir, "secrets.json");
    const secrets = readFileSync(file, "utf8");
    rmSync(file);
    await expect(start()).rejects.toThrow(/Put .*secrets\.json back from your backup/);
    writeFileSync(file, secrets, { mode: 0o600 });
    expect((await start()).port).toBe(first.port);
  });

  it("has one supervisor per data directory", async () => {
    const { start } = area();
    const { superuserUrl } = await start();
    const held = await holdSupervisorLock(superuserUrl("postgres"), "http://127.0.0.1:4711");
    await expect(holdSupervisorLock(superuserUrl("postgres"), "http://127.0.0.1:4712")).rejects.toThrow(
      `already running on this data directory at http://127.0.0.1:4711 (process ${process.pid})`,
    );
    await held.release();
    const next = await holdSupervisorLock(superuserUrl("postgres"), "http://127.0.0.1:4712");
    await next.release();
  });

  it("makes one database when two first starts come at once", async () => {
    const { start } = area();
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.port).toBe(two.port);
    expect(one.secrets).toEqual(two.secrets);
  });
});
