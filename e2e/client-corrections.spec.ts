import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, nobody, ownerPassword, ownerState } from "./people";
import { picture } from "./picture";
import { lettersTo } from "./post-office";

test.use({ storageState: ownerState });
test.setTimeout(180_000);

const password = "harbour-lilac-quartz-88";

test("a mistyped address and a wrong year are put right, and the record says what they were", async ({
  page,
  browser,
  mailDir,
  mailbox,
}) => {
  const mail = { wrong: "nora@corections.example", right: "nora@corrections.example", later: "nora@later.example" };
  await page.goto("/clients/new");
  await page.getByLabel("Name", { exact: true }).fill("Nora Vale");
  await page.getByLabel("E-mail", { exact: true }).fill(mail.wrong);
  await page.getByLabel("Start date").fill("2006-11-29");
  await page.getByRole("button", { name: "Enrol client" }).click();
  await expect(page.getByText(/^Is the year right\? That is \d+ years ago\. If it is what you mean/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enrol client" }).click();
  await expect(page.getByRole("heading", { name: "Nora Vale is enrolled." })).toBeVisible();
  const stale = await page.getByLabel("Invitation link for the client").inputValue();

  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Record", exact: true }).click();
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await expect(page.getByText(/has not come yet, so it changes at once/)).toBeVisible();
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel("Should begin on").fill(today);
  await page.getByRole("button", { name: "Show what moves" }).click();
  await expect(page.getByText("The last day")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "correct-start");
  await page.getByLabel("Why it moves").fill("The year was mistyped.");
  await page.getByRole("button", { name: "Move the start" }).click();
  await page.getByText("What stood here before").click();
  await expect(page.getByText(/^Start date: 29 November 2006/)).toContainText("The year was mistyped.");
  await picture(page, "record-corrected");

  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await page.getByLabel("New e-mail").fill(mail.right);
  await page.getByRole("group", { name: "Is it safe to write to this address?" }).getByLabel("Yes").check();
  await page.getByLabel("Why it changes").fill("Mistyped at enrolment.");
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText(/The address is changed, and the earlier link is over/)).toBeVisible();
  await expectAccessible(page);
  const link = await page.getByLabel("Link for the client").inputValue();
  const stranger = await browser.newPage({ storageState: nobody });
  await stranger.goto(stale);
  await expect(stranger.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await stranger.close();
  const nora = await accept(browser, link, password);
  await agree(nora.page);

  await page.reload();
  await page.getByLabel("New e-mail").fill(mail.later);
  await page.getByRole("group", { name: "Is it safe to write to this address?" }).getByLabel("Yes").check();
  await page.getByLabel("Why it changes").fill("She moved to another provider.");
  await page.getByRole("button", { name: "Ask for the new address" }).click();
  await expect(page.getByText(/The address changes once it is confirmed there\./)).toBeVisible();
  await expect(page.getByText(/waits to be confirmed/)).toBeVisible();
  await picture(page, "correct-address");
  await expect.poll(() => lettersTo(mailDir, mail.later).length, { timeout: 45_000 }).toBe(1);
  const [letter] = lettersTo(mailDir, mail.later);
  if (!letter) throw new Error("No letter came.");
  const [, ...body] = letter.raw.split("\r\n\r\n");
  expect(body.join("\n")).not.toMatch(/Nora|Vale|Northbank|therap/i);
  const confirming = await nora.context.newPage();
  await confirming.goto(mailbox.linkIn(letter));
  await expect(confirming.getByLabel("New e-mail")).toHaveValue(mail.later);
  await expectAccessible(confirming);
  await picture(confirming, "new-address");
  await confirming.getByLabel("Your password", { exact: true }).fill("not this one at all");
  await confirming.getByRole("button", { name: "Use this address" }).click();
  await expect(confirming.getByText("That is not the password that you sign in with.")).toBeVisible();
  await confirming.getByLabel("Your password", { exact: true }).fill(password);
  await confirming.getByRole("button", { name: "Use this address" }).click();
  await expect(confirming.getByText(/^Your new address is confirmed/).or(confirming.locator("h1"))).not.toHaveCount(0);
  await expect
    .poll(() => lettersTo(mailDir, mail.right).some(({ raw }) => /no longer used/.test(raw)), { timeout: 45_000 })
    .toBe(true);
  expect(lettersTo(mailDir, mail.right).every(({ raw }) => !raw.includes(mail.later))).toBe(true);
  await nora.context.close();
});

test("a name, pronouns and the name of a former partner are put right", async ({ page }) => {
  await enrolClient(page, { name: "Inez Corradi", email: "ines@correct-facts.example" });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Record", exact: true }).click();
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ines Corradi");
  await page.getByLabel("Pronouns", { exact: true }).fill("she/her");
  await page.getByLabel("Time zone", { exact: true }).selectOption("Pacific/Auckland");
  await expectAccessible(page);
  await picture(page, "correct-facts");
  await page.getByRole("button", { name: "Save what is right" }).click();
  await expect(page.getByRole("heading", { name: "Ines Corradi", level: 1 })).toBeVisible();
  await page.getByText("What stood here before").click();
  await expect(page.getByText(/^Time zone: Europe\/London/)).toBeVisible();

  await page.getByRole("link", { name: "Record", exact: true }).click();
  await page.getByRole("link", { name: "Take data out" }).click();
  await expect(page.getByText("No file", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: /^Health record/ }).check();
  await page.getByLabel("The name, beside the record number").check();
  await page.getByLabel("Your password").fill("not this one at all");
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByText("That is not your current password.")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Health record/ })).toBeChecked();
  await expect(page.getByLabel("The name, beside the record number")).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Your password").fill(ownerPassword);
  await page.getByRole("button", { name: "Make the file" }).click();
  const taking = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Health record/ }).click();
  expect((await taking).suggestedFilename()).toMatch(/^record-\d+-fhir\.zip$/);
  await picture(page, "take-out");
});
