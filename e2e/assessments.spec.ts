import type { Page } from "@playwright/test";
import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

const phq9Lines = Array.from({ length: 9 }, (_, i) => `${i + 1}. Our own trial line number ${i + 1}`).join("\n");

/** Types the trial wording of a free questionnaire in and publishes it. */
async function publishPhq9(page: Page): Promise<void> {
  await page.goto("/library?q=PHQ");
  await expect(page.getByRole("heading", { name: "Waiting for their wording (1)" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "PHQ-9", exact: true }).click();
  await expect(page.getByText("It cannot be given to a client yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Enter the wording" }).click();
  await page.getByLabel("Statements: 9 lines").fill(phq9Lines.split("\n").slice(1).join("\n"));
  await page.getByLabel("Answers: 4 lines").fill("Never\nSometimes\nOften\nAlways");
  await page.getByRole("button", { name: "Save the wording" }).click();
  await expect(page.getByText("There are 8 lines and 9 are needed")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Statements: 9 lines").fill(phq9Lines);
  await page.getByRole("button", { name: "Save the wording" }).click();
  await page.getByRole("link", { name: "Look over and publish" }).click();
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await expect(page.getByText(/\d, published/)).toBeVisible();
  await page.getByRole("link", { name: "Preview as a client sees it" }).click();
  await expect(page.getByText("nothing that you choose here is kept")).toBeVisible();
  await expectAccessible(page);
}

test("assign, answer through reload and a lost network, and read the result", async ({
  page,
  browser,
  databaseUrl,
}) => {
  await publishPhq9(page);
  const link = await enrolClient(page, { name: "Nadia Berg", email: "noor.two@home.example" });
  const { context, page: phone } = await accept(browser, link, "saffron-meadow-brick-51");
  await agree(phone);

  await page.goto("/caseload");
  await page.getByRole("link", { name: "Assign to several" }).click();
  await page.waitForURL(/\/caseload\/assign/);
  await expectAccessible(page);
  await page.goto("/caseload?q=Nadia");
  await page.getByRole("link", { name: "Nadia Berg" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await expect(page.getByText("Nothing answered yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Assign" }).click();
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Choose at least one assessment.")).toBeVisible();
  await page.getByLabel("PHQ-9").check();
  await page.getByLabel("How often").selectOption("Again and again");
  await expectAccessible(page);
  await page.getByLabel("How many times").fill("2");
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Assigned: 2 sittings")).toBeVisible();

  await phone.goto("/portal");
  await phone.getByRole("link", { name: "Start: PHQ-9" }).click();
  await expect(phone.getByText("0 of 9 answered")).toBeVisible();
  await expectAccessible(phone);
  const choose = (line: number, answer: string) =>
    phone
      .getByRole("group", { name: `Our own trial line number ${line}` })
      .getByLabel(answer)
      .check();
  for (const line of [1, 2, 3]) await choose(line, "Sometimes");
  await expect(phone.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("3 of 9 answered")).toBeVisible();

  await context.setOffline(true);
  for (const line of [4, 5]) await choose(line, "Sometimes");
  await expect(phone.getByText("Saved on this device")).toBeVisible();
  await context.setOffline(false);
  await expect(phone.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 20_000 });
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { rows } = await database.query<{ waited_ms: number }>(
    `select an.waited_ms from assessment_answer an join assessment a on a.id = an.assessment_id
     join instrument_version v on v.id = a.instrument_version_id
     where v.title like 'PHQ-9%' order by an.answered_at desc limit 2`,
  );
  await database.end();
  for (const answer of rows) expect(answer.waited_ms).toBeGreaterThan(50);

  await expect(phone.getByRole("alert", { name: "Where to turn now" })).toHaveCount(0);
  await choose(9, "Often");
  await expect(phone.getByText("Nearer is not watched around the clock.")).toBeVisible();
  await expectAccessible(phone);
  await phone.reload();
  await expect(phone.getByText("Nearer is not watched around the clock.")).toBeVisible();
  await page.goto("/caseload?q=Nadia");
  await expect(page.getByRole("row", { name: /Nadia Berg/ })).toContainText(/answer/i);

  for (const line of [6, 7]) await choose(line, "Sometimes");
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await phone.getByRole("button", { name: "Our own trial line number 8" }).click();
  await choose(8, "Never");
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await expectAccessible(phone);
  await phone.getByRole("button", { name: /^Send/ }).click();
  await expect(phone.getByRole("heading", { name: "Thank you" })).toBeVisible();

  await page.goto("/caseload?q=Nadia");
  await page.getByRole("link", { name: "Nadia Berg" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await expect(page.getByRole("region", { name: "Answered" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("region", { name: "Answered" }).getByRole("link", { name: "PHQ-9", exact: true }).click();
  await expect(page.getByText("Thoughts of death or self-harm")).toBeVisible();
  await expect(page.getByText("Mild")).toBeVisible();
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "FHIR response and scores" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^response-.*\.json$/);
  await page.getByRole("button", { name: "Discussed in session" }).click();
  await expect(page.getByRole("button", { name: "Not discussed after all" })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("you have talked about them in a session")).toBeVisible();
  await phone.getByRole("link", { name: "What you answered" }).click();
  await expect(phone.getByRole("listitem").filter({ hasText: "PHQ-9" })).toContainText("You talked about it");
  await expectAccessible(phone);
  await context.close();
});
