import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { captured, command, root, step } from "./run-step.mjs";

const totals = { passed: 0, failed: 0 };
const failures = [];
const lasted = [];
export const counts = () => ({ ...totals });

/** Said last, because the end of a long output is what somebody reads first, and may be all that is kept of it. */
export function sayWhatFailed() {
  for (const { title, message } of failures) {
    const lines = stripVTControlCharacters(message).split("\n").slice(0, 16);
    console.error(`\nFAILED ${title}\n${lines.map((line) => `  ${line.slice(0, 300)}`).join("\n")}`);
  }
}

/** Where the minutes went, so that a suite that grows slow is seen growing. */
export function sayWhatIsSlowest(howMany = 12) {
  const slowest = lasted.toSorted((one, other) => other.seconds - one.seconds).slice(0, howMany);
  if (slowest.length > 0) console.log("\nSlowest:");
  for (const { title, seconds } of slowest) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${title}`);
}

function reportFile(name) {
  const dir = path.join(root, "test-results");
  mkdirSync(dir, { recursive: true });
  const file = path.join(dir, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

const vitestArgs = (projects, file, reporter, more) => [
  "run",
  ...projects.flatMap((project) => ["--project", project]),
  ...[`--reporter=${reporter}`, "--reporter=json", `--outputFile.json=${file}`],
  ...more,
];

/** Counts what ran. A suite in which nothing ran, or a test was skipped, has not passed: the sentence says so. */
function countVitest(file, mayBeEmpty = false) {
  const report = readReport(file);
  for (const { name, message = "", startTime, endTime, assertionResults = [] } of report?.testResults ?? []) {
    const at = path.relative(root, name);
    lasted.push({ title: at, seconds: (endTime - startTime) / 1_000 });
    if (message) failures.push({ title: at, message });
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === "failed") failures.push({ title: `${at}: ${fullName}`, message: failureMessages.join("\n") });
  }
  totals.passed += report?.numPassedTests ?? 0;
  totals.failed += report ? report.numFailedTests : 1;
  if (report && ((report.numPassedTests === 0 && !mayBeEmpty) || report.numPendingTests > 0)) {
    return `${report.numPassedTests} ran and ${report.numPendingTests} were skipped: every test must run.`;
  }
  return null;
}

function vitest(...projects) {
  return async () => {
    const file = reportFile(`vitest-${projects[0]}`);
    const ok = await command("vitest", vitestArgs(projects, file, "default", []));
    const wrong = countVitest(file);
    if (wrong) console.error(wrong);
    return ok && !wrong;
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

const timedSpecs = ({ suites = [], specs = [] }) => [
  ...specs.map(({ file, title, tests }) => ({
    title: `${file}: ${title}`,
    seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1_000,
  })),
  ...suites.flatMap(timedSpecs),
];

async function playwright() {
  const file = reportFile("playwright");
  const ok = await command("playwright", ["test", "--reporter=line,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const report = readReport(file);
  failures.push(...failedSpecs(report ?? {}));
  lasted.push(...timedSpecs(report ?? {}));
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

/** The rules and the views, beside the static checks; with `--changed` those alone that reach what was touched. */
export const unitStep = (...more) => ({
  title: more.length > 0 ? "Unit tests of what was touched" : "Unit tests",
  run: async () => {
    const file = reportFile("vitest-unit");
    const { ok, output } = await captured("vitest", vitestArgs(["unit"], file, "dot", more));
    const wrong = countVitest(file, more.length > 0);
    return { ok: ok && !wrong, output: `${output}\n${wrong ?? ""}` };
  },
});
export const databaseTests = () =>
  step("Database tests: catalogue, tenancy, commands, supervisor", vitest("database", "server"));
export const browserTests = () => step("Browser tests", playwright);
