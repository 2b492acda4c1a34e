import pg from "pg";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(120_000);

const day = 86_400_000;
const dateIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

test("a session is booked, prepared, noted, signed, amended and co-signed; its client reads what was agreed and asks for another time", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { practice, client, context: phone } = await mintSignedInClient(pool, browser, serverUrl);
  const { context, page } = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");

  const book = async (date: string) => {
    await page.goto(`/sessions/new?client=${client.clientId}`);
    await page.getByLabel("Day", { exact: true }).fill(date);
    await page.getByLabel(/^Time in/).fill("10:00");
    await page.getByLabel(/^Place/).fill("Room 2");
    await page.getByRole("button", { name: "Book it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Noor Haddad,/ })).toBeVisible();
  };

  await test.step("one that was held yesterday: its preparation, and that it took place", async () => {
    await book(dateIn(-1));
    await expect(page.getByRole("heading", { name: "Preparation" })).toBeVisible();
    await expect(page.getByText("What would make today worth coming for?").first()).toBeVisible();
    await expectAccessible(page);
    await picture(page, "session");
    await page.locator("summary", { hasText: "It took place" }).click();
    await page.getByRole("button", { name: "Note that it took place" }).click();
    await expect(page.getByText(/: took place$/)).toBeVisible();
  });

  await test.step("a draft is kept, survives a reload, and is signed once", async () => {
    await page.getByRole("link", { name: "Write the note" }).click();
    const data = page.getByLabel("Data", { exact: true });
    await data.fill("Came ten minutes early.");
    await expect(page.getByText(/^Kept \d\d:\d\d, not sent yet$/).first()).toBeVisible();
    await page.reload();
    await data.focus();
    const other = page.locator("[data-other-words]");
    await other.getByRole("button", { name: "Go on with it" }).click();
    await expect(data).toHaveValue("Came ten minutes early.");
    await page.getByLabel("Agreed for next time").fill("One favour, written down before.");
    await page.getByLabel("The same, for Noor to read").fill("I ask for one small thing.");
    await page.getByLabel("Ask for a second signature").check();
    await expectAccessible(page);
    await picture(page, "note-draft");
    await page.getByRole("button", { name: "Sign it" }).click();
    await expect(page.getByText(/^Signed by Alma Keller, today/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign it" })).toHaveCount(0);
  });

  await test.step("an amendment stands beside what was signed, with its reason", async () => {
    await page.locator("summary", { hasText: "Amend it" }).click();
    await page.getByLabel("Data", { exact: true }).fill("Came five minutes early.");
    await page.getByLabel("Why", { exact: true }).fill("I had misread the clock.");
    await page.getByRole("button", { name: "Keep the amendment" }).click();
    await expect(page.getByText("I had misread the clock.")).toBeVisible();
    await page.locator("summary", { hasText: "What it changed" }).click();
    await expect(page.locator("del", { hasText: "Came ten minutes early." })).toBeVisible();
    await expectAccessible(page);
    await picture(page, "note-signed");
  });

  await test.step("the supervisor reads it, co-signs it, and is offered nothing to change", async () => {
    const supervisor = await staffPage(pool, browser, serverUrl, practice.supervisor, "Ruth Vale");
    await supervisor.page.goto("/sessions");
    await supervisor.page.getByRole("link", { name: "Note to co-sign" }).click();
    await expect(supervisor.page.getByText("Amend it")).toHaveCount(0);
    await supervisor.page.getByRole("button", { name: "Co-sign it" }).click();
    await expect(supervisor.page.getByText(/^Co-signed by Ruth Vale, today/)).toBeVisible();
    await supervisor.context.close();
  });

  await test.step("its client reads what was agreed, folded, and asks for another time of the next", async () => {
    await book(dateIn(2));
    const next = page.url();
    await expect(page.getByText("One favour, written down before.")).toBeVisible();
    const today = await phone.newPage();
    await today.goto("/portal");
    const words = today.getByText("I ask for one small thing.");
    await expect(words).toBeHidden();
    await today.locator("section", { hasText: "Agreed with Alma" }).locator("summary").click();
    await expect(words).toBeVisible();
    await today.getByRole("link", { name: "Coming up" }).click();
    await expect(today).toHaveURL(new RegExp(`${paths.portal.sessions}$`));
    await expect(today.getByText("Room 2")).toBeVisible();
    await today.locator("summary", { hasText: "Ask for another time" }).click();
    await today.getByLabel("When would suit you?").fill("An hour later?");
    await today.getByRole("button", { name: "Send" }).click();
    await expect(today.getByText(/^You asked for another time/)).toBeVisible();
    await expectAccessible(today);
    await picture(today, "coming-up");
    await page.goto(next);
    await expect(page.getByText("An hour later?")).toBeVisible();
  });
  await context.close();
  await phone.close();
  await pool.end();
});
