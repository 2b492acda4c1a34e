import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { setAbsence } from "@/db/commands/absence/set-absence";
import { withScope } from "@/db/scope";
import { absenceForm } from "@/lib/identity/absence-form";
import { expectAccessible } from "./accessible";
import { textOf } from "./awake";
import { day } from "./days-away";
import { expect, type Mailbox, test } from "./fixtures";
import { answerToNinth, givePhq } from "./phq";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(180_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
});
test.afterAll(() => pool.end());

const opens = "What was said opens for whoever is asked about it.";

/** A client who answers the ninth question of the PHQ-9 with something else than never, and sends nothing. */
async function drafted(browser: Browser, serverUrl: string, before?: (minted: Minted) => Promise<unknown>) {
  const minted = await mintSignedInClient(pool, browser, serverUrl);
  const { practice, client, context } = minted;
  await pool.query("update account set name = 'Alma Keller' where practice_id = $1 and id = $2", [
    practice.practiceId,
    practice.therapist.accountId,
  ]);
  await before?.(minted);
  const sitting = await givePhq(pool, practice, client);
  const phone = await context.newPage();
  await phone.goto(sitting);
  const last = await answerToNinth(phone);
  await last.getByRole("radio").nth(1).check({ force: true });
  await expect(phone.getByRole("alert", { name: "Where to turn now" })).toBeVisible();
  const eventId = async () => {
    const { rows } = await pool.query<{ id: string }>("select id from safety_event where practice_id = $1", [
      practice.practiceId,
    ]);
    return rows[0]?.id;
  };
  await expect.poll(eventId).toBeDefined();
  const today = await todayOf(phone);
  return { ...minted, phone, today, eventId: (await eventId()) ?? "" };
}

type Minted = Awaited<ReturnType<typeof mintSignedInClient>>;

/** What stands on Today: nothing that staff read or do about an answer changes it. */
async function todayOf(phone: Page): Promise<string> {
  await phone.goto("/portal");
  await expect(phone.getByRole("heading", { name: "How connected do you feel right now?" })).toBeVisible();
  return textOf(phone);
}

/** From the caseload to what was said, to whom and how to reach, and on it. */
async function actsOn(page: Page, mailbox: Mailbox, email: string, kind: "event" | "event-step"): Promise<void> {
  const letter = await mailbox.about(email, kind);
  expect(letter.raw).toContain("Somebody needs you now.");
  expect(letter.raw).not.toMatch(/noor|haddad|trial|phq|suicid|harm|answer/i);
  await page.goto("/caseload");
  await expect(page.getByRole("row", { name: /^Noor Haddad/ })).toContainText("A critical answer needs you today");
  await page.getByRole("link", { name: "Noor Haddad" }).click();
  const alarm = page.locator("section[data-alarm]");
  await expect(alarm.getByRole("heading", { name: "Noor gave an answer that needs you today" })).toBeVisible();
  await expect(alarm.getByText("Trial line 9")).toBeVisible();
  await expect(alarm.locator("q")).toHaveText("Trial line 2");
  await expectAccessible(page);
  await picture(page, `critical-draft-${kind}`);
  await alarm.getByRole("button", { name: "I am on it" }).click();
  await expect(alarm.getByText(/ is on it, /)).toBeVisible();
  await alarm.getByRole("link", { name: "contact card and safety plan" }).click();
  await expect(page).toHaveURL(/\/safety\/reach$/);
  await picture(page, "contact-card-and-plan");
  await page.goBack();
}

/** The client’s side of it: as it was before, wherever they look. */
async function nothingChanged(phone: Page, today: string): Promise<void> {
  expect(await todayOf(phone)).toBe(today);
  await phone.goto("/portal/safe");
  await phone.getByText(/^What I told /).click();
  await expect(phone.getByText("Nothing that waits for an answer.")).toBeVisible();
}

test("a critical answer in a draft: the therapist reads which, acts, and closes it with a note", async ({
  browser,
  serverUrl,
  mailbox,
}) => {
  const { context, practice, phone, today } = await drafted(browser, serverUrl);
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const other = await staffPage(pool, browser, serverUrl, practice.colleague, "Ben Osei");
  await actsOn(alma.page, mailbox, alma.email, "event");
  await alma.page.getByRole("link", { name: /PHQ-9/ }).first().click();
  await expect(alma.page).toHaveURL(/\/assessments\/[0-9a-f-]+$/);
  await alma.page.goBack();
  await alma.page.getByRole("button", { name: "Close with a note" }).click();
  await alma.page.getByLabel("How it ended").fill("We spoke on the phone. She is with her sister.");
  await alma.page.getByRole("button", { name: "Close this event" }).click();
  await expect(alma.page.locator("section[data-alarm]")).toHaveCount(0);
  await other.page.goto("/caseload");
  await expect(other.page.getByText("Noor Haddad")).toHaveCount(0);
  await nothingChanged(phone, today);
  for (const one of [context, alma.context, other.context]) await one.close();
});

test("a critical answer in a draft while the therapist is away: whoever stands in is told, reads it and acts", async ({
  browser,
  serverUrl,
  mailbox,
}) => {
  const { context, practice, phone, today } = await drafted(
    browser,
    serverUrl,
    ({ practice: { therapist, colleague } }) =>
      withScope(pool, therapist, new Date(), (scope) =>
        setAbsence(
          scope,
          absenceForm.parse({
            accountId: therapist.accountId,
            ...{ fromDay: day(-2), untilDay: day(5), cover: colleague.accountId },
          }),
        ),
      ),
  );
  const ben = await staffPage(pool, browser, serverUrl, practice.colleague, "Ben Osei");
  await actsOn(ben.page, mailbox, ben.email, "event");
  const { rows } = await pool.query("select 1 from outbox_letter where practice_id = $1 and account_id = $2", [
    practice.practiceId,
    practice.therapist.accountId,
  ]);
  expect(rows, "nothing was sent to somebody who is away").toHaveLength(0);
  await nothingChanged(phone, today);
  await expect(phone.getByText(/Ben Osei stands in, sees what comes/).first()).toBeVisible();
  for (const one of [context, ben.context]) await one.close();
});

test("a critical answer in a draft that nobody takes: the supervisor is asked, and only then reads what was said", async ({
  browser,
  serverUrl,
  mailbox,
}) => {
  const { context, practice, client, phone, today, eventId } = await drafted(browser, serverUrl);
  const sal = await staffPage(pool, browser, serverUrl, practice.supervisor, "Sal Lind");
  await sal.page.goto(`/clients/${client.clientId}/overview`);
  const alarm = sal.page.locator("section[data-alarm]");
  await expect(alarm.getByText(opens)).toBeVisible();
  await expect(alarm.getByText("Trial line 9")).toHaveCount(0);
  await pool.query("update safety_event set opened_at = opened_at - interval '31 minutes' where id = $1", [eventId]);
  await actsOn(sal.page, mailbox, sal.email, "event-step");
  await expect(alarm.getByText(/The supervisor was asked .* because nobody had answered/)).toBeVisible();
  await nothingChanged(phone, today);
  for (const one of [context, sal.context]) await one.close();
});
