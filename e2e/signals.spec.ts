import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { startPractice } from "./practice-server";
import { samplePlaces } from "./sample-places";
import { sessionCookie } from "./security/minted-session";

test.use({ storageState: nobody });
test.setTimeout(600_000);

test("Monday morning: a reason leads to its thing, is answered or set aside, and is off the list", async ({
  browser,
}) => {
  const server = await startPractice("signals", { isSample: true });
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  try {
    const caseload = (await samplePlaces(pool)).find(({ name }) => name === "caseload");
    const context = await browser.newContext({ storageState: nobody, baseURL: server.url });
    await context.addCookies([{ name: sessionCookie, value: caseload?.token ?? "", url: server.url }]);
    const page = await context.newPage();
    await page.goto("/caseload");
    await expectAccessible(page);
    const lineOf = (name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });
    await expect(lineOf("Kofi")).toContainText(/Quiet for \d+ days/);
    const more = page.locator("[data-ledger] summary").first();
    await expect(more).toHaveText(/^\+\d+$/);
    await more.click();
    await picture(page, "caseload");

    // The reason leads to where it is answered, and not to the overview.
    await lineOf("Kofi")
      .getByRole("link", { name: /^Quiet for/ })
      .click();
    await expect(page).toHaveURL(/\/messages$/);
    await page.getByRole("link", { name: "Overview" }).first().click();
    const reasons = page.getByRole("region", { name: /Why Kofi is on your list/ });
    await expect(reasons).toContainText(/Quiet for \d+ days/);
    const quiet = reasons.getByRole("listitem").filter({ hasText: "Quiet for" }).first();
    await quiet.getByText("What to look at").click();
    await expectAccessible(page);
    await picture(page, "overview-reasons");
    await quiet.getByText("Set aside").click();
    await quiet.getByLabel("What you know about it").fill("Away with the children until Sunday.");
    await quiet.getByRole("button", { name: "I know" }).click();
    await expect(reasons.getByText("Set aside or answered: 1")).toBeVisible();
    await page.goto("/caseload");
    await expect(lineOf("Kofi")).toBeVisible();
    await expect(lineOf("Kofi")).not.toContainText("Quiet for");

    // What somebody took a reason to be about answers it, and stays.
    await lineOf("Leila").getByRole("link", { name: "Leila" }).first().click();
    const leila = page.getByRole("region", { name: /Why Leila is on your list/ });
    const fall = leila.getByRole("listitem").filter({ hasText: "Connection lower for two weeks running" }).first();
    await fall.getByText("What to look at").click();
    await fall.getByLabel("What you think it is about").selectOption("step");
    await fall.getByLabel("What you decided").fill("A smaller step for two weeks.");
    await fall.getByRole("button", { name: "Keep as decided" }).click();
    await expect(leila.getByText(/^Set aside or answered: \d$/)).toBeVisible();
    await page.goto("/caseload");
    await expect(lineOf("Leila")).not.toContainText("Connection lower for two weeks running");

    // Single keys: to the search, down the list, into a client; and on to the next without going back.
    await page.goto("/caseload");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const first = page.getByRole("row").nth(1).getByRole("link").first();
    await expect(first).toBeFocused();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search clients" })).toBeFocused();
    await page.keyboard.press("Tab");
    await first.click();
    await page.getByRole("link", { name: "Next on your list" }).click();
    await expect(page.getByRole("link", { name: "Next on your list" })).toBeVisible();
    await page.goto("/caseload?q=Marketti");
    await expect(page.getByText("Nobody is called “Marketti”. Who comes near:")).toBeVisible();
    await expect(lineOf("Ines Marchetti")).toBeVisible();

    await page.goto("/settings/signals");
    await expect(page.getByRole("heading", { name: "What opens a reason" })).toBeVisible();
    await expectAccessible(page);
    await picture(page, "signals");
    await context.close();
  } finally {
    await pool.end();
    await server.stop();
  }
});
