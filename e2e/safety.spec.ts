import { Pool } from "pg";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerEmail, ownerState, tapNotSafe } from "./people";
import { picture } from "./picture";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

/** The safety event of the client with this e-mail. */
async function eventOf(databaseUrl: string, email: string): Promise<string> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const { rows } = await pool.query<{ id: string }>(
    `select e.id from safety_event e join client c on c.practice_id = e.practice_id and c.id = e.client_id
      join account a on a.practice_id = c.practice_id and a.id = c.account_id where a.email = $1`,
    [email],
  );
  await pool.end();
  return rows[0]?.id ?? "";
}

test("a client does not feel safe: numbers at once, the therapist told, handled and closed", async ({
  page,
  browser,
  mailbox,
  databaseUrl,
}) => {
  const link = await enrolClient(page, { name: "Zuri Okafor", email: "zuri@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await picture(phone, "today");
  await phone.getByRole("link", { name: "I need a pause" }).click();
  await expect(phone.getByRole("heading", { name: "A pause" })).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "pause");
  await phone.getByRole("link", { name: "Back to today" }).click();
  await expect(phone.getByRole("heading", { name: "How connected do you feel right now?" })).toBeVisible();

  await tapNotSafe(phone);
  await expect(phone.getByRole("link", { name: "Call 999" })).toBeVisible();
  await expect(phone.getByText(/It stands first on the list of/)).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "not-safe");
  await phone.getByRole("link", { name: "What happens now" }).click();
  await expect(phone).toHaveURL(/\/portal\/1/);
  await expect(phone.getByRole("link", { name: "Call 999" })).toBeVisible();
  await expect(phone.getByText("Nearer is not watched around the clock.")).toBeVisible();
  await expect(phone.getByText(/It stands first on the list of Alma/).first()).toBeVisible();
  await expect(phone).toHaveTitle(/Contacts/);
  await expectAccessible(phone);
  await picture(phone, "safe");
  const letter = await mailbox.about(ownerEmail, "event", await eventOf(databaseUrl, "zuri@home.example"));
  expect(letter.raw).toContain("Somebody needs you now.");
  expect(letter.raw).not.toMatch(/safe|risk|zuri|okafor|client|therap|crisis/i);

  await page.goto("/caseload");
  await expect(page.getByRole("row", { name: /^Zuri Okafor/ })).toContainText("Chose “I don’t feel safe”");
  await page.getByRole("link", { name: "Zuri Okafor" }).click();
  await expect(page.getByRole("heading", { name: "Zuri chose “I don’t feel safe”" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "open-event");
  await page.getByRole("button", { name: "I am on it" }).click();
  await expect(page.getByText(/Alma Keller is on it/)).toBeVisible();
  const opener = page.getByRole("button", { name: "Close with a note" });
  await opener.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  await page.getByRole("button", { name: "Close this event" }).click();
  await expect(page.getByText("Write a note about how it ended.")).toBeVisible();
  await page.getByLabel("How it ended").fill("We talked. She stays with her sister tonight.");
  await picture(page, "closing");
  await page.getByRole("button", { name: "Close this event" }).click();
  await expect(page.getByRole("heading", { name: /chose “I don’t feel safe”/ })).toHaveCount(0);

  await page.getByText("Log a concern").click();
  await page.getByRole("radio", { name: /^Stop/ }).check();
  await page.getByLabel("What you noticed").fill("He reads her messages.");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Stop", { exact: true }).first()).toBeVisible();
  await page.getByText("Release the stop").click();
  await page.getByLabel("Why it is safe to go on").fill("She has her own phone now and feels safe.");
  await page.getByRole("button", { name: "Release for 12 weeks" }).click();
  await expect(page.getByText("A stop is released only after talking to the person alone.")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "stop");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("We talked. She stays with her sister tonight.")).toBeVisible();
  await expect(page.getByText("He reads her messages.")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "history");

  await phone.reload();
  await expect(phone.getByRole("heading", { name: "Tell Alma" })).toBeVisible();
  await context.close();
});

test("without script, one tap still shows the numbers, and a second one tells the therapist", async ({
  page,
  browser,
}) => {
  const link = await enrolClient(page, { name: "Mara Lind", email: "maralind@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await plain.addCookies(await context.cookies());
  const quiet = await plain.newPage();
  await quiet.goto(new URL("/portal", link).href);
  await plain.setOffline(true);
  await tapNotSafe(quiet);
  await expect(quiet.getByRole("link", { name: "Call 999" })).toBeVisible();
  await plain.setOffline(false);
  await quiet.getByRole("button", { name: "Tell Alma now" }).click();
  await expect(quiet.getByText(/It stands first on the list of Alma/).first()).toBeVisible();
  await plain.close();
  await context.close();
});

test("the owner checks the numbers and sets the minutes", async ({ page }) => {
  await page.goto("/settings/safety");
  await expect(page.getByText("Check these")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "settings");
  await page.getByLabel("Minutes before the next person is asked").fill("2");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Write whole minutes, from 5 to 1440: a day at most.")).toBeVisible();
  await page.getByLabel("Minutes before the next person is asked").fill("20");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. It holds from now on.")).toBeVisible();
  await page.goto("/settings/safety?country=IN");
  await expect(
    page.getByText(/Nearer comes without a line about violence at home that answers everybody/),
  ).toBeVisible();
  await page.goto("/settings/safety?country=NO");
  await page.getByLabel("Number", { exact: true }).first().fill("call us");
  await page.getByRole("button", { name: "Save these numbers" }).click();
  await expect(page.getByText("Write the number as a phone dials it.")).toBeVisible();
  await page.getByLabel("Number", { exact: true }).first().fill("116 117");
  await page.getByRole("button", { name: "Save these numbers" }).click();
  await expect(page.getByText(/Checked by your practice/)).toBeVisible();
  await page.getByRole("button", { name: "Use the numbers that come with Nearer" }).click();
  await page.getByRole("button", { name: "Use them" }).click();
  await expect(page.getByText("Check these")).toBeVisible();
});
