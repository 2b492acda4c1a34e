import type { Browser, BrowserContext } from "@playwright/test";
import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";
import { NOT_PLANNED } from "@/lib/protocol/exercise-access";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";
import { picture } from "./picture";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

test("a client does own steps with nothing written and with words, is answered, and reads on", async ({
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

  for (const later of ["ten-minute-cuddle", "temperature-check"]) {
    await phone.goto(`/portal/exercises/${later}`);
    await expect(phone.getByText(NOT_PLANNED)).toBeVisible();
    await expect(phone.getByRole("button", { name: "Next" })).toHaveCount(0);
  }
  expect((await phone.goto("/portal/exercises/flying"))?.status()).toBe(404);

  await phone.goto("/portal");
  await expect(phone.getByText("Noticed a distance move?")).toHaveCount(0);
  await phone.getByRole("link", { name: "Start: Name one real feeling" }).click();
  for (const step of ["Before you begin", "What do you feel right now?", "Stay with it for a breath"]) {
    await expect(phone.getByRole("heading", { name: step })).toBeVisible();
    await expectAccessible(phone);
    await picture(phone, `own-feeling-${step}`.replaceAll(/\W+/g, "-").toLowerCase());
    await phone.getByRole("button", { name: "Next" }).click();
  }
  await phone.getByRole("button", { name: "Save, I did it" }).click();
  await expect(phone.getByText("You did it.")).toBeVisible();

  await phone.goto("/portal/exercises/learn-together");
  await expect(phone.getByRole("heading", { name: "Learn something new" })).toBeVisible();
  await phone.getByRole("button", { name: "Juggle two rolled socks" }).click();
  await phone.getByRole("button", { name: "Next" }).click();
  await phone.getByLabel("When, and what you need for it, if you like").fill("Saturday, two socks");
  await expect(phone.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "Begin lightly" })).toBeVisible();
  await expect(phone.getByLabel("When, and what you need for it, if you like")).toHaveValue("Saturday, two socks");
  await phone.getByRole("button", { name: "Next" }).click();
  await phone.getByLabel("A few words about it, if you like").fill("I dropped them all and laughed.");
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Save, I did it" }).click();
  await expect(phone.getByRole("heading", { name: "Saved" })).toBeVisible();
  await phone.goto("/portal/exercises/learn-together");
  await expect(phone.getByRole("heading", { name: "Pick something new" })).toBeVisible();
  await withoutScript(browser, context);

  await phone.goto("/portal/account");
  await expect(phone.getByRole("heading", { name: "Your agreement" })).toBeVisible();
  await expect(phone.getByRole("heading", { name: "Sharing" })).toHaveCount(0);

  await phone.goto("/portal/pause");
  await phone.getByRole("button", { name: "Start twenty minutes" }).click();
  await expect(phone.getByRole("timer")).not.toHaveText("20:00");
  await phone.reload();
  await expect(phone.getByRole("timer")).toHaveText(/^1\d:\d\d$/);

  await expect(phone.getByText(NOT_A_DISTANCE_MOVE)).toBeVisible();

  await phone.goto("/portal/path");
  await expect(phone.getByText("Name one real feeling", { exact: true })).toBeVisible();
  await phone.getByRole("link", { name: "Note a distance move" }).click();
  await expect(phone.getByText(NOT_A_DISTANCE_MOVE)).toBeVisible();
  await phone.getByRole("radio", { name: /Needing nobody/ }).check();
  await phone.getByRole("button", { name: "Save" }).click();
  await expect(phone.getByText("Noted.")).toBeVisible();

  await page.getByRole("link", { name: /^Messages/ }).click();
  await expect(page.getByRole("link", { name: "Messages 1" })).toBeVisible();
  await expectAccessible(page);
  const reflection = page.getByRole("article");
  await reflection.getByText("Reply", { exact: true }).click();
  await reflection.getByLabel("Your reply").fill("Laughing is the whole exercise.");
  await reflection.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("link", { name: "Messages", exact: true })).toBeVisible();
  const letter = await mailbox.about(email, "message");
  expect(letter.raw).not.toMatch(/laugh|exercise|therap|Haddad|Northbank/i);

  for (const place of ["/portal/messages", "/portal/path", "/portal/learn/start-gently", "/portal/distance-move"]) {
    await phone.goto(place);
    await expectAccessible(phone);
  }
  await phone.goto("/portal/messages");
  await expect(phone.getByText("Laughing is the whole exercise.")).toBeHidden();
  await phone
    .getByRole("list", { name: /^Replies about/ })
    .locator("summary")
    .first()
    .click();
  await expect(phone.getByText("Laughing is the whole exercise.")).toBeVisible();
  await expect(phone.getByText(/Nearer is not watched around the clock/)).toBeVisible();

  await phone.goto("/portal/account");
  await phone.getByRole("radio", { name: /Send me no e-mail/ }).check();
  await phone.getByRole("region", { name: "E-mail" }).getByRole("button", { name: "Save" }).click();
  await expect(phone.getByText("Saved. It holds from now on.")).toBeVisible();
  await expect(phone.getByRole("radio", { name: /Send me no e-mail/ })).toBeChecked();
  await expectAccessible(phone);
  await page.getByRole("link", { name: "Record" }).click();
  await expect(page.getByText(/by their own choice/)).toBeVisible();
  await context.close();
});

/** The same exercise on a phone that runs no script: every step stands open, and it can be sent. */
async function withoutScript(browser: Browser, signedIn: BrowserContext): Promise<void> {
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await signedIn.storageState() });
  const page = await plain.newPage();
  await page.goto("/portal/exercises/learn-together");
  await page.getByLabel("What will you try? Write it if you like").fill("Whistle");
  await page.getByRole("button", { name: "Save, I tried and stopped" }).click();
  await expect(page.getByText("You tried and stopped early. That counts.")).toBeVisible();
  await page.getByRole("link", { name: "A short reading about this" }).click();
  await expect(page.getByRole("heading", { name: "Start gently" })).toBeVisible();
  await plain.close();
}
