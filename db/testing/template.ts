import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { migrate } from "@/db/migrate";
import { type TestCluster, urlFor } from "@/db/testing/cluster";
import { ensureDatabase, withClient } from "@/runtime/roles";

const templatePrefix = "nearer_template_";
const lockKey = 7_205_003;

/** Everything that decides what a migrated database looks like. */
function migrationsHash(root: string): string {
  const hash = createHash("sha256");
  const add = (file: string) => {
    const full = path.join(root, file);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${file}/${name}`);
    } else hash.update(`${file}\0`).update(readFileSync(full));
  };
  for (const file of [
    "db/door-tables.ts",
    "db/erasing",
    "db/migrations",
    "db/migrate.ts",
    "db/roles.ts",
    "db/privileges.ts",
    "db/running-record.ts",
    "db/sealing/resealer.ts",
  ])
    add(file);
  return hash.digest("hex").slice(0, 12);
}

/** One migrated database per state of the migrations; every test database is a copy of it. */
export async function ensureTemplate(root: string, cluster: Omit<TestCluster, "template">): Promise<string> {
  const template = `${templatePrefix}${migrationsHash(root)}`;
  await withClient(cluster.adminUrl, async (admin) => {
    await admin.query("select pg_advisory_lock($1)", [lockKey]);
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [template]);
    if (rowCount) return;
    const building = `${template}_building`;
    await admin.query(`drop database if exists "${building}" with (force)`);
    await ensureDatabase(admin, building);
    await migrate({
      ownerUrl: urlFor(cluster.adminUrl, building, { name: "nearer_owner", password: cluster.passwords.owner }),
    });
    await admin.query(`alter database "${building}" rename to "${template}"`);
  });
  return template;
}

/** Copies the template under a new name; 30 to 70 ms. */
export async function cloneTemplate(cluster: TestCluster, name: string): Promise<void> {
  await withClient(cluster.adminUrl, (admin) => ensureDatabase(admin, name, cluster.template));
}

/** Removes test databases: those of one run, or with `everything` also what killed runs and older templates left. */
export async function dropTestDatabases(
  cluster: Omit<TestCluster, "template">,
  everything: boolean,
  keep = "",
): Promise<void> {
  await withClient(cluster.adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      "select datname as name from pg_database where datname like $1 or ($2 and datname like any($3)) order by 1",
      [`nearer_test_${cluster.run}_%`, everything, ["nearer_test_%", `${templatePrefix}%`]],
    );
    for (const { name } of rows) {
      if (name !== keep) await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
    }
  });
}
