import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { sealedOn } from "./on-device";
import { accept, agree, enrolClient, ownerState, setUpSecondFactor } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(180_000);

test("a handed-over device shows one form, and asks for sign-in afterwards", async ({ page, browser, mailbox }) => {
  const email = "kim@northbank.example";
  await page.goto("/settings/colleagues");
  await page.getByLabel("Name", { exact: true }).fill("Kim Lindqvist");
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByRole("button", { name: /invite/i }).click();
  const { context, page: kim } = await accept(
    browser,
    mailbox.linkIn(await mailbox.waitFor(email)),
    "meadow-copper-violin-71",
  );
  await setUpSecondFactor(kim);
  const link = await enrolClient(kim, { name: "Piotr Nowak", email: "piotr@home.example" });
  await kim.getByRole("link", { name: "Open the client’s page" }).click();
  const { context: away, page: phone } = await accept(browser, link, "saffron-meadow-brick-51");

  // Words that could not be sent yet wait on this device, which somebody else is about to hold.
  await context.route("**/api/drafts", (route) => route.abort());
  await kim.locator("summary", { hasText: "Log a concern" }).click();
  await kim.getByLabel("What you noticed").fill("CANARYnoticed");
  await expect.poll(() => sealedOn(kim)).toHaveLength(1);
  await kim.getByRole("link", { name: "Assessments" }).click();
  await kim.getByRole("link", { name: "Distance moves" }).first().click();
  await expect(kim.getByRole("button", { name: "Hand this device over" })).toBeVisible();
  await expectAccessible(kim);
  await kim.getByRole("button", { name: "Hand this device over" }).click();
  await expect(kim.getByText("has not agreed to the consent text yet")).toBeVisible();
  await agree(phone);
  await away.close();
  await kim.getByRole("button", { name: "Hand this device over" }).click();
  await kim.waitForURL(/\/in-session$/);
  // The page loads itself anew, so that nothing of the therapist's is left in it.
  await expect
    .poll(() => kim.evaluate(() => performance.getEntriesByType("navigation")[0]?.name).catch(() => ""))
    .toMatch(/\/in-session$/);
  await expect.poll(() => sealedOn(kim), "the therapist's own words are gone with the device").toEqual([]);
  await expectAccessible(kim);
  const lines = await kim.getByRole("heading", { level: 1 }).textContent();
  expect(lines).toBeTruthy();

  await kim.goBack().catch(() => null);
  await expect(kim.getByText("Piotr Nowak")).toHaveCount(0);
  await kim.goto("/caseload");
  await expect(kim).toHaveURL(/sign-in/);
  await kim.goto("/portal");
  await expect(kim).toHaveURL(/sign-in/);

  await kim.goto("/in-session");
  await context.setOffline(true);
  await kim.getByRole("radio").first().check({ force: true });
  await expect(kim.getByText("Keep this page open")).toBeVisible();
  expect(await kim.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await kim.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await context.setOffline(false);
  await expect(kim.getByText("Saved", { exact: true })).toBeVisible({ timeout: 20_000 });
  await kim.getByRole("button", { name: "Stop and hand back" }).click();
  await expect(kim.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await expectAccessible(kim);
  await kim.goto("/in-session");
  await expect(kim.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await context.close();
});
