import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { command, root, step } from "./run-step.mjs";

const totals = { passed: 0, failed: 0 };
export const counts = () => ({ ...totals });

function reportFile(name) {
  const dir = path.join(root, "test-results");
  mkdirSync(dir, { recursive: true });
  const file = path.join(dir, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** A suite in which nothing ran, or a test was skipped, has not passed. */
function vitest(project) {
  return async () => {
    const file = reportFile(`vitest-${project}`);
    const ok = await command("vitest", [
      ...["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    ]);
    const report = readReport(file);
    totals.passed += report?.numPassedTests ?? 0;
    totals.failed += report ? report.numFailedTests : 1;
    if (report && (report.numPassedTests === 0 || report.numPendingTests > 0)) {
      console.error(`${report.numPassedTests} ran and ${report.numPendingTests} were skipped: every test must run.`);
      return false;
    }
    return ok;
  };
}

async function playwright() {
  const file = reportFile("playwright");
  const ok = await command("playwright", ["test", "--reporter=line,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file)?.stats ?? { unexpected: 1 };
  totals.passed += expected;
  totals.failed += unexpected + flaky;
  if (flaky || skipped || expected === 0) {
    console.error(
      `${expected} passed, ${flaky} passed only at a second try, ${skipped} were skipped: every test must run and pass.`,
    );
    return false;
  }
  return ok;
}

export const unitTests = () => step("Unit tests", vitest("unit"));
export const databaseTests = () => step("Database tests: catalogue, tenancy, commands, supervisor", vitest("database"));
export const browserTests = () => step("Browser tests", playwright);
