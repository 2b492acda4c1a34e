import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";
import { picture } from "./picture";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

const at = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`;
const questionnaire = JSON.stringify({
  resourceType: "Questionnaire",
  url: "https://forms.example/first-meeting",
  version: "2",
  language: "en",
  title: "How you met",
  status: "active",
  item: [
    {
      linkId: "met",
      text: "When did you first meet?",
      type: "date",
      required: true,
      extension: [
        { url: at("minValue"), valueDate: "2000-01-01" },
        { url: at("maxValue"), valueDate: "2020-12-31" },
      ],
    },
    {
      linkId: "code",
      text: "The postcode of where it was",
      type: "string",
      extension: [
        { url: at("regex"), valueString: "^[0-9]{5}$" },
        { url: at("entryFormat"), valueString: "12345" },
      ],
    },
    { linkId: "name", text: "A word for that day", type: "string", maxLength: 8 },
    {
      linkId: "odd",
      text: "Anything else",
      type: "string",
      extension: [{ url: at("regex"), valueString: "^(([a-z])+.)+[A-Z]([a-z])+$" }],
    },
  ],
});
const response = (of: string, met: string) =>
  JSON.stringify({
    resourceType: "QuestionnaireResponse",
    questionnaire: of,
    status: "completed",
    authored: "2026-01-15T09:30:00Z",
    item: [
      { linkId: "met", answer: [{ valueDate: met }] },
      { linkId: "name", answer: [{ valueString: "Rain" }] },
    ],
  });
const canonical = "https://forms.example/first-meeting|2";

test("what a file says of an answer holds for who answers, and answers from a file come in with who and when", async ({
  page,
  browser,
}) => {
  await page.goto("/library/import");
  await page.getByLabel("Or its text").fill(questionnaire);
  await page.getByLabel("What it measures").selectOption("one-person");
  await page.getByRole("button", { name: "Import as a draft" }).click();
  const lost = page.getByRole("region", { name: "From its file" });
  await expect(lost).toContainText("could take for ever. (odd)");
  await expect(lost).not.toContainText("(met)");
  await page.getByRole("link", { name: "Critical answers" }).click();
  await page.getByRole("button", { name: "I have looked at every answer" }).click();
  await page.getByRole("link", { name: "Look over and publish" }).click();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByText("1, published")).toBeVisible();

  const link = await enrolClient(page, { name: "Runa Falk", email: "runa.import@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await page.waitForURL(/assessments$/);
  const list = page.url();
  await page.getByRole("link", { name: "Assign" }).click();
  await page.getByLabel("How you met").check();
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Assigned.")).toBeVisible();

  await phone.goto("/portal");
  await phone.getByRole("link", { name: "Start: How you met" }).click();
  const write = async (label: string, words: string) => {
    await phone.getByLabel(label).fill(words);
    await phone.getByLabel(label).blur();
  };
  await expect(phone.getByText("A day from 1 January 2000 to 31 December 2020.")).toBeVisible();
  await write("When did you first meet?", "1999-05-05");
  await expect(phone.getByText("Not saved yet. Choose a day from 1 January 2000 to 31 December 2020.")).toBeVisible();
  await write("The postcode of where it was", "12");
  await expect(phone.getByText("Not saved yet. Write it like this: 12345")).toBeVisible();
  await write("A word for that day", "Thunderstorm");
  await expect(phone.getByText(/^Not saved yet\. 4 characters too long\./)).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "bounds-asked-back");
  await write("When did you first meet?", "2012-05-05");
  await write("The postcode of where it was", "10115");
  await write("A word for that day", "Thunder");
  await expect(phone.getByText("3 of 4 answered")).toBeVisible();
  await expect(phone.getByText("Not saved yet", { exact: false })).toHaveCount(0);
  await context.close();

  await page.goto(list);
  await page.getByRole("link", { name: "Bring in answers" }).click();
  await page.waitForURL(/assessments\/import$/);
  await expectAccessible(page);
  const bring = async (text: string) => {
    await page.getByLabel("The questionnaire that was answered").selectOption({ label: "How you met" });
    await page.getByLabel("Or its text").fill(text);
    await page.getByRole("button", { name: "Bring the answers in" }).click();
  };
  for (const refused of [
    response("https://forms.example/another|2", "2012-05-05"),
    response("https://forms.example/first-meeting|1", "2012-05-05"),
    response(canonical, "1999-05-05"),
  ]) {
    await bring(refused);
    await expect(page.locator("#text-error")).toBeVisible();
    await expect(page.getByText("They were not brought in. See below.")).toBeVisible();
    await page.reload();
  }
  await picture(page, "bring-answers-in");
  await bring(response(canonical, "2012-05-05"));
  await page.getByRole("link", { name: "Open them" }).click();
  await expect(page.getByText(/^Brought in from a file by Alma Keller, Today /)).toBeVisible();
  await expect(page.getByText("Runa Falk did not answer it here.", { exact: false })).toBeVisible();
  await expect(page.getByRole("region", { name: "How you met" }).first()).toContainText("15 Jan");
});
