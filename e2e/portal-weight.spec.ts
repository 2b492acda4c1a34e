import pg from "pg";
import { expect, test } from "./fixtures";
import { gateOf } from "./security/gate-states";
import { mintSignedInClient } from "./security/minted-session";
import { routes } from "./security/routes";

const budget = 150_000;
/** What a page waits for before it shows anything, and the faces that come later. Charts bring all that there is. */
const styles = { first: 1_000, usual: 12_000, withCharts: 27_000 };
const withCharts = /^\/portal\/(path|assessments|sharing.*|together)$/;

test("no portal page loads more than 150 KB of packed JavaScript, or styles that it has no use for", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // What a device has kept comes unpacked: what is weighed is what comes over the network.
  const { context, practice, client, sitting } = await mintSignedInClient(pool, browser, serverUrl, {
    serviceWorkers: "block",
  });
  await gateOf(pool, practice, client)("clear");
  const page = await context.newPage();
  const places = Object.keys(routes)
    .filter((route) => route.startsWith("/portal"))
    .map((route) =>
      route
        .replace("/portal/assessments/[assessmentId]", sitting)
        .replace("/exercises/[key]", "/exercises/one-real-feeling")
        .replace("[key]", "start-gently"),
    );
  for (const place of places) {
    await page.goto(place, { waitUntil: "networkidle" });
    const { loaded, styled, largest } = await page.evaluate(() => {
      const ending = (end: string) =>
        (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(({ name }) =>
          new URL(name).pathname.endsWith(end),
        );
      const scripts = ending(".js");
      const weigh = (sum: number, { encodedBodySize }: PerformanceResourceTiming) => sum + encodedBodySize;
      return {
        loaded: scripts.reduce(weigh, 0),
        styled: ending(".css").reduce(weigh, 0),
        largest: scripts.map(({ name, encodedBodySize }) => `${name} ${encodedBodySize}`).join("\n"),
      };
    });
    expect(loaded, place).toBeGreaterThan(50 * 1024);
    expect(loaded, `${place}\n${largest}`).toBeLessThanOrEqual(budget);
    const most = place === "/portal" || place === sitting ? "first" : withCharts.test(place) ? "withCharts" : "usual";
    expect(styled, place).toBeGreaterThan(100);
    expect(styled, place).toBeLessThanOrEqual(styles[most]);
  }
  await context.close();
  await pool.end();
});
