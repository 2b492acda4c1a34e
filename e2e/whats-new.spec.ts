import pg from "pg";
import { mintPractice } from "@/db/testing/mint";
import { leaning } from "@/lib/learn/readings-trust";
import { wordsInUse } from "@/lib/safety/proposals";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerEmail, ownerState } from "./people";
import { picture } from "./picture";
import { staffPage } from "./staff";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

/** As if the practice had taken this version, with these words where they were others. */
const hold = (kind: string, key: string, version: number, content: unknown = null) =>
  pool.query(
    `update shipped_taken set version = $3, content = coalesce($4::jsonb, content)
      where kind = $1 and key = $2 and way in ('set-up', 'found')
        and practice_id = (select a.practice_id from account a where a.email = $5)`,
    [kind, key, version, content && JSON.stringify(content), ownerEmail],
  );

const programme = wordsInUse("programme", null);

test("the owner sees what is new from Nearer, takes one thing and keeps their own words beside another", async ({
  page,
  browser,
  serverUrl,
}) => {
  await page.goto("/settings/whats-new");
  await expect(page.getByText("Everything is as shipped with this version")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "whats-new-nothing");

  const link = await enrolClient(page, { name: "Tove Lind", email: "tove.new@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await page.goto("/settings/safety");
  const own = page.locator("details", { hasText: programme.title });
  await own.locator("summary").click();
  await own.getByLabel("What it says").fill("Ring the programme in our street, and ask for Mara. ".repeat(2));
  await own.getByRole("button", { name: "Save these words" }).click();
  await expect(own.getByText(/^Your own words, since/)).toBeVisible();

  await hold("reading", leaning.key, 0, { ...leaning, title: "Leaning, as it was" });
  await hold("panel-text", "programme", 0, { ...programme, words: "Offer a programme." });
  await hold("instrument", "safety-and-steadiness", 1);
  try {
    const reading = "/portal/learn/leaning-makes-you-stronger";
    await phone.goto(reading);
    await expect(phone.getByRole("heading", { name: "Leaning, as it was" })).toBeVisible();

    await page.goto("/caseload");
    await expect(page.getByRole("link", { name: /What’s new\s*3 to look at/ })).toBeVisible();
    await page.getByRole("link", { name: /What’s new/ }).click();
    await expect(page.getByRole("heading", { name: "What’s new from Nearer", level: 1 })).toBeVisible();
    await expectAccessible(page);
    await picture(page, "whats-new");
    const part = (name: string) =>
      page.locator("section[data-section]").filter({ has: page.getByRole("heading", { name }) });
    const check = part("Safety and steadiness");
    await expect(check.getByText("Safety correction")).toBeVisible();
    await expect(check.getByText(/Every question may be left out/)).toBeVisible();

    const leaned = part(leaning.title);
    await expect(leaned.getByText("Leaning, as it was")).toBeVisible();
    await leaned.getByText("Take it", { exact: true }).click();
    await expect(
      leaned.getByText("Clients read it from the next page that they open.", { exact: false }),
    ).toBeVisible();
    await expectAccessible(page);
    await picture(page, "whats-new-take");
    await leaned.getByRole("button", { name: "Yes, take it" }).click();
    await expect(page.getByText(/^Taken by /)).toBeVisible();
    await expect(leaned).toHaveCount(0);
    await phone.goto(reading);
    await expect(phone.getByRole("heading", { name: leaning.title })).toBeVisible();

    const panel = part(programme.title);
    await expect(panel.getByText("Your practice has words of its own here.")).toBeVisible();
    await expect(panel.getByText("Ring the programme in our street", { exact: false }).first()).toBeVisible();
    await panel.getByText("Keep your own", { exact: true }).click();
    await panel.getByRole("button", { name: "Yes, keep ours" }).click();
    await expect(page.getByText(/^Looked at, and your own words kept by /)).toBeVisible();
    await expect(page.getByRole("link", { name: /What’s new\s*1 to look at/ })).toBeVisible();
    await page.goto("/settings/safety");
    await expect(own.getByText(/^Your own words, since/)).toBeVisible();

    const { therapist: elsewhere } = await mintPractice(pool);
    const therapist = await staffPage(pool, browser, serverUrl, elsewhere, "Una Brook");
    expect((await therapist.page.goto("/settings/whats-new"))?.status()).toBe(404);
    await therapist.page.goto("/caseload");
    await expect(therapist.page.getByRole("link", { name: /What’s new/ })).toHaveCount(0);
    await therapist.context.close();
  } finally {
    await pool.query("delete from shipped_taken where kind = 'panel-text' and key = 'programme' and way = 'keep'");
    await hold("reading", leaning.key, 1, leaning);
    await hold("panel-text", "programme", 1, programme);
    await hold("instrument", "safety-and-steadiness", 2);
  }
  await own.locator("summary").click();
  await own.getByRole("button", { name: "Use the words that come with Nearer" }).click();
  await expect(own.getByText("As it ships")).toBeVisible();
  await context.close();
});
