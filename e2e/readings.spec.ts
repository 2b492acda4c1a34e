import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(180_000);

const body =
  "A small step is a quiet one.\n\n# In our words\n\nTake the smallest stair that you can see, and sit on it.";

test("the owner puts a reading in the practice's words; a client reads it, and gets the shipped one back", async ({
  page,
  browser,
}) => {
  const link = await enrolClient(page, { name: "Odile Farrow", email: "odile@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  const address = "/portal/learn/five-kinds-of-close";
  await phone.goto(address);
  await phone.getByRole("button", { name: "Mark as read" }).click();
  await expect(phone.getByRole("heading", { name: "Learn", level: 1 })).toBeVisible();

  await page.goto("/settings/readings");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Five kinds of close" }).click();
  await expect(page.getByRole("heading", { name: "Five kinds of close", level: 1 })).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill("Five doors");
  await page.getByLabel("The reading", { exact: true }).fill("# Only a heading");
  await expect(page.getByText("Three to five minutes are about 450 to 750 words.")).toBeVisible();
  await page.getByRole("button", { name: "Keep the draft" }).click();
  await expect(page.getByText("Write something below the heading “Only a heading”.")).toBeVisible();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Five doors");
  await page.getByLabel("The reading", { exact: true }).fill(body);
  await expect(page.getByText(/19 words, about a minute/)).toBeVisible();
  await page.getByRole("button", { name: "Keep the draft" }).click();
  await expect(page.getByText("Kept as a draft.")).toBeVisible();
  await expect(page.getByRole("article").getByRole("heading", { name: "In our words" })).toBeVisible();
  await expectAccessible(page);
  await phone.goto(address);
  await expect(phone.getByRole("heading", { name: "Five kinds of close" })).toBeVisible();

  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(/^Published by /).first()).toBeVisible();
  await phone.goto(address);
  await expect(phone.getByRole("heading", { name: "Five doors" })).toBeVisible();
  await expect(phone.getByText("sit on it")).toBeVisible();
  await expect(phone.getByText("You have read this one.")).toBeVisible();

  await page.getByRole("button", { name: "Use the one that comes with Nearer again" }).click();
  await expect(page.getByRole("heading", { name: "Readings", level: 1 })).toBeVisible();
  await phone.goto(address);
  await expect(phone.getByRole("heading", { name: "Five kinds of close" })).toBeVisible();
  await context.close();
});

test("a practice adds a reading without script and retires it; the one that says where to turn stays", async ({
  page,
  browser,
}) => {
  const link = await enrolClient(page, { name: "Bram Okonjo", email: "bram@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: ownerState });
  const noScript = await plain.newPage();
  await noScript.goto("/settings/readings/new");
  await noScript.getByLabel("Title", { exact: true }).fill("A word about Sundays");
  await noScript.getByLabel("The reading", { exact: true }).fill(body);
  await noScript.getByRole("button", { name: "Keep the draft" }).click();
  await expect(noScript.getByText("Write a sentence about it.")).toBeVisible();
  await expect(noScript.getByLabel("The reading", { exact: true })).toHaveValue(body);
  await noScript.getByLabel("In one sentence").fill("Sundays are long.");
  await noScript.getByLabel("A question to take along").fill("What is your Sunday like?");
  await noScript.getByRole("button", { name: "Keep the draft" }).click();
  await expect(noScript.getByRole("heading", { name: "A word about Sundays", level: 1 })).toBeVisible();
  await noScript.getByRole("button", { name: "Publish" }).click();
  await expect(noScript.getByText(/^Published by /).first()).toBeVisible();

  await phone.goto("/portal/learn");
  await phone.getByRole("link", { name: "A word about Sundays" }).click();
  await expect(phone.getByText("What is your Sunday like?")).toBeVisible();
  const address = phone.url();
  await noScript.getByRole("button", { name: "Retire this reading" }).click();
  await expect(noScript.getByRole("listitem").filter({ hasText: "A word about Sundays" })).toContainText(
    "Retired: clients do not see it",
  );
  expect((await phone.goto(address))?.status()).toBe(404);

  await noScript.goto("/settings/readings/highs-and-lows");
  await expect(noScript.getByText("This reading cannot be retired")).toBeVisible();
  await expect(noScript.getByRole("button", { name: "Retire this reading" })).toHaveCount(0);
  await phone.goto("/portal/learn/highs-and-lows");
  await expect(phone.getByRole("heading", { name: "Where to turn" })).toBeVisible();
  await expect(phone.getByRole("link", { name: /^Call/ }).first()).toBeVisible();
  await expectAccessible(phone);
  await plain.close();
  await context.close();
});
