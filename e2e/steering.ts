import type { Browser, BrowserContext, Page } from "@playwright/test";
import { localDate } from "@/lib/time/zone";
import { expect } from "./fixtures";
import { accept, agree, enrolClient } from "./people";

/** A path on which somebody steers, and the phone on which its client reads about it. */
export type Steered = { name: string; page: Page; tab: string; phone: Page; context: BrowserContext };

export const todayIn = (zone = "Europe/London"): string => localDate(new Date(), zone);

type Whom = { name: string; startDate: string; zone?: string; also?: () => Promise<void> };

/** Enrols somebody whose weeks began some days ago, and opens their path beside their own phone. */
export async function openPath(page: Page, browser: Browser, { name, startDate, zone, also }: Whom): Promise<Steered> {
  const email = `${name.split(" ")[0]?.toLowerCase()}@steered.example`;
  const link = await enrolClient(page, {
    ...{ name, email, startDate },
    also: async () => {
      if (zone) await page.getByLabel("Time zone").selectOption(zone);
      await also?.();
    },
  });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.waitForURL(/overview/);
  const tab = page.url().replace(/overview.*/, "protocol");
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await page.goto(tab);
  return { name: name.split(" ")[0] ?? name, page, tab, phone, context };
}

/** What the record says was decided, newest first. */
export const decisions = ({ page }: Steered) => page.locator("[data-decisions] li");

/** Where a change is chosen, read and confirmed; and where a move to another version is. */
export const changes = ({ page }: Pick<Steered, "page">) =>
  page.getByRole("region", { name: "Change the path", exact: true });
export const versions = ({ page }: Pick<Steered, "page">) => page.getByRole("region", { name: "Version", exact: true });

/** The change is not offered, for the reason given, and nothing can be confirmed. */
export async function expectRefused(steered: Steered, change: string, reason: RegExp): Promise<void> {
  await steered.page.goto(`${steered.tab}?${change}`);
  await expectNotOffered(steered, reason);
}

export async function expectNotOffered(steered: Steered, reason: RegExp): Promise<void> {
  await expect(changes(steered).getByText(reason)).toBeVisible();
  await expect(changes(steered).locator("#reason")).toHaveCount(0);
}

type Decided = { change: string; facts: readonly string[]; words: string | null; confirm: string; kept: string };

/** Reads what a change does and what the client will read, decides it, and finds both in the record. */
export async function decide(steered: Steered, decided: Decided): Promise<void> {
  await steered.page.goto(`${steered.tab}?${decided.change}`);
  await decideHere(steered, decided);
}

export async function decideHere(
  steered: Steered,
  { facts, words, confirm, kept }: Omit<Decided, "change">,
  form = changes(steered),
): Promise<void> {
  const { page, name } = steered;
  for (const fact of facts) await expect(form.getByText(fact, { exact: true })).toBeVisible();
  if (words === null) await expect(form.locator("q")).toHaveCount(0);
  else await expect(form.locator("q").first()).toHaveText(words);
  await form.locator("#reason").fill("We talked about it.");
  await form.getByRole("button", { name: confirm, exact: true }).click();
  const asks = page.getByRole("dialog").getByRole("button", { name: confirm, exact: true });
  if (/^End/.test(confirm)) await asks.click();
  await expect(decisions(steered).first()).toContainText(kept);
  if (words !== null) await expect(decisions(steered).first()).toContainText(`${name} reads: ${words}`);
}

/** All that the client's Today says about the path, newest first, and nothing else. */
export async function expectRead({ phone }: Steered, words: readonly string[]): Promise<void> {
  await phone.goto("/portal");
  await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
  const about = phone.locator("section", { has: phone.getByRole("heading", { name: /about your path$/ }) });
  await expect(about.locator("li .reading")).toHaveText([...words]);
}

/** The row of an exercise in the week that runs, as the therapist sees it. */
export const currentRow = ({ page }: Steered, title: string) =>
  page.locator('table[data-path] tr[data-state="current"]').filter({ hasText: title });
