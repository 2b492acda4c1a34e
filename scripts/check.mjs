// npm run check: the quick part, static checks and unit tests, side by side.
// npm run check -- --changed: the same for what was touched since the last commit.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { auditStep } from "./audit.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { requireNode } from "./node-version.mjs";
import { root, sayWhatRan, together } from "./run-step.mjs";
import { staticSteps, staticStepsOf } from "./static-checks.mjs";
import { sayWhatFailed, unitStep } from "./test-suites.mjs";

requireNode();
process.chdir(root);
const since = Date.now();
const steps = process.argv.includes("--changed") ? changedSteps() : [unitStep(), ...staticSteps(), auditStep];
const ok = steps.length === 0 || (ensureDependencies() && (await together(steps)));
sayWhatRan();
sayWhatFailed();
console.log(`\n${((Date.now() - since) / 1_000).toFixed(1)} seconds in all`);
process.exit(ok ? 0 : 1);

function changedSteps() {
  const git = (...args) => spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout.split("\0").filter(Boolean);
  const files = [
    ...git("diff", "--name-only", "-z", "HEAD"),
    ...git("ls-files", "--others", "--exclude-standard", "-z"),
  ].filter((file) => existsSync(path.join(root, file)));
  if (files.length === 0) {
    console.log("Nothing was touched since the last commit.");
    return [];
  }
  console.log(`${files.length} files were touched since the last commit.`);
  return [unitStep("--changed", "--passWithNoTests"), ...staticStepsOf(files)];
}
