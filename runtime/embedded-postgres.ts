import { readFileSync } from "node:fs";
import path from "node:path";
import { type Area, openArea } from "@/runtime/area";
import { type Binaries, prepareBinaries } from "@/runtime/binaries";
import { ensureRunning, stopCluster, urlOf } from "@/runtime/cluster";
import { initialise, superuser } from "@/runtime/initdb";
import { closeLargeObjects, ensureDatabase, ensureRoles, withClient } from "@/runtime/roles";
import { openSecrets, type Secrets } from "@/runtime/secrets";

export type Embedded = {
  area: Area;
  binaries: Binaries;
  secrets: Secrets;
  port: number;
  adopted: boolean;
  /** Of PostgreSQL itself. */
  major: number;
  /** A connection string for the superuser to a database of this cluster. */
  superuserUrl: (database: string) => string;
  roleUrl: (role: "owner" | "app" | "worker", database: string) => string;
  stop: () => Promise<void>;
};

type Options = { dir: string; named: boolean; durable: boolean; archive?: boolean; say: (line: string) => void };

/** A running PostgreSQL in `dir` with the product's roles: made, started, adopted or healed, whichever it needs. */
export async function startEmbedded({ dir, named, durable, archive = false, say }: Options): Promise<Embedded> {
  const area = openArea({ dir, named, say });
  const binaries = prepareBinaries(area.user, path.join(area.dir, "programs"));
  const secrets = openSecrets(area);
  const { passwords } = secrets;
  await initialise({ area, binaries, password: passwords.superuser, durable });
  const { port, adopted } = await ensureRunning({ area, binaries, password: passwords.superuser, durable, archive });
  const superuserUrl = (database: string) => urlOf(port, superuser, passwords.superuser, database);
  await withClient(superuserUrl("postgres"), (admin) => ensureRoles(admin, passwords));
  return {
    area,
    binaries,
    secrets,
    port,
    adopted,
    major: Number(readFileSync(path.join(area.databaseDir, "PG_VERSION"), "utf8")),
    superuserUrl,
    roleUrl: (role, database) => urlOf(port, `nearer_${role}`, passwords[role], database),
    stop: () => stopCluster({ area, binaries }),
  };
}

/** The database of a practice, inside a running cluster. */
export async function openDatabase(embedded: Embedded, name: string): Promise<void> {
  await withClient(embedded.superuserUrl("postgres"), async (admin) => {
    await ensureDatabase(admin, name);
    // The cluster's own database is nobody's to write in.
    await admin.query("revoke all on database postgres from public");
  });
  await withClient(embedded.superuserUrl(name), closeLargeObjects);
}
