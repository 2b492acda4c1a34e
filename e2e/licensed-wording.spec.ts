import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(180_000);

const lines = Array.from({ length: 7 }, (_, i) => `Our own trial statement ${i + 1}`).join("\n");

test("licensed wording is pasted, its key confirmed question by question, and only then it can be given", async ({
  page,
}) => {
  await enrolClient(page, { name: "Greta Holm", email: "greta.wording@home.example" });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await page.getByRole("link", { name: "Assign" }).click();
  await page.waitForURL(/assign$/);
  const assign = page.url();
  await page.getByText(/that cannot be given yet, and why/).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Relationship Assessment Scale" })).toContainText(
    "The wording belongs to its authors",
  );
  await expect(page.getByLabel("Relationship Assessment Scale")).toHaveCount(0);

  await page.goto("/library/ras");
  await expect(page.getByText("It cannot be given to a client yet")).toBeVisible();
  await page.getByRole("link", { name: "Enter the wording" }).click();
  await page.getByLabel("Statements: 7 lines").fill(lines);
  for (const question of [1, 2, 3, 4, 5, 6, 7])
    await page
      .getByLabel(`Answers to question ${question}: 5 lines`)
      .fill(["Never", "Rarely", "Sometimes", "Often", "Always"].map((word) => `${word} (${question})`).join("\n"));
  await page.getByRole("button", { name: "Save the wording" }).click();
  await expect(page.getByText("Write the licence or permission: from whom, and since when.")).toBeVisible();
  await page.getByLabel("What allows your practice to use this wording").fill("Letter of the author, March 2026.");
  await page.getByRole("button", { name: "Save the wording" }).click();
  await expect(page.getByText("Part of the scoring key has not been confirmed.")).toBeVisible();
  await expect(page.getByText("Letter of the author, March 2026.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Publish/ })).toHaveCount(0);

  await page.getByRole("link", { name: "Confirm the key" }).click();
  await expectAccessible(page);
  for (const id of [1, 2, 3, 4, 5, 6]) await page.getByLabel(`I checked it, question ${id}`).check();
  await page.getByRole("button", { name: "Save what I have checked" }).click();
  await expect(page.getByText("One question is still to confirm.")).toBeVisible();
  await page.getByLabel("I checked it, question 7").check();
  await page.getByRole("button", { name: "Save what I have checked" }).click();
  await page.getByRole("link", { name: "Look over and publish" }).click();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText("2, published")).toBeVisible();
  await expect(page.getByText("Change is judged by the shipped figures.")).toBeVisible();

  await page.goto(assign);
  await page.getByLabel("Relationship Assessment Scale").check();
  await page.getByLabel("How often").selectOption("Again and again");
  await page.getByLabel("Ends").selectOption("When you end it");
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Assigned:")).toBeVisible();
  await page.getByRole("link", { name: "Go back" }).click();
  await expect(page.getByText("Every 2 weeks until ended")).toBeVisible();

  await page.getByRole("link", { name: "Change: Relationship Assessment Scale" }).click();
  await page.getByLabel("Weeks between").fill("x");
  await page.getByRole("button", { name: "Show what changes" }).click();
  await expect(page.getByText("Write a number of weeks from 1 to 26.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Weeks between").fill("3");
  await page.getByLabel("Ends").selectOption("After so many times");
  await page.getByLabel("How many more times").fill("2");
  await page.getByRole("button", { name: "Show what changes" }).click();
  await expect(page.getByText(/^\d+ taken back$/)).toBeVisible();
  await expect(page.getByText(/moves to/)).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change it like this" }).click();
  const rule = page.getByRole("region", { name: "Repeating" });
  await expect(rule).toContainText("Every 3 weeks, 2 to come");

  await page
    .getByRole("region", { name: "To answer" })
    .getByRole("link", { name: "Relationship Assess" })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Send a reminder" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send a reminder" }).click();
  await expect(page.getByText("It says that something is waiting, and nothing of what.")).toBeVisible();
  await page.getByText("Take this back").click();
  await page.getByRole("button", { name: "Cancel this assessment" }).click();
  await expect(rule).toContainText("Every 3 weeks, 1 to come");
  await rule.getByRole("button", { name: "End Relationship Assessment Scale" }).click();
  await rule.getByRole("button", { name: "End it now" }).click();
  await expect(page.getByRole("region", { name: "Repeating" })).toHaveCount(0);
});
