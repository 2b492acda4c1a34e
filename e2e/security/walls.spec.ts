import pg from "pg";
import { expect, test } from "../fixtures";
import { accept, agree, enrolClient, nobody, ownerState, setUpSecondFactor } from "../people";
import { mintForeignClient } from "./foreign-practice";

test.use({ storageState: ownerState });
test.setTimeout(120_000);

const staffPages = ["/caseload", "/clients/new", "/settings/colleagues", "/settings/safety"];

test("a client cannot open a practice page, and staff have no portal", async ({ page, browser }) => {
  const link = await enrolClient(page, { name: "Priya Raman", email: "priya.raman@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  for (const path of staffPages) expect((await phone.goto(path))?.status(), path).toBe(404);
  expect((await page.goto("/portal"))?.status()).toBe(404);
  await context.close();
});

test("a therapist cannot open another's client", async ({ page, browser, mailbox }) => {
  const link = await enrolClient(page, { name: "Leila Haddad", email: "leila@home.example" });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.waitForURL(/overview/);
  const overview = page.url();
  await page.goto("/settings/colleagues");
  await page.getByLabel("Name", { exact: true }).fill("Jon Reed");
  await page.getByLabel(/e-mail/i).fill("jon@northbank.example");
  await page.getByRole("button", { name: /invite/i }).click();
  const invitation = mailbox.linkIn(await mailbox.waitFor("jon@northbank.example"));
  const { context, page: jon } = await accept(browser, invitation, "meadow-copper-violin-71");
  await setUpSecondFactor(jon);
  const response = await jon.goto(overview);
  expect(response?.status()).toBe(404);
  expect(await response?.text()).not.toContain("Leila");
  await jon.goto("/caseload?state=all");
  await expect(jon.getByText("No clients yet")).toBeVisible();
  expect(link).toContain("/invitation/");
  await context.close();
});

test("a foreign practice's client is a 404 that leaks no string; the control shows our own", async ({
  page,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const foreign = await mintForeignClient(pool);
  await pool.end();
  for (const tab of ["overview", "messages", "record", "safety"]) {
    const response = await page.goto(`/clients/${foreign.clientId}/${tab}`);
    expect(response?.status()).toBe(404);
    expect(await response?.text()).not.toContain(foreign.name);
  }
  await page.goto(`/caseload?state=all&q=${encodeURIComponent(foreign.name)}`);
  await expect(page.getByText(/Nobody called/)).toBeVisible();
  await enrolClient(page, { name: "Control Person", email: "control@home.example" });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.waitForURL(/overview/);
  expect(await page.content()).toContain("Control Person");
});

test("the one-click door of a sample practice is not there", async ({ browser, serverUrl }) => {
  const page = await browser.newPage({ storageState: nobody });
  await page.goto(`${serverUrl}/sign-in`);
  await expect(page.getByRole("button", { name: /^Sign in$/ })).toBeVisible();
  await expect(page.getByText(/sample/i)).toHaveCount(0);
  await page.close();
});
