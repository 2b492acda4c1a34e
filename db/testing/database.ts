import type { Pool } from "pg";
import { afterAll, inject } from "vitest";
import { connect } from "@/db/connect";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { urlFor } from "@/db/testing/cluster";
import { cloneTemplate } from "@/db/testing/template";
import { ensureDatabase, withClient } from "@/runtime/roles";

const cluster = inject("testCluster");

/** This worker's own copy of the migrated database. Files that run one after the other in a worker share it. */
const name = `nearer_test_${cluster.run}_${process.env.VITEST_POOL_ID ?? "0"}`;
await cloneTemplate(cluster, name);

export const ownerUrl = (): string =>
  urlFor(cluster.adminUrl, name, { name: "nearer_owner", password: cluster.passwords.owner });
export const appUrl = (): string =>
  urlFor(cluster.adminUrl, name, { name: "nearer_app", password: cluster.passwords.app });
export const workerUrl = (): string =>
  urlFor(cluster.adminUrl, name, { name: "nearer_worker", password: cluster.passwords.worker });
/** The superuser (or the external server's owner): for what only an attacker or an administrator could do. */
export const adminUrl = (): string => urlFor(cluster.adminUrl, name);

/** A database of its own, for a test that cannot share: unmigrated when `template` is false. */
export async function ownDatabase(
  label: string,
  template = true,
): Promise<{ ownerUrl: string; appUrl: string; workerUrl: string }> {
  const own = `${name}_${label}`;
  if (template) await cloneTemplate(cluster, own);
  else await withClient(cluster.adminUrl, (admin) => ensureDatabase(admin, own));
  return {
    ownerUrl: urlFor(cluster.adminUrl, own, { name: "nearer_owner", password: cluster.passwords.owner }),
    appUrl: urlFor(cluster.adminUrl, own, { name: "nearer_app", password: cluster.passwords.app }),
    workerUrl: urlFor(cluster.adminUrl, own, { name: "nearer_worker", password: cluster.passwords.worker }),
  };
}

const testSealKey = `k1:${Buffer.alloc(32, 7).toString("base64")}`;

/** The application's own pool on this worker's database, with keys to seal by. Ends with the worker. */
export const testPool = (): Pool => {
  holdKeyRing(readKeyRing(testSealKey));
  const pool = connect({ url: appUrl(), max: 24, keepsPlans: true, onIdleError: () => undefined });
  afterAll(() => pool.end());
  return pool;
};
