import pg from "pg";
import { eraserRole } from "@/db/erasing/erase";
import { appSeconds, boundInTime, workerSeconds } from "@/db/role-limits";
import { lendEraser } from "@/db/roles";
import { resealerRole } from "@/db/sealing/resealer";
import { scramVerifier } from "@/runtime/scram";
import type { Secrets } from "@/runtime/secrets";

export type RolePasswords = Pick<Secrets["passwords"], "owner" | "app" | "worker">;

const lockKey = 7_205_001;

/**
 * The six roles, made once and healed on every start. `nearer_door` owns the few functions that look beyond one
 * practice; nobody signs in as it, and only the owner may hand a function to it. Nobody signs in as the eraser or as the
 * resealer either; the one is lent to the worker, the other to the owner alone.
 */
export async function ensureRoles(admin: pg.Client, passwords: RolePasswords): Promise<void> {
  await admin.query("begin");
  try {
    await admin.query("select pg_advisory_xact_lock($1)", [lockKey]);
    const roles: [name: string, attributes: string, password: string | null][] = [
      ["nearer_owner", "login createrole", passwords.owner],
      ["nearer_app", "login", passwords.app],
      ["nearer_worker", "login", passwords.worker],
      ["nearer_door", "nologin", null],
      [eraserRole, "nologin", null],
      [resealerRole, "nologin", null],
    ];
    for (const [name, attributes, password] of roles) {
      const { rowCount } = await admin.query("select from pg_roles where rolname = $1", [name]);
      if (!rowCount) await admin.query(`create role ${name}`);
      const secret = password === null ? "" : ` password ${admin.escapeLiteral(scramVerifier(password))}`;
      await admin.query(`alter role ${name} ${attributes}${secret}`);
    }
    for (const [name, statementSeconds] of [
      ["nearer_app", appSeconds],
      ["nearer_worker", workerSeconds],
    ] as const)
      await boundInTime(admin, name, statementSeconds);
    await admin.query(`grant nearer_door, ${eraserRole}, ${resealerRole} to nearer_owner`);
    await lendEraser(admin);
    await admin.query("commit");
  } catch (error) {
    await admin.query("rollback");
    throw error;
  }
}

/** Makes the database when it is missing. Only the product's own roles may connect to it. */
export async function ensureDatabase(admin: pg.Client, name: string, template = "template0"): Promise<void> {
  const { rowCount } = await admin.query("select from pg_database where datname = $1", [name]);
  const database = admin.escapeIdentifier(name);
  if (!rowCount) {
    const builtin = await hasBuiltinLocales(admin);
    const locale = builtin ? "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'" : "locale 'C'";
    const how = template === "template0" ? `encoding 'UTF8' ${locale}` : "";
    await admin.query(
      `create database ${database} owner nearer_owner template ${admin.escapeIdentifier(template)} ${how}`,
    );
  }
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to nearer_app, nearer_worker`);
}

/** Large objects stand outside of every table, and so outside of row-level security. */
export async function closeLargeObjects(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "select oid::regprocedure::text as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_|loread|lowrite)'",
  );
  if (rows.length > 0)
    await admin.query(`revoke execute on function ${rows.map(({ name }) => name).join(", ")} from public`);
}

async function hasBuiltinLocales(admin: pg.Client): Promise<boolean> {
  const { rows } = await admin.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  return (rows[0]?.version ?? 0) >= 170_000;
}

/** One short errand with a connection of its own. */
export async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>, name = "nearer"): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
