import pg from "pg";
import { Fault } from "@/runtime/fault";
import { askUntil } from "@/runtime/wait";

const lockKey = 7_205_002;
const title = "nearer supervisor";

export type SupervisorLock = { lost: Promise<void>; release: () => Promise<void> };

/**
 * One supervisor per database, held by a session of that database: it cannot outlive its holder, and its end tells
 * the holder at once that the database went away.
 */
export async function holdSupervisorLock(superuserUrl: string, address: string): Promise<SupervisorLock> {
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000, keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.once("end", () => resolve());
    client.on("error", () => resolve());
  });
  await client.connect();
  await client.query("select set_config('application_name', $1, false)", [`${title} ${process.pid} ${address}`]);
  const held = await askUntil(async () => {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [lockKey]);
    return rows[0]?.held || null;
  }, 2_000);
  if (held) return { lost, release: () => client.end().catch(() => undefined) };
  const other = await holderOf(client);
  await client.end();
  throw new Fault(
    `Nearer is already running on this data directory${other ? ` at ${other.address} (process ${other.pid})` : ""}. Use that one, or stop it first.`,
  );
}

/** The process that looks after this database at the moment, and where its application is. */
export async function holderOf(client: pg.Client): Promise<{ pid: number; address: string } | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.objid = $1 and a.application_name like $2 and a.pid <> pg_backend_pid()`,
    [lockKey, `${title} %`],
  );
  const [, , pid, address] = rows[0]?.name.split(" ") ?? [];
  return pid && address ? { pid: Number(pid), address } : null;
}
