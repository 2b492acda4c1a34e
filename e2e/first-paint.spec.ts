import { gzipSync } from "node:zlib";
import pg from "pg";
import { expect, test } from "./fixtures";
import { mintSignedInClient } from "./security/minted-session";

/** Packed. What is a named look here is seven kilobytes less of markup in Today. */
const stylesInPage = 11.25 * 1024;
const familyOf = () => getComputedStyle(document.querySelector("[data-shell=portal]") as Element).fontFamily;

test("Today and an assessment wait for no style file and for no face, and show ours once they can be used", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { context, sitting } = await mintSignedInClient(pool, browser, serverUrl);

  for (const path of ["/portal", sitting]) {
    const unscripted = await context.newPage();
    const fetched: string[] = [];
    unscripted.on("request", (request) => fetched.push(request.resourceType()));
    await unscripted.route("**/*.js", (route) => route.abort());
    const answer = await unscripted.goto(path, { waitUntil: "load" });
    expect(await unscripted.evaluate(familyOf), path).toMatch(/^"Source Sans 3 stand-in"/);
    expect(fetched).not.toContain("stylesheet");
    expect(fetched).not.toContain("font");

    const [, styles = ""] = /<style nonce="[^"]+">(.+?)<\/style>/s.exec((await answer?.text()) ?? "") ?? [];
    expect(styles.length).toBeGreaterThan(10 * 1024);
    expect(gzipSync(styles).length, path).toBeLessThanOrEqual(stylesInPage);
    await unscripted.close();

    const page = await context.newPage();
    await page.goto(path);
    await expect.poll(() => page.evaluate(familyOf), path).toMatch(/^"Source Sans 3",/);
    expect(await page.evaluate(() => document.fonts.check('1rem "Source Sans 3"'))).toBe(true);
    await page.close();
  }
  await context.close();
  await pool.end();
});
