import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Pool } from "pg";
import { paths } from "@/lib/paths";
import { atTheSentence, saved, sentence, toTheSentence } from "./at-the-sentence";
import { expect } from "./fixtures";
import { nobody } from "./people";
import { mintSession, mintSignedInClient, sessionCookie } from "./security/minted-session";

/** What a person does, and what happens to them, in front of a guide. */
export const deeds = [
  ...["key", "key", "save", "pause and back", "reload", "other tab", "offline", "online", "today"],
  ...["other device", "time-out"],
] as const;
type Deed = (typeof deeds)[number];
type Place = { browser: Browser; pool: Pool; url: string };

/**
 * One person with a guide, on up to two devices, and a model that knows nothing but the words that a page called saved. Every key
 * writes a word that stands nowhere else: one that is gone was lost, and a text that stands twice was doubled.
 */
export async function live({ browser, pool, url }: Place, all: readonly Deed[], seen: string[]): Promise<void> {
  const person = await mintSignedInClient(pool, browser, url);
  const phone = person.context;
  const contexts = [phone];
  const pages = [await phone.newPage()];
  const called = new Set<string>();
  let [at, keys, isOnline] = [0, 0, true];
  await atTheSentence(pages[0] as Page);
  for (const deed of all) {
    seen.push(deed);
    await run(deed, pages[at] as Page);
  }
  if (!isOnline) await phone.setOffline(false);
  for (const page of pages) {
    await page.bringToFront();
    if ((await sentence(page).inputValue()) !== "" && keys > 0) await settle(page);
  }
  const there = await everything(phone);
  for (const word of called) expect(there.join(" ").split(/[\s.]+/), seen.join(", ")).toContain(word);
  for (const text of there) {
    const words = text.match(/w\d+/g) ?? [];
    expect(words, `${seen.join(", ")}: ${text}`).toEqual([...new Set(words)]);
  }
  expect(there, seen.join(", ")).toEqual([...new Set(there)]);
  for (const context of contexts) await context.close();

  /** As the same person: on another device, or in another tab of this one, once a sign-in is over. */
  async function signIn(context: BrowserContext) {
    const { practiceId, accountId } = person.client;
    const { token } = await mintSession(pool, practiceId, accountId, "client");
    await context.addCookies([{ name: sessionCookie, value: token, url }]);
  }
  async function settle(page: Page) {
    await page.reload();
    await toTheSentence(page);
  }
  async function run(deed: Deed, page: Page): Promise<void> {
    switch (deed) {
      case "key":
        keys += 1;
        return void (await sentence(page).pressSequentially(` w${keys}`));
      case "save": {
        if (!isOnline || keys === 0) return;
        const text = await sentence(page).inputValue();
        if (text.trim() === "") return;
        await sentence(page).pressSequentially(".");
        await expect(saved(page)).toBeVisible();
        for (const word of (await sentence(page).inputValue()).match(/w\d+/g) ?? []) called.add(word);
        return;
      }
      case "pause and back":
        if (!isOnline) return;
        await page.getByRole("link", { name: "I need a pause" }).click();
        await page.waitForURL(`**${paths.portal.pause}`);
        await page.goBack();
        return toTheSentence(page);
      case "today":
        if (!isOnline) return;
        await page.getByRole("link", { name: "Today", exact: true }).first().click();
        await page.waitForURL(/\/portal$/);
        return atTheSentence(page);
      case "reload":
        return isOnline ? settle(page) : undefined;
      case "other tab":
        if (pages.length < 2 && isOnline) {
          const other = await phone.newPage();
          await atTheSentence(other);
          pages.push(other);
        }
        at = (at + 1) % pages.length;
        return (pages[at] as Page).bringToFront();
      case "other device": {
        if (contexts.length > 1) return;
        const laptop = await browser.newContext({ storageState: nobody, baseURL: url });
        contexts.push(laptop);
        await signIn(laptop);
        const other = await laptop.newPage();
        await atTheSentence(other);
        at = pages.push(other) - 1;
        return;
      }
      case "time-out":
        await pool.query("update session set revoked_at = now() where practice_id = $1 and account_id = $2", [
          ...[person.client.practiceId, person.client.accountId],
        ]);
        keys += 1;
        await sentence(page).pressSequentially(` w${keys}`);
        if (isOnline) await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
        for (const context of contexts) await signIn(context);
        for (const covered of pages) await uncover(covered);
        return;
      case "offline":
      case "online":
        isOnline = deed === "online";
        return phone.setOffline(!isOnline);
    }
  }
}

/** A page that is looked at again asks whose it is, and what lay under its cover is there as it was. */
async function uncover(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(sentence(page)).toBeVisible();
}

/** All that a new tab is offered: the words in their field, and those beside them, each text by itself. */
async function everything(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage();
  await atTheSentence(page);
  for (const look of await page.getByText("Look at it").all()) await look.click();
  const texts = [
    await sentence(page).inputValue(),
    ...(await page.locator("[data-other-words] details p").allInnerTexts()),
  ];
  return texts.map((text) => text.trim()).filter(Boolean);
}
