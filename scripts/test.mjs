// npm test: all of its own set-up, then everything, stopping at the first failure; the last line counts.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { requireNode } from "./node-version.mjs";
import { root, sayWhatRan, step, together } from "./run-step.mjs";

requireNode();
process.chdir(root);
const start = Date.now();
let ok = await step("Dependencies", async () => ensureDependencies());

if (ok) {
  const { findChromium } = await import("./chromium.mjs");
  const { auditStep } = await import("./audit.mjs");
  const { staticSteps } = await import("./static-checks.mjs");
  const { browserTests, databaseTests, unitStep } = await import("./test-suites.mjs");
  ok =
    (await step("A Chromium", async () => {
      const file = await findChromium();
      if (file) process.env.NEARER_CHROMIUM = file;
      console.log(file ?? "");
      return file !== null;
    })) &&
    (await together([unitStep(), ...staticSteps(), auditStep])) &&
    (await databaseTests()) &&
    (await step("Production build", build)) &&
    (await browserTests());
}

async function build() {
  const { register } = await import("tsx/esm/api");
  register();
  const { ensureBuild } = await import(pathToFileURL(path.join(root, "runtime/build.ts")).href);
  try {
    await ensureBuild(root, console.log);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

const { counts, sayWhatFailed, sayWhatIsSlowest } = await import("./test-suites.mjs");
const { passed, failed } = counts();
sayWhatRan();
sayWhatIsSlowest();
sayWhatFailed();
console.log(`\n${((Date.now() - start) / 60_000).toFixed(1)} minutes in all\n`);
// A check, a build or a set-up that failed is a failure, though no test of its own could say so.
console.log(`${passed} passed, ${ok ? failed : Math.max(failed, 1)} failed`);
process.exit(ok ? 0 : 1);
