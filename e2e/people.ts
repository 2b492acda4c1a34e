import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { TOTP } from "otpauth";
import pg from "pg";
import { expect } from "./fixtures";

const dir = path.resolve(import.meta.dirname, "..", ".test", "e2e");

/** A browser that nobody is signed in to: a new context would otherwise inherit the journey's own. */
export const nobody = { cookies: [], origins: [] };

/** The owner's signed-in state, kept by the first run for the journeys after it. */
export const ownerState = path.join(dir, "owner-state.json");
/** Who set the practice up in the first run. */
export const ownerEmail = "alma@northbank.example";
export const ownerPassword = "lantern-orbit-velvet-93";

export const codeFor = (secret: string, timestamp = Date.now()): string => new TOTP({ secret }).generate({ timestamp });

/** Sets the second factor up as a person would, by typing the key into an app. Returns that key. */
export async function setUpSecondFactor(page: Page, now?: number): Promise<string> {
  await page.getByText("Type the key instead").click();
  const secret = ((await page.locator("details code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("The code that the app shows").fill(codeFor(secret, now));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  return secret;
}

/** Opens an invitation in a browser of its own, chooses a password, and is let in. `now`: what its clock shows, if not the time. */
export async function accept(
  browser: Browser,
  link: string,
  password: string,
  now?: number,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    storageState: nobody,
    viewport: { width: 390, height: 844 },
    baseURL: new URL(link).origin,
  });
  if (now) await context.clock.install({ time: now });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Choose a password", { exact: true }).fill(password);
  await page
    .locator("form")
    .getByRole("button", { name: /password|start|accept|go on/i })
    .last()
    .click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith("/invitation/"));
  return { context, page };
}

/** "I don't feel safe": one tap opens the numbers, in a page that already holds them. */
export const tapNotSafe = (page: Page): Promise<void> => page.getByText("I don’t feel safe", { exact: true }).click();

type Enrolled = {
  name: string;
  email: string;
  arrives?: boolean;
  /** The first day of week 1; today unless told. */
  startDate?: string;
  /** What else is filled in. */
  also?: () => Promise<void>;
};

/**
 * Enrols a client as the signed-in member of staff and returns the invitation link shown. Their weeks begin today, as if they
 * had arrived, unless a journey is about arriving.
 */
export async function enrolClient(
  page: Page,
  { name, email, arrives = false, startDate, also }: Enrolled,
): Promise<string> {
  await page.goto("/clients/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("group", { name: "Is it safe to write to this address?" }).getByLabel("Yes").check();
  if (startDate) await page.getByLabel("Start date").fill(startDate);
  await also?.();
  await page.getByRole("button", { name: "Enrol client" }).click();
  await expect(page.getByRole("heading", { name: `${name} is enrolled.` })).toBeVisible();
  if (!arrives) await beginWeeks(email);
  return page.getByLabel("Invitation link for the client").inputValue();
}

/** In the practice of the running application; of any other nobody is known by this address. */
async function beginWeeks(email: string): Promise<void> {
  const port = readFileSync(path.join(dir, "port"), "utf8").trim();
  const { passwords } = JSON.parse(readFileSync(path.join(dir, "secrets.json"), "utf8"));
  const database = new pg.Client(`postgres://nearer_super:${passwords.superuser}@127.0.0.1:${port}/nearer`);
  await database.connect();
  try {
    await database.query(
      `update enrolment e set begun_on = e.start_date from client c, account a
        where c.id = e.client_id and a.id = c.account_id and a.email = $1`,
      [email],
    );
  } finally {
    await database.end();
  }
}

/** The questions for one person alone, answered as somebody who is safe; the open one is left. Starts on Today. */
export async function answerAlone(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Start: A few questions" }).first().click();
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await page.getByRole("button", { name: "Go on" }).click();
  const calm = page.getByRole("button", { name: /^(No|Never|No, never)$/ });
  const statement = page.getByRole("heading", { level: 1 });
  await expect(calm).toBeVisible();
  while (await calm.isVisible()) {
    const before = (await statement.textContent()) ?? "";
    await calm.click();
    await expect(statement).not.toHaveText(before);
  }
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
}

export async function agree(page: Page): Promise<void> {
  await page.getByLabel("I have read this and I agree.").check();
  await page.getByRole("button", { name: "Agree and go on" }).click();
  await expect(page.getByRole("heading", { name: "How connected do you feel right now?" })).toBeVisible();
}
