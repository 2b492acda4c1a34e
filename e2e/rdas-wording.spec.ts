import pg from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";
import { picture } from "./picture";

test.use({ storageState: ownerState });
test.setTimeout(300_000);

/** The four printed formats, with what stands for our own trial labels, the first of each at the top of its list. */
const lists = [
  { name: "Answers to questions 1 to 6: 6 lines", labels: [5, 4, 3, 2, 1, 0].map((value) => `Agreeing ${value}`) },
  { name: "Answers to questions 7 to 10: 6 lines", labels: [0, 1, 2, 3, 4, 5].map((value) => `Trouble ${value}`) },
  { name: "Answers to question 11: 5 lines", labels: [4, 3, 2, 1, 0].map((value) => `Interests ${value}`) },
  { name: "Answers to questions 12 to 14: 6 lines", labels: [0, 1, 2, 3, 4, 5].map((value) => `Occasions ${value}`) },
];
const answered = [
  ...Array.from({ length: 6 }, () => "Agreeing 3"),
  ...Array.from({ length: 4 }, () => "Trouble 2"),
  "Interests 2",
  ...Array.from({ length: 3 }, () => "Occasions 2"),
];

test("a table of fourteen statements with four printed formats is pasted, looked at, and counts as it is known to", async ({
  page,
  browser,
  databaseUrl,
}) => {
  await page.goto("/library?q=RDAS");
  await page.getByRole("link", { name: /^Paste its wording.*RDAS/ }).click();
  const rows = answered.map((_, i) => `${i + 1}\tStatement ${i + 1}`);
  await page.getByLabel("Statements: 14 lines").fill(rows.slice(0, 13).join("\n"));
  for (const { name, labels } of lists) await page.getByLabel(name).fill(labels.join("\n"));
  await page.getByRole("button", { name: "Look at it line by line" }).click();
  await expect(page.getByRole("row", { name: /^14/ })).toContainText("No line");
  await expect(page.getByText(/^Answers to question 11: 4 Interests 4, 3 Interests 3/)).toBeVisible();
  await page.getByLabel("Statements: 14 lines").fill(rows.join("\n"));
  await page.getByRole("button", { name: "Look at it line by line" }).click();
  await expect(page.getByRole("row", { name: /^14/ })).toContainText("Statement 14");
  await expectAccessible(page);
  await picture(page, "wording");
  await page.getByLabel("What allows your practice to use this wording").fill("Letter of the publisher, May 2026.");
  await page.getByRole("button", { name: "Save the wording" }).click();
  await page.getByRole("link", { name: "Confirm the key" }).click();
  for (let id = 1; id <= 14; id += 1) await page.getByLabel(`I checked it, question ${id}`, { exact: true }).check();
  await page.getByRole("button", { name: "Save what I have checked" }).click();
  await page.getByRole("link", { name: "Look over and publish" }).click();
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await expect(page.getByText(/\d, published/)).toBeVisible();

  const link = await enrolClient(page, { name: "Liv Aune", email: "liv.rdas@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await page.getByRole("link", { name: "Assign" }).click();
  await page.getByLabel("Revised Dyadic Adjustment Scale").check();
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Assigned.")).toBeVisible();
  await phone.goto("/portal");
  await phone.getByRole("link", { name: /^Start: Revised Dyadic/ }).click();
  for (const [i, label] of answered.entries())
    await phone
      .getByRole("group", { name: `Statement ${i + 1}`, exact: true })
      .getByLabel(label, { exact: true })
      .check();
  await expect(phone.getByText("14 of 14 answered")).toBeVisible();
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await phone.getByRole("button", { name: /^Send/ }).click();
  await expect(phone.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await context.close();

  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: scores } = await client.query<{ key: string; score: number }>(
    `select s.scale_key as key, s.score::float as score from assessment_score s
       join instrument_version v on v.practice_id = s.practice_id and v.id = s.instrument_version_id
      where v.key = 'rdas'`,
  );
  await client.end();
  expect(Object.fromEntries(scores.map(({ key, score }) => [key, score]))).toEqual({
    consensus: 18,
    satisfaction: 8,
    cohesion: 8,
    total: 34,
  });
});
