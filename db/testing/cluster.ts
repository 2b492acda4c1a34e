import { randomBytes } from "node:crypto";
import path from "node:path";
import { startEmbedded } from "@/runtime/embedded-postgres";
import { ensureRoles, type RolePasswords, withClient } from "@/runtime/roles";

/** Where tests make their databases, and how to sign in there as each role. Plain data: it crosses to the workers. */
export type TestCluster = { adminUrl: string; run: string; template: string; passwords: RolePasswords };

const runTitle = "nearer test run";

/** The cluster of this working copy in `.test/`, or the PostgreSQL that TEST_DATABASE_URL names. */
export async function openTestCluster(root: string): Promise<{
  cluster: Omit<TestCluster, "template">;
  embedded: boolean;
  /** Ends this run; the last run that uses the embedded cluster stops it. */
  close: (isLast: boolean) => Promise<void>;
}> {
  const run = randomBytes(4).toString("hex");
  const external = process.env.TEST_DATABASE_URL;
  if (external) {
    const password = () => randomBytes(24).toString("base64url");
    const passwords = { owner: password(), app: password(), worker: password() };
    await withClient(external, async (admin) => {
      await ensureRoles(admin, passwords);
      await admin.query("grant nearer_owner to current_user");
    });
    return { cluster: { adminUrl: external, run, passwords }, embedded: false, close: async () => undefined };
  }
  const embedded = await startEmbedded({
    dir: path.join(root, ".test"),
    named: false,
    durable: false,
    say: console.warn,
  });
  const { passwords } = embedded.secrets;
  return {
    cluster: { adminUrl: embedded.superuserUrl("postgres"), run, passwords },
    embedded: true,
    close: async (isLast) => {
      if (isLast) await embedded.stop();
    },
  };
}

export const runName = (run: string): string => `${runTitle} ${run}`;

/** How many other test runs are connected to this cluster at this moment. */
export async function otherRuns(adminUrl: string, run: string): Promise<number> {
  return withClient(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where application_name like $1 and application_name <> $2",
      [`${runTitle} %`, runName(run)],
    );
    return rows[0]?.count ?? 0;
  });
}

/** The same server, another database, another role. */
export function urlFor(adminUrl: string, database: string, role?: { name: string; password: string }): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (role) {
    url.username = role.name;
    url.password = encodeURIComponent(role.password);
  }
  return url.href;
}
