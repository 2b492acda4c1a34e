import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openTestCluster, otherRuns, runName, type TestCluster } from "@/db/testing/cluster";
import { dropTestDatabases, ensureTemplate } from "@/db/testing/template";

declare module "vitest" {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** A real PostgreSQL for the database tests, with the migrated template; stopped by the last run that uses it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, "..", "..");
  const { cluster, embedded, close } = await openTestCluster(root);
  const presence = new pg.Client({ connectionString: cluster.adminUrl, application_name: runName(cluster.run) });
  presence.on("error", () => undefined);
  await presence.connect();
  const template = await ensureTemplate(root, cluster);
  if (embedded && (await otherRuns(cluster.adminUrl, cluster.run)) === 0)
    await dropTestDatabases(cluster, true, template);
  project.provide("testCluster", { ...cluster, template });
  return async () => {
    await dropTestDatabases(cluster, false);
    const others = await otherRuns(cluster.adminUrl, cluster.run);
    await presence.end();
    await close(others === 0);
  };
}
