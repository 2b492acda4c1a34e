import fc from "fast-check";
import pg from "pg";
import { paths } from "@/lib/paths";
import { atTheSentence, guide, saved, sentence, toTheSentence } from "./at-the-sentence";
import { expect, test } from "./fixtures";
import { mintSignedInClient } from "./security/minted-session";
import { deeds, live } from "./words-orders";

test.setTimeout(900_000);

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

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
  const back = page.getByText("SECOND, and better");
  await expect(back).toBeHidden();
  await page.getByText("What you wrote here").click();
  await expect(back).toBeVisible();
  await expect(page.getByText("hopeful")).toBeVisible();
  const { rows } = await pool.query(
    `select (select count(*)::int from exercise_attempt where practice_id = $1) as attempts,
       (select count(*)::int from correction where practice_id = $1) as corrections`,
    [practice.practiceId],
  );
  expect(rows).toEqual([{ attempts: 1, corrections: 1 }]);
  await context.close();
});

test("no order of keys, pauses, Back, reloads, tabs and lost networks loses what was called saved", async ({
  browser,
  serverUrl,
}) => {
  const seed = process.env.CI ? 20261130 : Date.now() % 2 ** 31;
  process.stdout.write(`Words that survive in a browser: seed ${seed}\n`);
  const sequences = fc.sample(fc.array(fc.constantFrom(...deeds), { minLength: 3, maxLength: 6 }), {
    seed,
    numRuns: 25,
  });
  for (const [place, all] of sequences.entries()) {
    await test.step(`seed ${seed}, ${place + 1} of ${sequences.length}: ${all.join(", ")}`, () =>
      live({ browser, pool, url: serverUrl }, all, [`seed ${seed}`]));
  }
});
