import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";

/**
 * Two practices on one database, ten thousand random steps each way: reads and writes without any condition and reads that ask
 * for the other practice, held by row-level security alone; then all reads and commands as a superuser, held by the filters alone.
 */
const root = path.resolve(import.meta.dirname, "..");
const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
const steps = process.env.NEARER_TENANT_STEPS ?? "10000";
const args = [vitest, "run", "--project", "database", "--testTimeout", "1800000", "db/queries/tenancy-without.test.ts"];
const { status } = spawnSync(process.execPath, args, {
  cwd: root,
  env: { ...process.env, NEARER_TENANT_STEPS: steps },
  stdio: "inherit",
});
if (status !== 0) process.exitCode = 1;
