import type { Browser, BrowserContext } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

const neutral = "Your therapist will choose the next step with you.";

test("a client does an exercise, is answered, and reads on; what is closed says one sentence", async ({
  page,
  browser,
  mailbox,
}) => {
  const email = "noor@home.example";
  const link = await enrolClient(page, { name: "Noor Haddad", email });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await expectAccessible(phone);

  for (const closed of ["one-real-feeling", "ten-minute-cuddle", "temperature-check"]) {
    await phone.goto(`/portal/exercises/${closed}`);
    await expect(phone.getByText(neutral)).toBeVisible();
    await expect(phone.getByRole("button", { name: "Next" })).toHaveCount(0);
  }
  expect((await phone.goto("/portal/exercises/flying"))?.status()).toBe(404);

  await phone.goto("/portal/exercises/learn-together");
  await phone.getByRole("button", { name: "Juggle two balls" }).click();
  await phone.getByRole("button", { name: "Next" }).click();
  await phone.getByLabel("When, and what do you need for it?").fill("Saturday, two oranges");
  await expect(phone.getByText("Saved as you type")).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "Plan it lightly" })).toBeVisible();
  await expect(phone.getByLabel("When, and what do you need for it?")).toHaveValue("Saturday, two oranges");
  await phone.getByRole("button", { name: "Next" }).click();
  await phone.getByLabel("Something to keep, if you like").fill("We dropped them all and laughed.");
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Save, I did it" }).click();
  await expect(phone.getByRole("heading", { name: "Saved" })).toBeVisible();
  await phone.goto("/portal/exercises/learn-together");
  await expect(phone.getByRole("heading", { name: "Pick something new" })).toBeVisible();
  await withoutScript(browser, context);

  await phone.goto("/portal/pause");
  await phone.getByRole("button", { name: "Start twenty minutes" }).click();
  await expect(phone.getByRole("timer")).not.toHaveText("20:00");
  await phone.reload();
  await expect(phone.getByRole("timer")).toHaveText(/^1\d:\d\d$/);

  await phone.goto("/portal");
  await phone.getByRole("link", { name: "Note it" }).click();
  await phone.getByRole("radio", { name: /Needing nobody/ }).check();
  await phone.getByRole("button", { name: "Save" }).click();
  await expect(phone.getByText("Noted.")).toBeVisible();

  await page.getByRole("link", { name: /^Messages/ }).click();
  await expect(page.getByRole("link", { name: "Messages 1" })).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Reply", { exact: true }).click();
  await page.getByLabel("Your reply").fill("Laughing is the whole exercise.");
  await page.getByRole("button", { name: "Send" }).first().click();
  await expect(page.getByRole("link", { name: "Messages", exact: true })).toBeVisible();
  const letter = await mailbox.about(email, "message");
  expect(letter.raw).not.toMatch(/laugh|exercise|therap|Haddad|Northbank/i);

  for (const place of ["/portal/messages", "/portal/path", "/portal/learn/start-gently", "/portal/distance-move"]) {
    await phone.goto(place);
    await expectAccessible(phone);
  }
  await phone.goto("/portal/messages");
  await expect(phone.getByText("Laughing is the whole exercise.")).toBeVisible();
  await expect(phone.getByText(/Nearer is not watched around the clock/)).toBeVisible();

  await phone.goto("/portal/account");
  await phone.getByRole("radio", { name: /Send me no e-mail/ }).check();
  await phone.getByRole("region", { name: "E-mail" }).getByRole("button", { name: "Save" }).click();
  await expect(phone.getByText("Saved. It holds from now on.")).toBeVisible();
  await expect(phone.getByRole("radio", { name: /Send me no e-mail/ })).toBeChecked();
  await expectAccessible(phone);
  await page.getByRole("link", { name: "Record" }).click();
  await expect(page.getByText("None, by their own choice")).toBeVisible();
  await context.close();
});

/** The same exercise on a phone that runs no script: every step stands open, and it can be sent. */
async function withoutScript(browser: Browser, signedIn: BrowserContext): Promise<void> {
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await signedIn.storageState() });
  const page = await plain.newPage();
  await page.goto("/portal/exercises/learn-together");
  await page.getByLabel("What will you and your partner try?").fill("Whistle");
  await page.getByLabel("When, and what do you need for it?").fill("Now");
  await page.getByRole("button", { name: "Save, I tried and stopped" }).click();
  await expect(page.getByText("You tried and stopped early. That counts.")).toBeVisible();
  await page.getByRole("link", { name: "A short reading about this" }).click();
  await expect(page.getByRole("heading", { name: "Start gently" })).toBeVisible();
  await plain.close();
}
