import type { Client } from "pg";
import { eraserRole } from "./erasing/erase";
import { appSeconds, boundInTime, workerSeconds } from "./role-limits";
import { resealerRole } from "./sealing/resealer";

/** Group roles that policies name. Login roles of any name become members of them. */
const groups = ["nearer_app", "nearer_worker", "nearer_door", eraserRole, resealerRole] as const;

const quoted = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;

/**
 * Creates what is missing, as the owner (CREATEROLE is needed only the first time), and lets the application's own
 * login act as nearer_app when the installation gave it another name.
 */
export async function prepareRoles(owner: Client, logins: { app?: string; worker?: string }): Promise<void> {
  for (const role of groups) {
    const { rowCount } = await owner.query("select 1 from pg_roles where rolname = $1", [role]);
    if (!rowCount) await owner.query(`create role ${role} nologin nobypassrls`);
  }
  for (const role of ["nearer_door", eraserRole, resealerRole]) {
    const member = await owner
      .query("select pg_has_role(current_user, $1, 'set') as can", [role])
      .catch(() => undefined);
    if (!member?.rows[0]?.can) await owner.query(`grant ${role} to current_user`);
  }
  await lendEraser(owner);
  for (const [group, login] of [
    ["nearer_app", logins.app],
    ["nearer_worker", logins.worker],
  ] as const) {
    if (!login || login === group) continue;
    const { rows } = await owner.query("select pg_has_role($1, $2, 'usage') as is_member", [login, group]);
    if (!rows[0]?.is_member) await owner.query(`grant ${group} to ${quoted(login)}`);
  }
  await boundLogins(owner, logins);
}

/**
 * The worker may take the eraser’s role and has none of its rights before it does. PostgreSQL 15 cannot keep the two apart: there
 * the worker has them at all times.
 */
export async function lendEraser(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ version: number; lent: boolean }>(
    `select current_setting('server_version_num')::int as version, exists (select 1 from pg_auth_members m
       where m.roleid = '${eraserRole}'::regrole and m.member = 'nearer_worker'::regrole) as lent`,
  );
  if (rows[0]?.lent) return;
  const apart = (rows[0]?.version ?? 0) >= 160_000 ? " with inherit false, set true" : "";
  await admin.query(`grant ${eraserRole} to nearer_worker${apart}`);
}

/** Logins of an installation's own may be another's to alter: then whoever made them bounds them, as docs/RUNNING.md says. */
async function boundLogins(owner: Client, { app, worker }: { app?: string; worker?: string }): Promise<void> {
  // One login for both is bound as the application is.
  const bounds = new Map(
    [worker && ([worker, workerSeconds] as const), app && ([app, appSeconds] as const)].filter((one) => !!one),
  );
  for (const [login, seconds] of bounds)
    await boundInTime(owner, login, seconds).catch((error: { code?: string }) => {
      if (error.code !== "42501") throw error;
    });
}
