import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

const ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const choice = (linkId: string, text: string) => ({
  linkId,
  text,
  type: "choice",
  required: true,
  answerOption: ["Not at all", "A little", "Very much"].map((display, value) => ({
    valueCoding: { code: `a${value}`, display, extension: [{ url: ordinal, valueDecimal: value }] },
  })),
});
const questionnaire = JSON.stringify({
  resourceType: "Questionnaire",
  title: "Evenings at home",
  status: "active",
  item: [
    {
      linkId: "g",
      type: "group",
      text: "This week",
      item: [choice("1", "Evenings felt calm."), choice("2", "Evenings felt long."), choice("3", "We ate together.")],
    },
    { linkId: "4", type: "string", text: "What was the best evening like?" },
    { linkId: "5", type: "attachment", text: "A picture of it" },
  ],
});
const hostile: [string, string][] = [
  ["<Questionnaire/>", "This is XML or a web page."],
  ["{ not json", "cannot be read as JSON"],
  ['{"resourceType":"Bundle"}', "a Bundle of several resources"],
  ['{"resourceType":"Observation"}', "a FHIR Observation, not a Questionnaire"],
  ["[".repeat(200), "nested too deeply"],
];
const password = "harbour-lilac-quartz-88";

test("import, lay out scales, publish, assign, answer through a lost sign-in, read the result", async ({
  page,
  browser,
}) => {
  await page.goto("/library/import");
  for (const [text, sentence] of hostile) {
    await page.getByLabel("Or its text").fill(text);
    await page.getByRole("button", { name: "Import as a draft" }).click();
    await expect(page.locator("#text-error")).toContainText(sentence);
  }
  await expectAccessible(page);
  await page.getByLabel("A file").setInputFiles({
    name: "huge.json",
    mimeType: "application/json",
    buffer: Buffer.alloc(1_000_000, "x"),
  });
  await expect(page.getByText("too large to be a questionnaire")).toBeVisible();
  await page
    .getByLabel("A file")
    .setInputFiles({ name: "evenings.json", mimeType: "application/json", buffer: Buffer.from(questionnaire) });
  await expect(page.getByLabel("Or its text")).toHaveValue(questionnaire);
  await expect(page.getByLabel("What it measures")).toHaveValue("undecided");
  await page.getByLabel("What it measures").selectOption("one-person");
  await page.getByRole("button", { name: "Import as a draft" }).click();
  await expect(page.getByRole("region", { name: "From its file" })).toContainText(
    "Left out: questions of the type “attachment” cannot be asked here. (5)",
  );
  await expectAccessible(page);
  await page.getByRole("link", { name: "Lay out the scales" }).click();
  await page.getByLabel("Scale 1", { exact: true }).fill("Calm evenings");
  for (const line of ["Evenings felt calm.", "Evenings felt long.", "We ate together."])
    await page.getByLabel(`Scale of: ${line}`).selectOption("Scale 1");
  await page.getByLabel("Reversed: Evenings felt long.").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the scales" }).click();
  await expect(page.getByRole("rowheader", { name: "Calm evenings" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish version 1" })).toHaveCount(0);
  await page.getByRole("link", { name: "Critical answers" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have looked at every answer" }).click();
  await page.getByRole("link", { name: "Look over and publish" }).click();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByText("1, published")).toBeVisible();

  const email = "ida.import@home.example";
  const link = await enrolClient(page, { name: "Ida Lund", email });
  const { context, page: phone } = await accept(browser, link, password);
  await agree(phone);
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await page.getByRole("link", { name: "Assign" }).click();
  await page.getByLabel("Evenings at home").check();
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Assigned.")).toBeVisible();

  await phone.goto("/portal");
  await phone.getByRole("link", { name: "Start: Evenings at home" }).click();
  const pick = (line: string, answer: string) => phone.getByRole("group", { name: line }).getByLabel(answer).check();
  const saved = phone.getByRole("status").filter({ hasText: /^Saved$/ });
  await pick("Evenings felt calm.", "Very much");
  await expect(saved).toBeVisible();

  await context.clearCookies();
  await pick("Evenings felt long.", "A little");
  await expect(phone.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await expect(phone.getByText("Not saved yet")).toBeHidden();
  const again = await context.newPage();
  await again.goto("/sign-in");
  await again.getByLabel("E-mail").fill(email);
  await again.getByLabel("Password", { exact: true }).fill(password);
  await again.getByRole("button", { name: "Sign in" }).click();
  await again.waitForURL(/\/portal/);
  await expect(saved).toBeVisible({ timeout: 20_000 });
  await phone.getByLabel("What was the best evening like?").fill("Soup, and nobody in a hurry.");
  await expect(phone.getByText("3 of 4 answered")).toBeVisible();
  await expect(saved).toBeVisible();
  expect(
    await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("nearer-answers"))),
  ).toEqual([]);
  await phone.reload();
  await expect(phone.getByText("3 of 4 answered")).toBeVisible();
  await expect(phone.getByLabel("What was the best evening like?")).toHaveValue("Soup, and nobody in a hurry.");
  await phone.getByLabel("What was the best evening like?").fill("");
  await expect(phone.getByText("2 of 4 answered")).toBeVisible();
  await phone.getByLabel("What was the best evening like?").fill("Soup.");
  await pick("We ate together.", "Very much");
  await expect(phone.getByText("4 of 4 answered")).toBeVisible();
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await phone.getByRole("button", { name: /^Send/ }).click();
  await expect(phone.getByRole("heading", { name: "Thank you" })).toBeVisible();

  await page.getByRole("link", { name: "Go back" }).click();
  await page.getByRole("region", { name: "Answered" }).getByRole("link", { name: "Evenings at home" }).click();
  await expect(page.getByRole("row", { name: /Calm evenings/ })).toContainText("5");
  await page.getByText(/answers?, one by one$/).click();
  await expect(page.getByRole("row", { name: /What was the best evening like/ })).toContainText("Soup.");
  await expectAccessible(page);
  await page.getByText("These answers should not count").click();
  await page.getByRole("button", { name: "Void these answers" }).click();
  await expect(page.getByText("Say why these answers should not count.")).toBeVisible();
  await page.getByLabel("Why").fill("Her sister answered on her phone.");
  await page.getByRole("button", { name: "Void these answers" }).click();
  await expect(page.getByRole("region", { name: "Taken back" })).toContainText("Her sister answered on her phone.");
  await expect(page.getByText("Nothing answered yet")).toBeVisible();
  await context.close();
});
