import process from "node:process";
import { chromium } from "@playwright/test";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { startPractice } from "@/e2e/practice-server";
import { gateOf } from "@/e2e/security/gate-states";
import { mintSession, sessionCookie } from "@/e2e/security/minted-session";
import { paths } from "@/lib/paths";
import { findChromium } from "../scripts/chromium.mjs";

/**
 * What a slow phone sees of the portal, on the production build: the largest paint, the JavaScript that it loads, and how long
 * the page did not answer to a finger. Today, a sitting and an exercise; with `--all` every page.
 */
const rounds = 5;
const budgets = { paint: 700, javascript: 150_000, blocked: 200 };
const phone = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };
const slower = 4;

const server = await startPractice("bench");
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
const hot = {
  "/portal": "Today",
  [`/portal/assessments/${rows[0]?.id}`]: "A sitting",
  [paths.portal.exercise("one-real-feeling")]: "An exercise",
};
const others = {
  [paths.portal.exercise("ten-minute-cuddle")]: "Not now",
  "/portal/path": "My path",
  "/portal/learn": "Learn",
  [paths.portal.reading("start-gently")]: "A reading",
  "/portal/messages": "Messages",
  [paths.portal.distanceMove]: "A quick note",
  [paths.portal.contacts]: "Contacts",
  "/portal/account": "Account",
};
const pages: Record<string, string> = process.argv.includes("--all") ? { ...hot, ...others } : hot;

const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

type Seen = { paint: number; blocked: number; javascript: number; all: number; what: string };

/** One cold visit: nothing cached, the network and the processor held back. Times in milliseconds, sizes in bytes. */
async function visit(path: string): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
  });
  await context.addCookies([{ name: sessionCookie, value: token, url: server.url }]);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", phone);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const sizes = { javascript: 0, all: 0 };
  // Of a script its bytes count, as portal-weight.spec counts them; the headers before them are in the whole.
  const scripts = new Map<string, number>();
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") scripts.set(requestId, response.encodedDataLength);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sizes.all += encodedDataLength;
    const headers = scripts.get(requestId);
    if (headers !== undefined) sizes.javascript += encodedDataLength - headers;
  });
  await page.addInitScript(() => {
    const seen = window as unknown as { largest: { at: number; what: string }; blocked: number };
    seen.blocked = 0;
    // Of a task that lasts, what is beyond 50 ms: so long a finger waits.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element })[])
        seen.largest = { at: entry.startTime, what: entry.element?.textContent?.slice(0, 40) ?? "" };
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await page.goto(new URL(path, server.url).href, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  const { largest, blocked } = await page.evaluate(() => {
    const seen = window as unknown as { largest?: { at: number; what: string }; blocked: number };
    return { largest: seen.largest ?? { at: Number.NaN, what: "" }, blocked: seen.blocked };
  });
  await context.close();
  return { paint: largest.at, what: largest.what, blocked, ...sizes };
}

/** Median, least and most, in whole milliseconds, and the budget where the median is beyond it. */
function spread(values: number[], budget: number): string {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `${median} ms (${sorted[0]} to ${sorted.at(-1)})${median > budget ? `, beyond ${budget} ms` : ""}`;
}
const kb = (bytes: number) => `${(bytes / 1_000).toFixed(0)} KB`;

const seen = new Map<string, Seen[]>(Object.keys(pages).map((path) => [path, []]));
try {
  // The server's first answer to a page is not what people wait for afterwards.
  for (const path of seen.keys()) await visit(path);
  // Page after page and round after round: a slow minute of the machine is shared out among all of them.
  for (let i = 0; i < rounds; i += 1) for (const [path, visits] of seen) visits.push(await visit(path));
  for (const [path, name] of Object.entries(pages)) {
    const visits = seen.get(path) ?? [];
    const paint = spread(
      visits.map((one) => one.paint),
      budgets.paint,
    );
    const blocked = spread(
      visits.map((one) => one.blocked),
      budgets.blocked,
    );
    const [{ javascript, all, what } = { javascript: 0, all: 0, what: "" }] = visits;
    const script = `${kb(javascript)}${javascript > budgets.javascript ? `, beyond ${kb(budgets.javascript)}` : ""}`;
    console.log(`${name}: largest paint ${paint} (“${what}”); blocked ${blocked}; JavaScript ${script} of ${kb(all)}`);
  }
} finally {
  await browser.close();
  await pool.end();
  await server.stop();
}
