import pg from "pg";
import { hashPassword } from "@/db/password";
import { mintPractice } from "@/db/testing/mint";
import { numbered } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { routes } from "./security/routes";
import { staffPage } from "./staff";

test.setTimeout(120_000);

const password = "harbour-lilac-quartz-88";

test("a quiet while locks a colleague’s pages; who opens them is where they were, with what they typed", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const practice = await mintPractice(pool, new Date());
  const { accountId } = practice.owner;
  const { context, page } = await staffPage(pool, browser, serverUrl, practice.owner, "Alma Keller");
  await pool.query("update account set password_hash = $2 where id = $1", [accountId, await hashPassword(password)]);
  const quietWhile = () =>
    pool.query("update session set last_seen_at = last_seen_at - interval '16 minutes' where account_id = $1", [
      accountId,
    ]);
  const cover = page.getByRole("heading", { name: "Nearer is locked" });
  const address = "/settings/notes";

  await test.step("the open page is covered, and uncovered with its words once it was opened in another tab", async () => {
    await page.goto("/clients/new");
    const name = page.getByLabel("Name", { exact: true }).first();
    await name.fill("Mara Quist");
    await quietWhile();
    await page.evaluate(() => dispatchEvent(new Event("pageshow")));
    await expect(cover).toBeVisible();
    await expect(name).toBeHidden();
    await expectAccessible(page);
    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: "Open it in a new tab" }).click();
    const tab = await opened;
    await expect(tab.getByText("Nothing happened here for a while, Alma Keller.")).toBeVisible();
    await expectAccessible(tab);
    await tab.getByLabel("Your password, or a code from your app").fill(password);
    await tab.getByRole("button", { name: "Open", exact: true }).click();
    await tab.waitForURL(/caseload$/);
    await tab.close();
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event("pageshow")));
    await expect(cover).toBeHidden();
    await expect(name).toHaveValue("Mara Quist");
  });

  await test.step("no address answers with anything but the lock", async () => {
    await quietWhile();
    const known = (route: string) =>
      route.replaceAll(/\[(\.\.\.)?(\w+)\]/g, (_, _dots, name) =>
        name === "key" ? "five-dimensions" : "7d444840-9dc0-41d1-b245-5ffdce74fad2",
      );
    for (const [route, { opens }] of Object.entries(routes)) {
      if (opens.includes("nobody") || route === "/api/leave" || route === "/locked") continue;
      const at = known(route);
      const answer = await context.request.get(numbered(at) ?? at, { maxRedirects: 0 });
      const to = answer.headers().location ?? "";
      expect(/\/locked(\?|$)/.test(to) || answer.status() >= 400, `${route}: ${answer.status()} ${to}`).toBe(true);
    }
  });

  await test.step("a link that was opened is where they come out, and a wrong word opens nothing", async () => {
    await page.goto(address);
    await page.waitForURL(/\/locked$/);
    await page.getByLabel("Your password, or a code from your app").fill("not this one");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.getByText("That is not your current password.")).toBeVisible();
    await page.getByLabel("Your password, or a code from your app").fill(password);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.waitForURL((url) => url.pathname === address);
  });
  await context.close();
  await pool.end();
});
