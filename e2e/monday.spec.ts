import type { Locator, Page } from "@playwright/test";
import pg from "pg";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { startPractice } from "./practice-server";
import { samplePlaces } from "./sample-places";
import { sessionCookie } from "./security/minted-session";

test.use({ storageState: nobody });
test.setTimeout(240_000);

type Found = { name: string; overview: string; sentence: string; href: string };

/** Every reason of every line, those that are folded behind “+2” too; what leads nowhere is no reason to act. */
const reasonsOn = (page: Page): Promise<Found[]> =>
  page.locator("[data-ledger] tbody tr").evaluateAll((lines) =>
    lines.flatMap((line) => {
      const name = line.querySelector("[data-covers]");
      const overview = name?.getAttribute("href") ?? "";
      return [...line.querySelectorAll("[data-flag] a")].map((link) => ({
        name: name?.textContent?.replace(/^.*record \d+/, "") ?? "",
        overview,
        sentence: link.textContent ?? "",
        href: link.getAttribute("href") ?? "",
      }));
    }),
  );

/** The thing that a reason is about stands on the page to which it leads. */
async function opens(page: Page, { name, href }: Found): Promise<void> {
  const answer = await page.goto(href);
  expect(answer?.status(), `${name}: ${href}`).toBe(200);
  await expect(page.getByText(name.split(" ")[0] ?? name).first()).toBeVisible();
  const place = href.split("#")[1];
  if (place) await expect(page.locator(`#${place}`)).toHaveCount(1);
}

/** Presses it, and waits until its form was answered, and not only the words in it kept: before, the list is as it was. */
async function sends(page: Page, button: Locator): Promise<void> {
  const answered = page.waitForResponse((response) => "next-action" in response.request().headers(), {
    timeout: 15_000,
  });
  await button.click();
  await answered;
}

/** Does what the reason asks for, where it is asked, or sets it aside where it asks for nothing but to be known. */
async function actsOn(page: Page, { overview, sentence, href }: Found): Promise<void> {
  if (sentence.startsWith("Chose “I don’t feel safe”")) {
    const onIt = page.getByRole("button", { name: "I am on it" });
    const close = page.getByRole("button", { name: "Close with a note" });
    await expect(onIt.or(close).first()).toBeVisible();
    if ((await onIt.count()) > 0) await sends(page, onIt);
    await close.click();
    await page.getByLabel("How it ended").fill("We talked. She is safe tonight.");
    return sends(page, page.getByRole("button", { name: "Close this event" }));
  }
  const reviewed = page.getByRole("button", { name: "Mark as reviewed" });
  if ((await reviewed.count()) > 0) return sends(page, reviewed);
  const remind = page.getByRole("button", { name: "Send a reminder" });
  if (/overdue/i.test(sentence) && (await remind.count()) > 0) return sends(page, remind);
  if (/\/messages$/.test(href)) {
    const box = page.getByRole("textbox").last();
    await box.fill("Thank you for this. We talk about it on Thursday.");
    await page.getByRole("button", { name: "Send", exact: true }).last().click();
    // The page marks what it shows as read meanwhile: only the empty box says that these words were sent.
    await expect(box).toHaveValue("");
    return;
  }
  await page.goto(overview);
  const item = page
    .getByRole("region", { name: /is on your list$/ })
    .getByRole("listitem")
    .filter({ hasText: sentence })
    .first();
  if ((await item.count()) === 0) return;
  await item.getByText("Set aside", { exact: true }).click();
  await item.getByLabel("What you know about it").fill("Talked about it on Friday.");
  await sends(page, item.getByRole("button", { name: "I know" }));
}

test("Monday morning with fourteen clients: each reason opens its thing, is acted on, and is gone", async ({
  browser,
}) => {
  const server = await startPractice("monday", { isSample: true });
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  try {
    const caseload = (await samplePlaces(pool)).find(({ name }) => name === "caseload");
    const context = await browser.newContext({ storageState: nobody, baseURL: server.url });
    await context.addCookies([{ name: sessionCookie, value: caseload?.token ?? "", url: server.url }]);
    const page = await context.newPage();
    await page.goto("/caseload?state=all");
    await expect(page.locator("[data-covers]")).toHaveCount(14);
    const before = await reasonsOn(page);
    expect(before.length).toBeGreaterThan(10);
    for (const reason of before)
      await test.step(`${reason.name}: ${reason.sentence}`, async () => {
        // One act may have answered another reason of the same client.
        await page.goto("/caseload?state=all");
        const isThere = (await reasonsOn(page)).some(
          ({ name, sentence }) => name === reason.name && sentence === reason.sentence,
        );
        if (!isThere) return;
        await opens(page, reason);
        await actsOn(page, reason);
        // A message can be taken back for ten seconds, and answers nothing before it has arrived.
        await expect
          .configure({ soft: true })
          .poll(
            async () => {
              await page.goto("/caseload?state=all");
              return (await reasonsOn(page)).filter(({ name }) => name === reason.name).map(({ sentence }) => sentence);
            },
            { timeout: 30_000, message: `${reason.name}: ${reason.sentence}` },
          )
          .not.toContain(reason.sentence);
      });
    // What acting opened of its own, such as a stop that stands after its event, asks for another decision.
    const known = new Set(before.map(({ name, sentence }) => `${name} ${sentence}`));
    for (const { name, sentence } of await reasonsOn(page)) expect(known).not.toContain(`${name} ${sentence}`);
    await expect(
      page
        .getByText("Nobody needs you right now")
        .or(page.getByText(/needs? you$/))
        .first(),
    ).toBeVisible();
    await context.close();
  } finally {
    await pool.end();
    await server.stop();
  }
});
