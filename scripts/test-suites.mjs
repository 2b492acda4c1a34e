import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { command, root, step } from "./run-step.mjs";

const totals = { passed: 0, failed: 0 };
const failures = [];
export const counts = () => ({ ...totals });

/** Said last, because the end of a long output is what somebody reads first, and may be all that is kept of it. */
export function sayWhatFailed() {
  for (const { title, message } of failures) {
    const lines = stripVTControlCharacters(message).split("\n").slice(0, 16);
    console.error(`\nFAILED ${title}\n${lines.map((line) => `  ${line.slice(0, 300)}`).join("\n")}`);
  }
}

function reportFile(name) {
  const dir = path.join(root, "test-results");
  mkdirSync(dir, { recursive: true });
  const file = path.join(dir, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** A suite in which nothing ran, or a test was skipped, has not passed. */
function vitest(...projects) {
  return async () => {
    const file = reportFile(`vitest-${projects[0]}`);
    const ok = await command("vitest", [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    ]);
    const report = readReport(file);
    for (const { name, message = "", assertionResults = [] } of report?.testResults ?? []) {
      const at = path.relative(root, name);
      if (message) failures.push({ title: at, message });
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === "failed") failures.push({ title: `${at}: ${fullName}`, message: failureMessages.join("\n") });
    }
    totals.passed += report?.numPassedTests ?? 0;
    totals.failed += report ? report.numFailedTests : 1;
    if (report && (report.numPassedTests === 0 || report.numPendingTests > 0)) {
      console.error(`${report.numPassedTests} ran and ${report.numPendingTests} were skipped: every test must run.`);
      return false;
    }
    return ok;
  };
}

/** Every spec of a report, with the steps that led to where it failed. */
function failedSpecs({ suites = [], specs = [] }) {
  const here = specs.flatMap(({ file, title, tests }) =>
    tests
      .flatMap(({ results }) => results)
      .filter(({ status }) => status !== "passed")
      .map(({ status, steps = [], errors = [] }) => ({
        title: [`${file}: ${title} (${status})`, ...steps.filter(({ error }) => error).map((step) => step.title)].join(
          " › ",
        ),
        message: errors.map(({ message = "", snippet = "" }) => `${message}\n${snippet}`).join("\n"),
      })),
  );
  return [...here, ...suites.flatMap(failedSpecs)];
}

async function playwright() {
  const file = reportFile("playwright");
  const ok = await command("playwright", ["test", "--reporter=line,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const report = readReport(file);
  failures.push(...failedSpecs(report ?? {}));
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? { unexpected: 1 };
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
export const databaseTests = () =>
  step("Database tests: catalogue, tenancy, commands, supervisor", vitest("database", "server"));
export const browserTests = () => step("Browser tests", playwright);
