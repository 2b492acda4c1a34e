import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import process from "node:process";
import pg from "pg";
import { hashPassword } from "@/db/password";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { lettersTo } from "@/e2e/post-office";
import { hasProgram } from "./behind-nginx";
import { goodPassword, openDoor } from "./door-visits";
import { ownDatabaseOn, type Programs, programsHere, startExternal } from "./external-server";
import { startPooled } from "./pooled";
import { mintRegulars } from "./regulars";
import { sendOne } from "./traffic";
import { askedFor, openVerdict } from "./verdict";

/**
 * On every PostgreSQL of this machine as one of somebody else's: the product through PgBouncer in transaction mode (sign-in, Today,
 * what is saved, a letter of the worker's), then every test of the database and of the doors. `npm run proof databases
 * db/scope.test.ts` runs these tests alone. Debian 12 has PostgreSQL 15; the package of npm is 18.
 */
const root = path.resolve(import.meta.dirname, "..");
const dir = path.join(root, ".test/proof-databases");
const missing = hasProgram("pgbouncer")
  ? null
  : "PgBouncer is not installed: apt-get install pgbouncer. Nothing was tried.";
if (missing) {
  console.error(missing);
  process.exit(1);
}
const { check, tell, end } = openVerdict();

/** The suite as anybody runs it, on this server. */
async function runSuite(name: string, url: string): Promise<void> {
  const file = path.join(root, "test-results/proof-databases.json");
  rmSync(file, { force: true });
  const began = Date.now();
  const words = ["vitest", "run", "--project", "database", "--project", "server", "--reporter=dot", "--reporter=json"];
  await new Promise<void>((resolve) => {
    const child = spawn("npx", [...words, `--outputFile.json=${file}`, ...askedFor()], {
      cwd: root,
      env: { ...process.env, TEST_DATABASE_URL: url },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("close", () => resolve());
  });
  type Report = {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { name: string; message?: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  const report: Report | null = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  const wrong = (report?.testResults ?? []).flatMap(({ name: test, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
    return failed.length > 0 || message
      ? [`${path.relative(root, test)}: ${failed.join("; ") || message?.slice(0, 300)}`]
      : [];
  });
  for (const line of wrong) tell(line);
  check(
    report !== null &&
      report.numPassedTests > 0 &&
      report.numFailedTests === 0 &&
      report.numPendingTests === 0 &&
      wrong.length === 0,
    `${name}: ${report?.numPassedTests ?? 0} tests passed and ${report?.numFailedTests ?? "all"} failed, in ${Math.round((Date.now() - began) / 1_000)} s`,
  );
}

async function behindPooler(programs: Programs): Promise<void> {
  const server = await startExternal(programs, path.join(dir, "pooled-server"));
  try {
    const database = await ownDatabaseOn(server);
    const house = await startPooled(path.join(dir, "pooled"), database);
    const pool = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
    try {
      await visits(`${server.version} through PgBouncer`, house, pool);
    } finally {
      await pool.end();
      await house.stop();
    }
  } finally {
    await server.stop();
  }
}

async function visits(name: string, house: Awaited<ReturnType<typeof startPooled>>, pool: pg.Pool): Promise<void> {
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const { accountId } = await mintClient(pool, practice, { startDate: now.toISOString().slice(0, 10), now });
  const { rows } = await pool.query<{ email: string }>(
    "update account set password_hash = $2 where id = $1 returning email",
    [accountId, await hashPassword(goodPassword)],
  );
  const [email, address] = [rows[0]?.email ?? "", "203.0.113.7"];
  const door = await openDoor(house.url);
  const { result } = await door.arrive({ email, address, password: goodPassword });
  check(result === "in", `${name}: somebody signs in`);
  const regulars = await mintRegulars(pool, house.url, 12);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const looks = [regulars.today, regulars.sitting, regulars.answer, regulars.message, regulars.overview];
  const outcomes = await Promise.all(
    Array.from({ length: 120 }, (_, n) => sendOne((looks[n % looks.length] ?? regulars.today)(n), agent)),
  );
  agent.destroy();
  const wrong = outcomes.filter(({ ended }) => ended !== "answered");
  check(
    wrong.length === 0,
    `${name}: ${outcomes.length} looks, answers and messages, eight at a time${wrong[0] ? `, of which ${wrong.length} failed: ${wrong[0].name}, ${wrong[0].said}` : ""}`,
  );
  const { rows: kept } = await pool.query<{ count: number }>("select count(*)::int as count from message");
  check(kept[0]?.count === 24, `${name}: ${kept[0]?.count} of 24 messages are there`);
  const letter = await door.byLetter(email, address, () => lettersTo(house.mailDir, email).at(-1)?.raw);
  check(letter.result === "in", `${name}: the worker sends a letter, and its link leads in`);
  check(!/prepared statement|unsupported startup/i.test(house.said()), `${name}: the pooler refused nothing`);
}

for (const programs of programsHere(dir)) {
  await behindPooler(programs);
  const server = await startExternal(programs, path.join(dir, "suite"));
  try {
    await runSuite(`${programs.name}, ${server.version}`, server.superuserUrl);
  } finally {
    await server.stop();
  }
}
end();
