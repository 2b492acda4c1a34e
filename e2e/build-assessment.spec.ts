import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";
import { picture } from "./picture";

test.use({ storageState: ownerState });
test.setTimeout(300_000);

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Parts of the draft" }).getByRole("link", { name, exact: true }).click();
const row = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

/** The draft of six questions: a pasted table, one question by hand, one that depends on an answer. */
async function build(page: Page): Promise<void> {
  await page.goto("/library");
  await expectAccessible(page);
  await picture(page, "library");
  await page.getByRole("link", { name: "Build one" }).click();
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await expect(page.getByText("Write a title.")).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill("Evenings and mornings");
  await page.getByLabel("Title for clients").fill("About your week");
  await page.getByLabel("What it is for").fill("Looks at how calm the ends of a day are.");
  await page.getByLabel("What it measures").selectOption("one-person");
  await page.getByLabel("Answers to begin with").selectOption("often");
  await expectAccessible(page);
  await picture(page, "new");
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await page.waitForURL(/\/build$/);
  await expect(page.getByRole("heading", { name: "1 question" })).toBeVisible();

  await page.getByRole("link", { name: "Paste a table" }).click();
  await page.getByLabel("The table").fill("statement\tscale\treversed\nOne\tEvenings\tmaybe\n\tEvenings\t");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByText("Line 2: “maybe” does not say whether it is reversed.")).toBeVisible();
  await expect(page.getByText("Line 3: It has no statement.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Take th/ })).toHaveCount(0);
  const lines = [
    "statement\tscale\treversed",
    "My evenings were calm.\tEvenings\t",
    "My evenings were loud.\tEvenings\tR",
    "I woke up rested.\tMornings\t",
    "I wanted to stay in bed.\tMornings\tR",
  ];
  await page.getByLabel("The table").fill(lines.join("\n"));
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByRole("row", { name: /My evenings were loud/ })).toContainText("Evenings, reversed");
  await expectAccessible(page);
  await picture(page, "paste");
  await page.getByRole("button", { name: "Take these 4 statements" }).click();
  await expect(page.getByRole("heading", { name: "4 questions" })).toBeVisible();

  await page.getByRole("link", { name: "Add a question" }).click();
  await page.getByLabel("Statement or question").fill("I thought of hurting myself.");
  await page.getByLabel("How it is answered").selectOption("Yes or no");
  await page.getByRole("button", { name: "Save, and write the next" }).click();
  await expect(page.getByLabel("Statement or question")).toHaveValue("");
  await page.getByLabel("Statement or question").fill("What helped on a loud evening?");
  await page.getByLabel("How it is answered").selectOption("Words");
  await page.getByLabel("An answer is asked for before sending").uncheck();
  await page.getByLabel("Question, condition 1").selectOption("2. My evenings were loud.");
  await page.getByLabel("How, condition 1").selectOption("is at least");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByText(/^Choose which answer to question 2 /)).toBeVisible();
  await expect(page.getByLabel("Statement or question")).toHaveValue("What helped on a loud evening?");
  await expectAccessible(page);
  await picture(page, "question");
  await page.getByLabel("Answer, condition 1").selectOption("Sometimes");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByText("Asked only if question 2 is at least “Sometimes”")).toBeVisible();
}

test("six questions are built from nothing, published, answered by a client and counted", async ({ page, browser }) => {
  await build(page);
  await page.getByRole("button", { name: "Remove question 2" }).click();
  await expect(page.getByText(/^Last step: Removed question 2/)).toContainText("is now always asked.");
  await expect(page.getByRole("heading", { name: "5 questions" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "6 questions" })).toBeVisible();
  await expect(page.getByText("Asked only if question 2 is at least “Sometimes”")).toBeVisible();
  await page.getByRole("button", { name: "Move up question 6" }).click();
  await expect(row(page, "What helped on a loud evening?")).toBeFocused();
  await page.getByRole("button", { name: "Move down question 5" }).click();
  await expectAccessible(page);
  await picture(page, "questions");

  await tab(page, "Scales");
  await page.getByRole("link", { name: "Edit Evenings" }).click();
  await page.getByLabel("From, band 1").fill("0");
  await page.getByLabel("Band 1", { exact: true }).fill("Restless");
  await page.getByLabel("From, band 2").fill("5");
  await page.getByLabel("Band 2", { exact: true }).fill("Calm");
  await page.getByRole("button", { name: "Save the scale" }).click();
  await expect(page.getByText("Without one they are not kept.")).toBeVisible();
  await expect(page.getByLabel("Band 2", { exact: true })).toHaveValue("Calm");
  await page.getByLabel("Where bands and cut-off come from").selectOption("Ours: our practice set them");
  await expectAccessible(page);
  await picture(page, "scale");
  await page.getByRole("button", { name: "Save the scale" }).click();
  await expect(page.getByText("Restless from 0, Calm from 5 (ours: this practice’s own).")).toBeVisible();
  await picture(page, "scales");

  await tab(page, "Answers");
  await expectAccessible(page);
  await picture(page, "answers");
  await tab(page, "Critical answers");
  await expect(page.getByLabel("I thought of hurting myself.: Yes")).toBeChecked();
  await page.getByRole("button", { name: "I have looked at every answer" }).click();
  await page.getByRole("link", { name: "Look over and publish" }).click();
  await expectAccessible(page);
  await picture(page, "publish");
  await page.getByRole("link", { name: "Preview", exact: true }).click();
  await expect(page.getByRole("heading", { name: "About your week" })).toBeVisible();
  await expect(page.getByText("What helped on a loud evening?")).toHaveCount(0);
  await page.getByRole("group", { name: "My evenings were loud." }).getByLabel("Often").check();
  await expect(page.getByLabel("What helped on a loud evening?")).toBeVisible();
  await picture(page, "preview");
  await page.goBack();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByText("1, published")).toBeVisible();
  await picture(page, "instrument");

  const link = await enrolClient(page, { name: "Runa Falk", email: "runa.build@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await page.getByRole("link", { name: "Assign" }).click();
  await page.getByLabel("Evenings and mornings").check();
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Assigned.")).toBeVisible();
  await phone.goto("/portal");
  await expect(phone.getByText("Evenings and mornings")).toHaveCount(0);
  await phone.getByRole("link", { name: "Start: About your week" }).click();
  const pick = (line: string, answer: string) =>
    phone.getByRole("group", { name: line }).getByLabel(answer, { exact: true }).check();
  await pick("My evenings were calm.", "Often");
  await pick("My evenings were loud.", "Rarely");
  await pick("I woke up rested.", "Sometimes");
  await pick("I wanted to stay in bed.", "Always");
  await pick("I thought of hurting myself.", "No");
  await expect(phone.getByText("5 of 5 answered")).toBeVisible();
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await phone.getByRole("button", { name: /^Send/ }).click();
  await expect(phone.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await context.close();

  await page.getByRole("link", { name: "Go back" }).click();
  await page.getByRole("region", { name: "Answered" }).getByRole("link", { name: "Evenings and mornings" }).click();
  await expect(page.getByRole("row", { name: /^Evenings/ })).toContainText("6");
  await expect(page.getByRole("row", { name: /^Evenings/ })).toContainText("Calm (ours)");
  await expect(page.getByRole("row", { name: /^Mornings/ })).toContainText("2");
  await page.getByText(/answers?, one by one$/).click();
  await expect(page.getByRole("row", { name: /What helped on a loud evening/ })).toContainText("Not asked");
  await expectAccessible(page);
  await picture(page, "result");

  await page.goto("/library?q=evenings+mornings");
  await page.getByRole("link", { name: "Evenings and mornings", exact: true }).click();
  await page.getByRole("button", { name: "Start a new version" }).click();
  await page.getByRole("link", { name: "Go on building" }).click();
  await page.getByRole("button", { name: "Remove question 1" }).click();
  await expect(page.getByRole("heading", { name: "5 questions" })).toBeVisible();
  await tab(page, "Publish");
  await expect(page.getByText("Its line breaks here: scores before and after are not compared.")).toBeVisible();
  await expect(page.getByText("Counted and worded as before. Its line goes on.")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "next-version");
  await page.goto("/library?q=evenings+mornings");
  await page.getByRole("link", { name: "Evenings and mornings", exact: true }).click();
  await page.getByText("Discard this draft").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByText("The draft of version 2 was discarded by Alma Keller.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go on building" })).toHaveCount(0);
  await picture(page, "draft-discarded");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("link", { name: "Go on building" })).toBeVisible();
  await page.getByRole("button", { name: "Put it away" }).click();
  await expect(page.getByRole("region", { name: /^Put away/ })).toContainText("Evenings and mornings");
  await page.getByRole("link", { name: "Evenings and mornings", exact: true }).click();
  await page.getByRole("button", { name: "Take it out again" }).click();
  await expect(page.getByRole("button", { name: "Put it away" })).toBeVisible();
});

test("without script a questionnaire is begun, written, put in order and published", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    storageState: ownerState,
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto("/library/new");
  await page.getByLabel("Title", { exact: true }).fill("Without script");
  await page.getByLabel("What it is for").fill("A trial.");
  await page.getByLabel("Statements", { exact: true }).fill("First\nSecond");
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await expect(page.getByRole("heading", { name: "2 questions" })).toBeVisible();
  await page.getByRole("button", { name: "Move up question 2" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Not true at all" }).first()).toContainText("Second");
  await page.getByRole("link", { name: "Edit question 1" }).click();
  await page.getByLabel("Statement or question").fill("");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByText("Write what is asked, or what is shown.")).toBeVisible();
  await page.getByLabel("Statement or question").fill("Second, said anew");
  await page.getByRole("button", { name: "Save the question" }).click();
  await page.getByRole("link", { name: "Paste a table" }).click();
  await page.getByLabel("The table").fill("Third");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("button", { name: "Take this statement" }).click();
  await expect(page.getByRole("heading", { name: "3 questions" })).toBeVisible();
  await tab(page, "Critical answers");
  await page.getByRole("button", { name: "I have looked at every answer" }).click();
  await page.getByRole("link", { name: "Look over and publish" }).click();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByText("1, published")).toBeVisible();
  await context.close();
});
