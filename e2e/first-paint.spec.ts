import pg from "pg";
import { expect, test } from "./fixtures";
import { mintSignedInClient } from "./security/minted-session";

const stylesOfToday = 9 * 1024;
const familyOf = () => getComputedStyle(document.querySelector(".portal") as Element).fontFamily;

test("Today waits for few styles and for no face, and shows ours once it can be used", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { context } = await mintSignedInClient(pool, browser, serverUrl);

  const unscripted = await context.newPage();
  const faces: string[] = [];
  unscripted.on("request", (request) => request.resourceType() === "font" && faces.push(request.url()));
  await unscripted.route("**/*.js", (route) => route.abort());
  await unscripted.goto("/portal", { waitUntil: "load" });
  expect(await unscripted.evaluate(familyOf)).toMatch(/^"Source Sans 3 stand-in"/);
  expect(faces).toEqual([]);
  const styles = await unscripted.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith(".css"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  expect(styles).toBeGreaterThan(1024);
  expect(styles).toBeLessThanOrEqual(stylesOfToday);

  const page = await context.newPage();
  await page.goto("/portal");
  await expect.poll(() => page.evaluate(familyOf)).toMatch(/^"Source Sans 3",/);
  expect(await page.evaluate(() => document.fonts.check('1rem "Source Sans 3"'))).toBe(true);
  await context.close();
  await pool.end();
});
