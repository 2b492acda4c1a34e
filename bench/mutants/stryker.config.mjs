import path from "node:path";
import process from "node:process";

/** Everything that the rules decide, mutated and tried against the tests beside it: `npm run proof mutants`. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "bench/mutants/vitest.config.ts" },
  plugins: ["@stryker-mutator/vitest-runner", path.join(import.meta.dirname, "words.mjs")],
  ignorers: ["words"],
  // The lists of crisis lines are published numbers and no rules: crisis-contacts.test.ts reads every entry.
  mutate: [
    "lib/{safety,couples}/**/*.ts",
    "lib/{protocol/check-calendar,assessments/closeness,exercises/offered-form,time/zone-country}.ts",
    "!**/*.{test,testing}.ts",
    "!**/crisis-lines-*.ts",
  ],
  coverageAnalysis: "perTest",
  concurrency: Number(process.env.MUTANT_WORKERS ?? 1),
  // A file that no test reaches: all its mutants are alive, and the next file is tried.
  allowEmpty: true,
  incremental: true,
  incrementalFile: ".test/mutants/incremental.json",
  tempDirName: ".test/mutants/sandbox",
  ignorePatterns: [".next", ".data", ".demo", ".test", "test-results", "playwright-report", "coverage"],
  reporters: ["json"],
  jsonReporter: { fileName: ".test/mutants/report.json" },
  // A loop without an end is found by counting; the clock is for what counting cannot see, on a busy machine too.
  timeoutMS: 120_000,
};
