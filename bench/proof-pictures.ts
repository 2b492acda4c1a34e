import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { chromium, type Page } from "@playwright/test";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { mintSession, sessionCookie } from "@/e2e/security/minted-session";
import { paths } from "@/lib/paths";
import { clientAccountId, clientId, practiceId, staffId } from "@/sample/personas";
import { seedSample } from "@/sample/seed";
import { idOf } from "@/sample/seeded-random";
import { findChromium } from "../scripts/chromium.mjs";
import { difference, read, reduce } from "./picture-compare";

/**
 * Fourteen pages of the sample practice at two widths in both themes, beside the pictures that were kept of them: what no
 * journey looks at, such as a chart that stands empty. `npm run proof pictures renew` keeps the pictures of today instead.
 */
const day = new Date("2025-10-16T09:00:00Z");
const kept = path.resolve(import.meta.dirname, "pictures");
/** Where a page that looks otherwise is left, to be looked at. */
const seen = path.resolve(kept, "..", "..", "test-results", "pictures");
const renew = process.env.NEARER_PROOF_ONLY === "renew";
const widths = [390, 1440] as const;
const themes = ["light", "dark"] as const;
/** What lies further down is long lists. */
const tallest = 3600;

const server = await startPractice("proof-pictures", { withClock: true });
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
const { sealKeys } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "..", ".test", "proof-pictures", "secrets.json"), "utf8"),
);
await seedSample({ databaseUrl: server.databaseUrl, sealKeys, today: day });
server.setClockAhead(day.getTime() - Date.now());

const ines = { name: "Ines Marchetti" };
const own = paths.client(clientId(ines));
const { rows: results } = await pool.query<{ id: string }>(
  `select a.id from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
   where a.practice_id = $1 and a.client_id = $2 and v.key = 'five-dimensions' and a.submitted_at is not null
   order by a.due_on desc limit 1`,
  [practiceId, clientId(ines)],
);
const pages: Record<string, { who: "nobody" | "alma" | "ines"; at: string }> = {
  "sign-in": { who: "nobody", at: "/sign-in" },
  caseload: { who: "alma", at: "/caseload" },
  overview: { who: "alma", at: own.overview },
  protocol: { who: "alma", at: own.protocol },
  assessments: { who: "alma", at: own.assessments },
  result: { who: "alma", at: `${own.assessments}/${results[0]?.id}` },
  record: { who: "alma", at: own.record },
  couple: { who: "alma", at: paths.couple(idOf("couple", "Ines Marchetti", "Dario Conti")) },
  library: { who: "alma", at: "/library" },
  today: { who: "ines", at: "/portal" },
  path: { who: "ines", at: "/portal/path" },
  exercise: { who: "ines", at: paths.portal.exercise("one-real-feeling") },
  learn: { who: "ines", at: "/portal/learn" },
  contacts: { who: "ines", at: paths.portal.contacts },
};

const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--font-render-hinting=none", "--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
const table = await (await browser.newContext()).newPage();
const tokens = {
  nobody: null,
  alma: (await mintSession(pool, practiceId, staffId("alma"), "staff", day)).token,
  ines: (await mintSession(pool, practiceId, clientAccountId(ines), "client", day)).token,
};

/** Once everything of it stands still: our faces, the charts that load late, and nothing that moves. */
async function settled(page: Page): Promise<void> {
  // Fonts are "loaded" as well before the first of them was asked for: only the page's own word says that they are shown.
  await page.waitForFunction(() => document.documentElement.dataset.faces === "here");
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await page.evaluate(() => document.fonts.ready);
}

const wrong: string[] = [];
const start = Date.now();
mkdirSync(kept, { recursive: true });
mkdirSync(seen, { recursive: true });
for (const [name, { who, at }] of Object.entries(pages)) {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB", timezoneId: "Europe/London" });
  const token = tokens[who];
  if (token) await context.addCookies([{ name: sessionCookie, value: token, url: server.url }]);
  const page = await context.newPage();
  await page.clock.setFixedTime(day);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(at);
    await settled(page);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
      const shot = await page.screenshot({
        fullPage: true,
        clip: { x: 0, y: 0, width, height },
        animations: "disabled",
        caret: "hide",
      });
      const file = path.join(kept, `${name}-${width}-${colorScheme}.png`);
      const small = await reduce(table, shot);
      if (renew) writeFileSync(file, Buffer.from(small.png, "base64"));
      else {
        const before = existsSync(file) ? await read(table, readFileSync(file)) : null;
        const said = before ? difference(before, small) : "no picture was kept";
        if (said) {
          wrong.push(`${name}, ${width} wide, ${colorScheme}: ${said}`);
          writeFileSync(path.join(seen, `${name}-${width}-${colorScheme}.png`), shot);
        }
      }
    }
  }
  await context.close();
}
await browser.close();
await pool.end();
await server.stop();
const count = Object.keys(pages).length * widths.length * themes.length;
console.log(`  ${count} pictures in ${Math.round((Date.now() - start) / 1000)} s`);
for (const words of wrong) console.log(`  FAILED  ${words}`);
if (renew) console.log("  All of them are kept as they are now.");
else if (wrong.length === 0) console.log("  holds   every page looks as it was kept");
if (wrong.length > 0) process.exitCode = 1;
