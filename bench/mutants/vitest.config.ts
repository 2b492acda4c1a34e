import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..", "..");

/** The tests beside the rules alone, because what a rule decides is said there; each file in a process of its own: a mutant of what runs on loading has to be loaded anew. */
export default defineConfig({
  root,
  resolve: { alias: { "@": root, "server-only": path.join(root, "db/testing/server-only.ts") } },
  test: {
    include: ["lib/{safety,couples}/*.test.ts", "lib/*/{closeness,offered-form,check-calendar,zone-country}.test.ts"],
    environment: "node",
    setupFiles: ["db/testing/property-seed.ts"],
    testTimeout: 120_000,
  },
});
