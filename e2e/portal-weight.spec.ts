import pg from "pg";
import { expect, test } from "./fixtures";
import { gateOf } from "./security/gate-states";
import { mintSignedInClient } from "./security/minted-session";
import { routes } from "./security/routes";

const budget = 150_000;

test("no portal page loads more than 150 KB of packed JavaScript", async ({ browser, serverUrl, databaseUrl }) => {
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
    const { loaded, largest } = await page.evaluate(() => {
      const scripts = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(({ name }) =>
        new URL(name).pathname.endsWith(".js"),
      );
      return {
        loaded: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
        largest: scripts.map(({ name, encodedBodySize }) => `${name} ${encodedBodySize}`).join("\n"),
      };
    });
    expect(loaded, place).toBeGreaterThan(50 * 1024);
    expect(loaded, `${place}\n${largest}`).toBeLessThanOrEqual(budget);
  }
  await context.close();
  await pool.end();
});
