import type { Browser, BrowserContext, Page } from "@playwright/test";
import fc from "fast-check";
import pg from "pg";
import { paths } from "@/lib/paths";
import { expect, test } from "./fixtures";
import { mintSignedInClient } from "./security/minted-session";

test.setTimeout(900_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

const guide = paths.portal.exercise("one-real-feeling");
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d$/);
const sentence = (page: Page) => page.getByLabel("A sentence about it, if you like");

/** To the step with the sentence, from wherever the guide stands. */
async function toTheSentence(page: Page): Promise<void> {
  const step = page.getByText(/^Step \d of 4$/).locator("visible=true");
  await expect(async () => {
    const now = Number(/\d/.exec((await step.textContent()) ?? "")?.[0]);
    if (now < 3) await page.getByRole("button", { name: "Next" }).click({ timeout: 2_000 });
    if (now > 3) await page.getByRole("button", { name: "Back", exact: true }).click({ timeout: 2_000 });
    await expect(sentence(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(sentence(page)).toBeVisible();
}

async function atTheSentence(page: Page): Promise<void> {
  await page.goto(guide);
  await toTheSentence(page);
}

test("what is written in a guide outlives a pause and Back, a tap away, no network and a reload", async ({
  browser,
  serverUrl,
}) => {
  const { context } = await mintSignedInClient(pool, browser, serverUrl);
  const page = await context.newPage();
  await atTheSentence(page);
  await sentence(page).fill("Older words");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await toTheSentence(page);

  await test.step("a pause, and Back: the newest stand there, and Next writes nothing over them", async () => {
    await sentence(page).fill("NEWER words");
    await page.getByRole("link", { name: "I need a pause" }).click();
    await page.waitForURL(`**${paths.portal.pause}`);
    await page.goBack();
    await toTheSentence(page);
    await expect(sentence(page)).toHaveValue("NEWER words");
    await page.getByRole("button", { name: "Next" }).click();
    await page.reload();
    await toTheSentence(page);
    await expect(sentence(page)).toHaveValue("NEWER words");
  });

  await test.step("the last key before a reload is not lost, and not written over", async () => {
    await sentence(page).fill("NEWER words, and more");
    await page.reload();
    await toTheSentence(page);
    await expect(sentence(page)).toHaveValue("NEWER words, and more");
  });

  await test.step("without a network it says so, and saves by itself when it is back", async () => {
    await context.setOffline(true);
    await sentence(page).fill("NEWER words, and more offline");
    await expect(page.getByText(/^No network just now/)).toBeVisible();
    await context.setOffline(false);
    await expect(saved(page)).toBeVisible();
    const other = await context.newPage();
    await atTheSentence(other);
    await expect(sentence(other)).toHaveValue("NEWER words, and more offline");
    await other.close();
  });
  await context.close();
});

test("two tabs on one guide: both texts stay, either can be gone on with", async ({ browser, serverUrl }) => {
  const { context } = await mintSignedInClient(pool, browser, serverUrl);
  const [one, two] = [await context.newPage(), await context.newPage()];
  await atTheSentence(one);
  await atTheSentence(two);
  await sentence(one).fill("From the first tab");
  await expect(saved(one)).toBeVisible();
  await sentence(two).fill("From the second tab");
  await expect(saved(two)).toBeVisible();
  await expect(two.getByText(/You also wrote something here/)).toBeVisible();
  await two.getByRole("button", { name: "Go on with it" }).click();
  await toTheSentence(two);
  await expect(sentence(two)).toHaveValue("From the first tab");
  await two.getByText("Look at it").click();
  await expect(two.getByText("From the second tab")).toBeVisible();
  await context.close();
});

test("saved, back, and better words: asked first, then changed; Enter only goes on", async ({ browser, serverUrl }) => {
  const { context, practice } = await mintSignedInClient(pool, browser, serverUrl);
  const page = await context.newPage();
  await page.goto(guide);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("The feeling, in one word").fill("hopeful");
  await page.getByLabel("The feeling, in one word").press("Enter");
  await expect(sentence(page)).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  const reflection = page.locator("#reflection");
  await reflection.fill("FIRST");
  await page.getByRole("button", { name: "Save, I did it" }).click();
  await expect(page.getByRole("heading", { name: "Saved" })).toBeVisible();
  await page.goBack();
  await reflection.fill("SECOND, and better");
  await page.getByRole("button", { name: "Save, I did it" }).click();
  await expect(page.getByText(/Other words of yours were saved today/)).toBeVisible();
  await expect(reflection).toHaveValue("SECOND, and better");
  await page.getByRole("button", { name: "Save, I did it" }).click();
  await expect(page.getByRole("heading", { name: "Saved" })).toBeVisible();
  const { rows } = await pool.query(
    `select (select count(*)::int from exercise_attempt where practice_id = $1) as attempts,
       (select count(*)::int from correction where practice_id = $1) as corrections`,
    [practice.practiceId],
  );
  expect(rows).toEqual([{ attempts: 1, corrections: 1 }]);
  await context.close();
});

/** What a person does, and what happens to them, in front of a guide. */
const deeds = ["key", "key", "save", "pause and back", "reload", "other tab", "offline", "online", "today"] as const;
type Deed = (typeof deeds)[number];

/** One person with a guide, and a model that knows nothing but the words that a page called saved. */
async function live(browser: Browser, serverUrl: string, all: readonly Deed[], seen: string[]): Promise<void> {
  const { context } = await mintSignedInClient(pool, browser, serverUrl);
  const pages = [await context.newPage()];
  const called = new Set<string>();
  let [at, keys, isOnline] = [0, 0, true];
  await atTheSentence(pages[0] as Page);
  for (const deed of all) {
    seen.push(deed);
    const page = pages[at] as Page;
    await run(deed, page);
  }
  if (!isOnline) await context.setOffline(false);
  for (const page of pages) {
    await page.bringToFront();
    if ((await sentence(page).inputValue()) !== "" && keys > 0) await settle(page);
  }
  const there = await everything(context);
  for (const word of called) expect(there, seen.join(", ")).toContain(word);
  await context.close();

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
          const other = await context.newPage();
          await atTheSentence(other);
          pages.push(other);
        }
        at = (at + 1) % pages.length;
        return (pages[at] as Page).bringToFront();
      case "offline":
      case "online":
        isOnline = deed === "online";
        return context.setOffline(!isOnline);
    }
  }
}

/** All that a new tab is offered: the words in their field, and those beside them. */
async function everything(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await atTheSentence(page);
  for (const look of await page.getByText("Look at it").all()) await look.click();
  return `${await sentence(page).inputValue()} ${(await page.locator("[data-other-words]").allInnerTexts()).join(" ")}`;
}

test("no order of keys, pauses, Back, reloads, tabs and lost networks loses what was called saved", async ({
  browser,
  serverUrl,
}) => {
  const seed = process.env.CI ? 20261130 : Date.now() % 2 ** 31;
  await test.info().attach("seed", { body: String(seed) });
  const sequences = fc.sample(fc.array(fc.constantFrom(...deeds), { minLength: 3, maxLength: 6 }), {
    seed,
    numRuns: 25,
  });
  for (const [place, all] of sequences.entries()) {
    await test.step(`seed ${seed}, ${place + 1} of ${sequences.length}: ${all.join(", ")}`, () =>
      live(browser, serverUrl, all, [`seed ${seed}`]));
  }
});
