import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { startPractice } from "@/e2e/practice-server";
import { gateOf } from "@/e2e/security/gate-states";
import { mintSession, sessionCookie } from "@/e2e/security/minted-session";
import { paths } from "@/lib/paths";
import { freePort } from "@/runtime/port";
import { findChromium } from "../scripts/chromium.mjs";

/**
 * What Lighthouse finds on Today, a sitting and an exercise, as on a middling phone: the median of five visits to the
 * production build, of performance, accessibility and best practices. Pages of a client are never indexed, so search is not
 * asked. Reports lie in test-results/lighthouse.
 */
const rounds = 5;
const least = 98;
const categories = ["performance", "accessibility", "best-practices"] as const;
const reports = path.resolve(import.meta.dirname, "..", "test-results", "lighthouse");

const server = await startPractice("proof-lighthouse");
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
const now = new Date();
const practice = await mintPractice(pool, now);
const startDate = now.toISOString().slice(0, 10);
const client = await mintClient(pool, practice, { name: "Ines Marchetti", startDate, now });
await gateOf(pool, practice, client)("clear");
const { token } = await mintSession(pool, practice.practiceId, client.accountId, "client");
const { rows } = await pool.query<{ id: string }>(
  `select a.id from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
   where a.practice_id = $1 and v.key = 'five-dimensions' order by a.due_on limit 1`,
  [practice.practiceId],
);
const pages = {
  Today: "/portal",
  "A sitting": `/portal/assessments/${rows[0]?.id}`,
  "An exercise": paths.portal.exercise("one-real-feeling"),
};

const executablePath = await findChromium();

type Scores = Record<(typeof categories)[number], number>;

/** A browser of its own for each visit: nothing is kept from the one before. */
async function visit(name: string, at: string, round: number, tries = 3): Promise<Scores> {
  const port = await freePort();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [`--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    const result = await lighthouse(new URL(at, server.url).href, {
      port,
      logLevel: "error",
      output: "json",
      onlyCategories: [...categories],
      extraHeaders: { cookie: `${sessionCookie}=${token}` },
    });
    if (!result) throw new Error(`Lighthouse saw nothing of ${name}.`);
    const { lhr, report } = result;
    // A trace that a busy machine lost says nothing of the page: Lighthouse itself asks for another.
    if (lhr.runtimeError && tries > 1) return await visit(name, at, round, tries - 1);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const file = `${name.toLowerCase().replaceAll(" ", "-")}-${round + 1}.json`;
    writeFileSync(path.join(reports, file), [report].flat().join("\n"));
    return Object.fromEntries(
      categories.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)]),
    ) as Scores;
  } finally {
    await browser.close();
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

let isBelow = false;
try {
  mkdirSync(reports, { recursive: true });
  const seen = new Map<string, Scores[]>(Object.keys(pages).map((name) => [name, []]));
  // Page after page and round after round: a slow minute of the machine is shared out among all of them.
  for (let round = 0; round < rounds; round += 1)
    for (const [name, at] of Object.entries(pages)) seen.get(name)?.push(await visit(name, at, round));
  for (const [name, visits] of seen)
    for (const category of categories) {
      const values = visits.map((one) => one[category]);
      const middle = median(values);
      isBelow ||= middle < least;
      console.log(`${name}, ${category}: ${middle} (${values.join(", ")})${middle < least ? `, below ${least}` : ""}`);
    }
} finally {
  await pool.end();
  await server.stop();
}
if (isBelow) process.exitCode = 1;
