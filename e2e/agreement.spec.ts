import pg from "pg";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(180_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
});
test.afterAll(() => pool.end());

test("the agreement: a draft with its grade, looked at, published, asked again; the button works meanwhile", async ({
  browser,
  serverUrl,
}) => {
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  const olga = await staffPage(pool, browser, serverUrl, practice.owner, "Olga Stern");
  const { page } = olga;
  await page.goto("/settings/practice");
  await page.getByRole("link", { name: "What clients agree to" }).click();
  await expect(page.getByRole("heading", { name: "Who agreed to what" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Noor Haddad/ })).toContainText("Agreed to what holds now");
  await expectAccessible(page);
  await page
    .getByLabel("What is passed on, and when")
    .fill(
      "Notwithstanding confidentiality obligations, disclosures necessitated by statutory safeguarding requirements are communicated.",
    );
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText(/8 is the most that a worried reader takes in/)).toBeVisible();
  await page
    .getByLabel("What is passed on, and when")
    .fill(
      "We tell nobody what you say. If a life is in danger, or a child is hurt, we have to tell. We talk with you first.",
    );
  await page.getByLabel("What your practice adds").fill("A session that you miss is paid. Tell us a day before.");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText(/read at about grade .*, within 8/)).toBeVisible();
  const preview = page.getByRole("region", { name: "As clients will read it" });
  await expect(preview.getByText("A session that you miss is paid.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "agreement-draft");
  const phone = await context.newPage();
  await phone.goto("/portal");
  await expect(phone).toHaveURL(/\/portal$/);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Choose whether those who agreed are asked again.").first()).toBeVisible();
  await page.getByText("Ask them again").click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Version 1", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Noor Haddad/ })).toContainText("Is asked again at the next visit");
  await expectAccessible(page);
  await picture(page, "agreement-published");

  await phone.goto("/portal/messages");
  await expect(phone).toHaveURL(/\/portal\/consent$/);
  await expect(phone.getByText(/^You agreed .*The words have changed since/)).toBeVisible();
  await expect(phone.getByRole("heading", { name: "What your practice adds" })).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "agreement-asked-again");
  await phone.getByRole("link", { name: "Who to call, if you are not safe" }).click();
  await expect(phone).toHaveURL(new RegExp(`${paths.portal.contacts}$`));
  await phone
    .getByRole("button", { name: /^Tell / })
    .first()
    .click();
  await expect(phone.getByText(/It stands first on the list of/).first()).toBeVisible();
  await phone.goto("/portal");
  await phone.getByLabel("I have read this and I agree.").check();
  await phone.getByRole("button", { name: "Agree and go on" }).click();
  await expect(phone).toHaveURL(/\/portal$/);
  await page.goto(`/clients/${client.clientId}/record`);
  await page.getByText("Every answer to the agreement").click();
  await expect(page.getByText(/version 1 of the practice’s own words/)).toBeVisible();
  for (const one of [context, olga.context]) await one.close();
});
