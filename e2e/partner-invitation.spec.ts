import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";
import { picture } from "./picture";
import { lettersTo } from "./post-office";

test.use({ storageState: ownerState });
test.setTimeout(180_000);

const password = "harbour-lilac-quartz-88";
const today = () => new Date().toISOString().slice(0, 10);

/** A talk as it is written down, with the keyboard alone. */
async function keepTalk(page: Page, answer: "Yes" | "No" | "Not asked yet", unheard: boolean): Promise<void> {
  await page.getByText(/^Write down (a talk alone|another talk)$/).press("Enter");
  await page.getByLabel("Day of the talk").fill(today());
  await page.getByLabel("On the phone").press("Space");
  if (unheard) await page.getByLabel(/can anybody hear you/).press("Space");
  await page.getByLabel("What you asked").fill("Whether he should be here, and what would follow at home.");
  await page
    .getByRole("group", { name: /said to inviting the partner/ })
    .getByRole("radio", { name: new RegExp(`^${answer}`) })
    .press("Space");
  await page.getByRole("button", { name: "Keep the talk" }).press("Enter");
}

test("a partner is invited after a yes in a talk alone, taken back, invited again, and comes", async ({
  page,
  browser,
  mailDir,
}) => {
  const mail = { client: "mara@inviting-journey.example", partner: "teo@inviting-journey.example" };
  await enrolClient(page, { name: "Mara Quist", email: mail.client });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Record", exact: true }).click();
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "Inviting the partner" }) });
  await expect(section.getByText("Nobody has asked Mara yet.")).toBeVisible();
  await expect(section.getByLabel("Partner’s name")).toHaveCount(0);
  await picture(page, "inviting-empty");

  await keepTalk(page, "Yes", false);
  await expect(page.getByText(/Who can be heard was not alone/)).toBeVisible();
  await expect(page.getByLabel(/can anybody hear you/)).toBeFocused();
  await expectAccessible(page);
  await picture(page, "inviting-refused");
  await page.getByLabel(/can anybody hear you/).press("Space");
  await page.getByRole("button", { name: "Keep the talk" }).press("Enter");
  const said = section.getByText(/^Mara said yes on .*, in a talk alone\. You can invite the partner\.$/);
  await expect(said).toBeFocused();
  await expectAccessible(page);
  await picture(page, "inviting-yes");

  await section.getByLabel("Partner’s name").fill("Teo Quist");
  await section.getByText("Ten weeks of their own", { exact: true }).click();
  await section.getByLabel("Partner’s e-mail").fill("teo");
  await section.getByRole("button", { name: "Invite the partner" }).click();
  await expect(section.getByText("Add the @ and what follows it, such as @example.org.")).toBeVisible();
  await section.getByLabel("Partner’s e-mail").fill(mail.partner);
  await section.getByRole("button", { name: "Invite the partner" }).click();
  const link = section.getByLabel("Invitation link for the partner");
  const first = await link.inputValue();
  await expect(section.getByText(/^Teo Quist was invited .* nobody has used it\.$/)).toBeFocused();
  await expect(section.getByText(/It is mailed to nobody: hand the invitation over yourself/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "inviting-invited");

  await section.getByText("Take the invitation back", { exact: true }).press("Enter");
  await section.getByRole("button", { name: "Take it back" }).press("Enter");
  await expect(section.getByText(/^The invitation of Teo Quist was taken back/)).toBeFocused();
  await expect(link).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, "inviting-taken-back");
  await section.getByRole("link", { name: "Teo Quist" }).click();
  await expect(page.getByText("Not invited any more", { exact: true })).toBeVisible();
  await page.goBack();
  const stranger = await browser.newPage({ storageState: { cookies: [], origins: [] } });
  await stranger.goto(first);
  await expect(stranger.getByLabel("Choose a password", { exact: true })).toHaveCount(0);
  await stranger.close();

  await section.getByRole("button", { name: "Invite Teo Quist again" }).click();
  const second = await link.inputValue();
  const { context, page: phone } = await accept(browser, second, password);
  await agree(phone);
  expect(await phone.locator("body").textContent()).not.toContain("Mara");
  await context.close();
  await page.reload();
  await expect(section.getByText(/^Teo Quist came, and has a portal of their own/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "inviting-came");
  for (const address of Object.values(mail))
    expect(lettersTo(mailDir, address).filter(({ raw }) => raw.includes("Teo"))).toEqual([]);
  expect(lettersTo(mailDir, mail.partner)).toEqual([]);
});
