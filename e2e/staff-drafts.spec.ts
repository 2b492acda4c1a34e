import type { Page } from "@playwright/test";
import pg from "pg";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(120_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
});
test.afterAll(() => pool.end());

const kept = (page: Page) => page.getByText(/^Kept \d\d:\d\d, not sent yet$/);
const other = (page: Page) => page.locator("[data-other-words]");

test("what staff begin to write is kept while they write, offered beside what stands, and over once it is saved", async ({
  browser,
  serverUrl,
}) => {
  const { practice, client, context: phone } = await mintSignedInClient(pool, browser, serverUrl);
  await phone.close();
  const { context, page } = await staffPage(pool, browser, serverUrl, practice.owner, "Alma Keller");
  const purpose = page.getByLabel("What it is for");
  const description = "/library/five-dimensions/about";

  await test.step("the library's description: away and back, and a colleague's words are not written over", async () => {
    await page.goto("/library/five-dimensions");
    await page.getByRole("button", { name: /new version/i }).click();
    await expect(page.getByRole("link", { name: "Edit the wording" })).toBeVisible();
    await page.goto(description);
    const before = await purpose.inputValue();
    await purpose.fill("For couples who begin.");
    await expect(kept(page)).toBeVisible();
    await page.goto("/library");
    const colleague = await context.newPage();
    await colleague.goto(description);
    await colleague.getByLabel("What it is for").fill("What a colleague wrote.");
    await colleague.getByRole("button", { name: "Save", exact: true }).click();
    await expect(colleague.getByText("Saved", { exact: true })).toBeVisible();
    await colleague.close();

    await page.goto(description);
    await expect(purpose).toHaveValue("What a colleague wrote.");
    await expect(other(page)).toHaveCount(0);
    await purpose.focus();
    await other(page).getByText("Look at it").first().click();
    await expect(other(page).first()).toContainText("For couples who begin.");
    await expectAccessible(page);
    await picture(page, "draft-offered");
    await other(page).first().getByRole("button", { name: "Go on with it" }).click();
    await expect(purpose).toHaveValue("For couples who begin.");
    expect(before).not.toBe("For couples who begin.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await purpose.focus();
    await expect(purpose).toHaveValue("For couples who begin.");
  });

  await test.step("a note on what was noticed: behind its fold, offered to who opens it, gone once it is written down", async () => {
    const overview = `/clients/${client.clientId}/overview`;
    const fold = page.locator("summary", { hasText: "Log a concern" });
    const note = page.getByLabel("What you noticed");
    await page.goto(overview);
    await fold.click();
    await note.fill("He waited outside. She went quiet.");
    await expect(kept(page)).toBeVisible();
    await page.reload();
    await expect(page.getByText("He waited outside.")).toHaveCount(0);
    await fold.click();
    await note.focus();
    await other(page).getByRole("button", { name: "Go on with it" }).click();
    await expect(note).toHaveValue("He waited outside. She went quiet.");
    await page.getByRole("radio", { name: /^Concern/ }).check();
    await page.getByRole("button", { name: "Write it down" }).click();
    await expect(page.getByText(/^Concern logged by Alma Keller/)).toBeVisible();
    await page.goto(`/clients/${client.clientId}/safety`);
    await expect(page.getByText("He waited outside. She went quiet.")).toBeVisible();
    await page.goto(overview);
    const { rows } = await pool.query<{ place: string }>(
      "select place from draft where practice_id = $1 and place like 'note/%'",
      [practice.practiceId],
    );
    expect(rows).toHaveLength(1);
    await page.reload();
    await fold.click();
    await note.focus();
    await expect(note).toHaveValue("");
    await note.fill("Another.");
    await expect(kept(page)).toBeVisible();
    await expect(other(page)).toHaveCount(0);
  });
  await context.close();
});

test("why somebody leaves an exercise out, and what would suit them better, are kept while they write", async ({
  browser,
  serverUrl,
}) => {
  const { context } = await mintSignedInClient(pool, browser, serverUrl);
  const page = await context.newPage();
  const guide = paths.portal.exercise("one-real-feeling");
  const skip = page.locator("summary", { hasText: "Leave it out today" });
  const note = page.getByLabel("Anything to add, if you like");
  const wish = page.getByLabel("What would suit you better, if you know");
  await page.goto(guide);
  await skip.click();
  await note.fill("He shouted this morning");
  await expect(kept(page)).toBeVisible();
  await page.getByText("Ask for another exercise").click();
  await wish.fill("Something alone");
  await expect(kept(page)).toHaveCount(2);

  await page.reload();
  await expect(page.getByText(/He shouted|Something alone/)).toHaveCount(0);
  await skip.click();
  await note.focus();
  await other(page).getByRole("button", { name: "Go on with it" }).click();
  await expect(note).toHaveValue("He shouted this morning");
  await page.getByRole("radio", { name: "Something else" }).check();
  await page.getByRole("button", { name: "Leave it out today" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();

  await page.goto(guide);
  await page.getByText("Ask for another exercise").click();
  await wish.focus();
  await expect(other(page)).toHaveCount(1);
  await expect(other(page)).toContainText("It is kept");
  await page
    .getByLabel("Anything to add, if you like")
    .evaluate((one) => one.closest("details")?.setAttribute("open", ""));
  await note.focus();
  await expect(other(page)).toHaveCount(1);
  await context.close();
});
