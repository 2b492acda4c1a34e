import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { expectAccessible } from "./accessible";
import { day } from "./days-away";
import { expect, test } from "./fixtures";
import { tapNotSafe } from "./people";
import { picture } from "./picture";
import { lettersTo } from "./post-office";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(180_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
});
test.afterAll(() => pool.end());

/** Enters days away on the account page, as whoever goes does it. */
async function goesAway(page: Page, cover: string, outside?: { name: string; phone: string; email: string }) {
  await page.goto("/account");
  await page.getByLabel("First day away").fill(day(-1));
  await page.getByLabel("Last day away").fill(day(6));
  await page.getByLabel("Who stands in").selectOption({ label: cover });
  if (outside) {
    await page.getByLabel("Outside: their name").fill(outside.name);
    await page.getByLabel("Outside: their phone").fill(outside.phone);
    await page.getByLabel("Outside: their e-mail").fill(outside.email);
  }
  await page.getByRole("button", { name: "Save these days" }).click();
  await expect(
    page.getByText(/^(.* stands in(\.| from outside, .*)|Nobody stands in, and clients read so\.)$/),
  ).toBeVisible();
}

async function saysNotSafe(phone: Page): Promise<void> {
  await phone.goto("/portal");
  await tapNotSafe(phone);
  await expect(phone.getByText(/It stands first on the list of/)).toBeVisible();
}

/** What is told about it on Contacts, once opened. */
async function told(phone: Page, first: string) {
  await phone.goto("/portal/safe");
  await phone.getByText(`What I told ${first}`).click();
  return phone.locator("details").filter({ hasText: `What I told ${first}` });
}

/** A practice of one: its owner treats, and nobody else is on the staff. */
async function solo(browser: Browser, serverUrl: string) {
  const minted = await mintSignedInClient(pool, browser, serverUrl);
  const { practice, client } = minted;
  const { practiceId, owner } = practice;
  await pool.query("update client set therapist_id = $2 where practice_id = $1", [practiceId, owner.accountId]);
  await pool.query("update supervision set ended_at = now(), ended_by = $2 where practice_id = $1", [
    practiceId,
    owner.accountId,
  ]);
  const { rows } = await pool.query<{ number: number }>(
    "select record_number as number from client where practice_id = $1 and id = $2",
    [practiceId, client.clientId],
  );
  await pool.query("update account set password_hash = 'set' where practice_id = $1 and id = $2", [
    practiceId,
    owner.accountId,
  ]);
  const vera = await staffPage(pool, browser, serverUrl, owner, "Vera Stone");
  return { ...minted, vera, recordNumber: rows[0]?.number ?? 0, phone: await minted.context.newPage() };
}

test("a therapist on leave: clients read until when and who stands in, and that person is told", async ({
  browser,
  serverUrl,
  mailbox,
  mailDir,
}) => {
  const { context, practice } = await mintSignedInClient(pool, browser, serverUrl);
  const ben = await staffPage(pool, browser, serverUrl, practice.colleague, "Ben Osei");
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  await pool.query("update account set password_hash = 'set' where practice_id = $1 and role <> 'client'", [
    practice.practiceId,
  ]);
  const phone = await context.newPage();
  await ben.page.goto("/caseload");
  await expect(ben.page.getByText("Noor Haddad")).toHaveCount(0);
  await goesAway(alma.page, "Ben Osei");
  await expectAccessible(alma.page);
  await picture(alma.page, "absence");
  await phone.goto("/portal/messages");
  await expect(
    phone.getByText(/Alma is away until .*\. Ben Osei stands in, sees what comes for Alma and can answer\./),
  ).toBeVisible();
  await test.step("the colleague answers from the inbox, and the client reads who wrote and for whom", async () => {
    await phone.getByLabel("Write to Alma").fill("Can we move Thursday?");
    await phone.getByRole("button", { name: "Send" }).click();
    await expect(phone.getByRole("button", { name: "Take it back" })).toBeVisible();
    // It waits the seconds in which it can be taken back.
    await expect(async () => {
      await ben.page.goto("/inbox");
      await expect(ben.page.getByText(/^You stand in for Alma Keller\./)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expectAccessible(ben.page);
    await picture(ben.page, "inbox-standing-in");
    await ben.page.getByLabel("Write to Noor").fill("I am Ben. Thursday at ten?");
    await ben.page.getByRole("button", { name: "Send" }).click();
    await expect(ben.page.getByText("Ben Osei, standing in for Alma")).toBeVisible();
    const answer = phone.getByRole("listitem").filter({ hasText: "Ben Osei, standing in for Alma" });
    await expect(async () => {
      await phone.goto("/portal/messages");
      await expect(answer).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await answer.locator("summary").click();
    await expect(answer.getByText("I am Ben. Thursday at ten?")).toBeVisible();
    await expectAccessible(phone);
    await picture(phone, "answered-standing-in");
  });
  await saysNotSafe(phone);
  const line = await told(phone, "Alma");
  await expect(line.getByText("It stands first on the list of Ben Osei")).toBeVisible();
  await expect(line.getByText(/Nobody has said yet that they have seen it\. Alma is away until/)).toBeVisible();
  await picture(phone, "told-away");
  await mailbox.about(ben.email, "event");
  expect(lettersTo(mailDir, alma.email)).toEqual([]);
  await ben.page.goto("/caseload");
  await ben.page.getByRole("link", { name: "Noor Haddad" }).click();
  await ben.page.getByRole("button", { name: "I am on it" }).click();
  await expect(ben.page.getByText(/Ben Osei is on it/)).toBeVisible();
  await expect((await told(phone, "Alma")).getByText(/^Ben Osei has seen it, /)).toBeVisible();
  await alma.page.goto("/account");
  await alma.page.getByRole("button", { name: "End it" }).click();
  await expect(alma.page.getByText("Ben Osei stands in.")).toHaveCount(0);
  await phone.goto("/portal/messages");
  await expect(phone.getByText(/is away until/)).toHaveCount(0);
  await ben.page.goto("/caseload");
  await expect(ben.page.getByText("Noor Haddad")).toHaveCount(0);
  for (const one of [context, ben.context, alma.context]) await one.close();
});

test("a solo practice with somebody outside: clients may ring them, and they get the number of a record", async ({
  browser,
  serverUrl,
  mailDir,
}) => {
  const { context, phone, vera, recordNumber } = await solo(browser, serverUrl);
  const rosa = { name: "Rosa Lind", phone: "020 7946 0011", email: "rosalind@elsewhere.example" };
  await goesAway(vera.page, "Somebody outside the practice", rosa);
  await phone.goto("/portal/safe");
  await expect(
    phone
      .getByText(/Vera is away until .*\. Rosa Lind stands in: 020 7946 0011\. They do not see what you write here\./)
      .first(),
  ).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "outside-cover");
  await saysNotSafe(phone);
  await expect.poll(() => lettersTo(mailDir, rosa.email).length, { timeout: 45_000 }).toBe(1);
  const { raw } = lettersTo(mailDir, rosa.email)[0] ?? { raw: "" };
  expect(raw).toContain(`Urgent: record ${recordNumber} needs you today`);
  expect(raw).not.toMatch(/noor|haddad|vera|stone|safe|client\b|http/i);
  for (const one of [context, vera.context]) await one.close();
});

test("a solo practice with nobody: clients are told that nobody stands in", async ({ browser, serverUrl }) => {
  const { context, phone, vera } = await solo(browser, serverUrl);
  await goesAway(vera.page, "Nobody: clients are told so");
  for (const page of ["/portal/messages", "/portal/safe"]) {
    await phone.goto(page);
    await expect(phone.getByText(/Vera is away until .*\. Nobody stands in\./).first()).toBeVisible();
  }
  await saysNotSafe(phone);
  const line = await told(phone, "Vera");
  await expect(
    line.getByText(/Nobody has said yet that they have seen it\. Vera is away until .*\. Nobody stands in\./),
  ).toBeVisible();
  await picture(phone, "nobody-stands-in");
  await vera.page.goto("/caseload");
  await expect(vera.page.getByRole("row", { name: /^Noor Haddad/ })).toContainText("Chose “I don’t feel safe”");
  for (const one of [context, vera.context]) await one.close();
});
