import type { Browser } from "@playwright/test";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { mintSession, sessionCookie } from "./security/minted-session";

test.setTimeout(180_000);

const phone = { width: 390, height: 844 };

async function pageOf(browser: Browser, serverUrl: string, token: string, viewport = phone) {
  const context = await browser.newContext({ storageState: nobody, viewport, baseURL: serverUrl });
  await context.addCookies([{ name: sessionCookie, value: token, url: serverUrl }]);
  return context.newPage();
}

test("somebody chooses their hours, finds first that their therapist wrote, and rereads their own words", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { name: "Noor Haddad", now });
  const signedIn = async (accountId: string, kind: "staff" | "client") =>
    (await mintSession(pool, practice.practiceId, accountId, kind)).token;
  const page = await pageOf(browser, serverUrl, await signedIn(client.accountId, "client"));

  await page.goto("/portal/account");
  const hours = page.locator("section").filter({ has: page.getByRole("heading", { name: "Reminders" }) });
  await expect(hours.getByRole("button", { name: "Not this week" })).toHaveCount(0);
  await hours.getByLabel("Remind me of the exercise").selectOption("23:00");
  await hours.getByLabel("Quiet from").selectOption("22:00");
  await hours.getByLabel("Quiet until").selectOption("07:00");
  await hours.getByRole("button", { name: "Save" }).click();
  await expect(hours.getByText(/This lies in your quiet hours/)).toBeVisible();
  await hours.getByLabel("Remind me of the exercise").selectOption("19:00");
  await hours.getByRole("button", { name: "Save" }).click();
  await expect(hours.getByText("Saved. It holds from now on.")).toBeVisible();
  await hours.getByRole("button", { name: "Not this week" }).click();
  await expect(hours.getByText(/^They rest until \w+day/)).toBeVisible();
  await expectAccessible(page);
  await hours.scrollIntoViewIfNeeded();
  await picture(page, "account-reminders");
  await hours.getByRole("button", { name: "Have them again now" }).click();
  await expect(hours.getByRole("button", { name: "Not this week" })).toBeVisible();
  await hours.getByLabel("Remind me of the exercise").selectOption("Never");
  await hours.getByRole("button", { name: "Save" }).click();
  await expect(hours.getByRole("button", { name: "Not this week" })).toHaveCount(0);

  await page.goto(paths.portal.ownWords);
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.goto(paths.portal.distanceMove);
  await page.getByRole("radio", { name: /Needing nobody/ }).check();
  await page.getByLabel(/happening/i).fill("He asked twice, and I said nothing.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Noted.")).toBeVisible();
  await page.goto("/portal/path");
  await page.getByRole("link", { name: "What you wrote" }).click();
  await expect(page).toHaveURL(/\/portal\/9$/);
  const own = page.getByText("He asked twice, and I said nothing.");
  await expect(own).toBeHidden();
  await page.locator("summary").first().click();
  await expect(own).toBeVisible();
  await expectAccessible(page);
  await picture(page, "own-words");

  const desk = await pageOf(browser, serverUrl, await signedIn(practice.therapist.accountId, "staff"), {
    width: 1440,
    height: 900,
  });
  await desk.goto(paths.client(client.clientId).messages);
  await desk.getByRole("textbox").first().fill("See you on Thursday at four.");
  await desk.getByRole("button", { name: /^Send/ }).first().click();
  await expect(desk.getByText("See you on Thursday at four.")).toBeVisible();
  const first = page.locator("main section h2").first();
  // A message is held while it can be taken back.
  await expect(async () => {
    await page.goto("/portal");
    await expect(first).toHaveText(/wrote to you, today/, { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText("See you on Thursday at four.")).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, "today-wrote");
  await page.getByRole("link", { name: "Open Messages" }).click();
  await expect(page).toHaveURL(/\/portal\/messages/);
  await desk.context().close();
  await page.context().close();
  await pool.end();
});
