import { expect, test } from "./fixtures";
import { openGateOf } from "./open-gate";
import { accept, agree, enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(120_000);

test("what was chosen comes back when a form is refused, and filters say what is shown", async ({ page }) => {
  await page.goto("/clients/new");
  await page.getByLabel("Name", { exact: true }).fill("Wim de Groot");
  await page.getByLabel("Time zone").selectOption("Europe/Oslo");
  await page.getByRole("button", { name: "Enrol client" }).click();
  await expect(page.getByText("Write an e-mail address, such as alma@example.org.")).toBeVisible();
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Oslo");

  await enrolClient(page, { name: "Wim de Groot", email: "wim@home.example" });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
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

test("a client who runs no script loses no word to a refused form, and is told nothing that is not so", async ({
  page,
  browser,
  databaseUrl,
}) => {
  const link = await enrolClient(page, { name: "Yara Blom", email: "yara@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await phone.getByRole("link", { name: "Who to call, if you are not safe" }).click();
  await expect(phone.getByRole("heading", { name: "Nobody is told from here yet" })).toBeVisible();
  await phone.getByRole("link", { name: "Back", exact: true }).click();
  await agree(phone);

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const quiet = await plain.newPage();
  await openGateOf(databaseUrl, "yara@home.example");
  await quiet.goto("/portal/exercises/learn-together");
  await quiet.getByLabel("When, and what do you need for it?").fill("Saturday");
  await quiet.getByRole("group", { name: "How anxious are you now?" }).getByLabel("4", { exact: true }).check();
  await quiet.getByLabel("A few words about it, if you like").fill("We laughed.");
  await quiet.getByRole("button", { name: "Save, I did it" }).click();
  await expect(quiet.getByText("Write what the two of you tried.")).toBeVisible();
  await expect(quiet.getByLabel("When, and what do you need for it?")).toHaveValue("Saturday");
  await expect(
    quiet.getByRole("group", { name: "How anxious are you now?" }).getByLabel("4", { exact: true }),
  ).toBeChecked();
  await expect(quiet.getByLabel("A few words about it, if you like")).toHaveValue("We laughed.");
  await quiet.getByLabel("What will you and your partner try?").fill("Whistling");
  await quiet.getByRole("button", { name: "Save, I did it" }).click();
  await expect(quiet.getByRole("heading", { name: "Saved" })).toBeVisible();

  await quiet.goto("/portal/distance-move");
  await quiet.getByLabel("What was happening, if you like").fill("A call from home.");
  await quiet.getByRole("button", { name: "Save" }).click();
  await expect(quiet.getByText("Choose the one that comes closest.")).toBeVisible();
  await expect(quiet.getByLabel("What was happening, if you like")).toHaveValue("A call from home.");
  await plain.close();
  await context.close();
});
