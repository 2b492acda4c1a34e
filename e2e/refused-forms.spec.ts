import { expect, test } from "./fixtures";
import { enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(120_000);

test("what was chosen comes back when a form is refused, and filters say what is shown", async ({ page }) => {
  await page.goto("/clients/new");
  await page.getByLabel("Name", { exact: true }).fill("Wim de Groot");
  await page.getByLabel("Time zone").selectOption("Europe/Oslo");
  await page.getByRole("button", { name: "Enrol client" }).click();
  await expect(page.getByText("Write an address such as")).toBeVisible();
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Oslo");

  await enrolClient(page, { name: "Wim de Groot", email: "wim@home.example" });
  await page.getByRole("link", { name: "Open the client's page" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await page.getByRole("link", { name: "Assign" }).click();
  await page.getByLabel("Time to finish").selectOption("72");
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Choose at least one assessment.").first()).toBeVisible();
  await expect(page.getByLabel("Time to finish")).toHaveValue("72");

  await page.goto("/caseload");
  await page.getByRole("navigation", { name: "Today" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/flag=needs-you/);
  await expect(page.getByLabel("Flag")).toHaveValue("needs-you");
});
