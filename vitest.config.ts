import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
/** In every project, wherever a property comes to stand. */
const setupFiles = ["db/testing/property-seed.ts"];
const onDatabase = {
  environment: "node" as const,
  // What is refused is logged as well: of tests nobody reads it.
  env: { LOG_LEVEL: "warn" },
  setupFiles,
  globalSetup: ["db/testing/global-setup.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
};
const alias = { "@": root, "server-only": path.join(root, "db/testing/server-only.ts") };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "{app,components}/**/*.test.{ts,tsx}", "scripts/*.test.ts"],
          environment: "node",
          setupFiles,
          // Nothing here keeps state or stands in for a module, so a file needs no process of its own.
          isolate: false,
          // Properties run hundreds of cases; a busy machine is no failure.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...onDatabase,
          name: "database",
          include: ["{db,runtime,sample}/**/*.test.ts"],
          // Nothing in them stands in for a module: each file has a database of its own, and needs no process of its own.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias },
        test: { ...onDatabase, name: "server", include: ["server/**/*.test.ts"], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
