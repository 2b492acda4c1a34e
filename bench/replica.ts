import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Embedded } from "@/runtime/embedded-postgres";
import { runProgram } from "@/runtime/program";
import { withClient } from "@/runtime/roles";
import { askUntil } from "@/runtime/wait";

/** What a copy of a running server leaves out: https://www.postgresql.org/docs/current/continuous-archiving.html */
const leftOut = /\/(postmaster\.(pid|opts)|(pg_wal|pg_replslot|pg_stat_tmp|pg_notify|pg_subtrans)\/.+)$/;
const name = "nearer_replica";

export type Replica = { port: number; promote: () => Promise<void>; stop: () => Promise<void> };

/**
 * A second PostgreSQL on loopback that follows this one, and without which this one acknowledges nothing. The package of npm has
 * no pg_basebackup, so the copy is made by `pg_backup_start` as the handbook says.
 */
export async function startReplica(primary: Embedded, dir: string, port: number): Promise<Replica> {
  const { area, binaries, secrets } = primary;
  const to = path.join(dir, "pg");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o711 });
  const admin = new pg.Client({ connectionString: primary.superuserUrl("postgres") });
  await admin.connect();
  try {
    await admin.query("select pg_create_physical_replication_slot($1, true)", [name]);
    await admin.query("select pg_backup_start($1, true)", [name]);
    cpSync(area.databaseDir, to, { recursive: true, filter: (file) => !leftOut.test(file) });
    const { rows } = await admin.query<{ label: string }>("select labelfile as label from pg_backup_stop(false)");
    writeFileSync(path.join(to, "backup_label"), rows[0]?.label ?? "");
  } finally {
    await admin.end();
  }
  const source = `host=127.0.0.1 port=${primary.port} user=nearer_super password=${secrets.passwords.superuser} application_name=${name}`;
  writeFileSync(
    path.join(to, "postgresql.auto.conf"),
    `primary_conninfo = '${source}'\nprimary_slot_name = '${name}'\n`,
  );
  writeFileSync(path.join(to, "standby.signal"), "");
  belongsTo(to, area.user);
  const run = async (...args: string[]) => {
    const { code, output } = await runProgram(binaries.pgCtl, [...args, "-D", to], area.user, to);
    if (code !== 0) throw new Error(`pg_ctl ${args[0]}: ${output}`);
  };
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='' -c hot_standby=on`;
  await run("start", "-w", "-t", "60", "-l", path.join(to, "start.log"), "-o", options);
  await withClient(primary.superuserUrl("postgres"), async (client) => {
    await client.query(`alter system set synchronous_standby_names = '${name}'`);
    await client.query("select pg_reload_conf()");
    const followed = await askUntil(async () => {
      const { rows } = await client.query("select from pg_stat_replication where sync_state = 'sync'");
      return rows.length > 0 || null;
    }, 30_000);
    if (!followed) throw new Error("The replica does not follow.");
  });
  return {
    port,
    promote: () => run("promote", "-w", "-t", "60"),
    stop: async () => {
      await run("stop", "-m", "fast", "-w").catch(() => undefined);
      await sleep(100);
    },
  };
}

function belongsTo(dir: string, user: { uid: number; gid: number } | null): void {
  chmodSync(dir, 0o700);
  if (!user) return;
  chownSync(dir, user.uid, user.gid);
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }))
    chownSync(path.join(entry.parentPath, entry.name), user.uid, user.gid);
}
