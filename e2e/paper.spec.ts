import type { Page } from "@playwright/test";
import { openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { isAboutPeople, ownerIn, staffAddresses, watchedCouple } from "./watched-couple";

test.setTimeout(240_000);

const words = /\b(gates?|events?|checks?)\b/i;
/** On paper also nothing that would say the same in other words. */
const telling = /\b(gates?|events?|checks?|a stop|concern|not screened|feel safe)\b/i;
/** A client says every day how connected they feel, and an exercise is called so: those are checks as well, and no secret. */
const ofConnection =
  /connection checks?|temperature checks?|\blast \d+ checks|no checks( yet)?|days with a check|a check below it|first check appears|checks on \d+ days?|checks appear here/gi;

// biome-ignore lint/performance/useDomNodeTextContent: what is not shown must not count
const shownText = (page: Page): Promise<string> => page.locator("body").innerText();

/** A device that is handed over loads itself anew: what is asked in between has no answer, and is asked again. */
async function settled(read: () => Promise<string>): Promise<string> {
  let text = "";
  await expect(async () => {
    text = await read();
  }).toPass();
  return text;
}

/** What a sheet would show: the text that stands in print, and what stands for a picture in it. */
const onPaper = (page: Page): Promise<string> => settled(() => sheetOf(page));

async function sheetOf(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  const said = await page.evaluate(() => {
    const shown = [...document.querySelectorAll("main img[alt], main svg[aria-label]")].filter((one) =>
      one.checkVisibility(),
    );
    return [document.title, ...shown.map((one) => one.getAttribute("alt") ?? one.getAttribute("aria-label"))];
  });
  const text = [await shownText(page), ...said].join("\n");
  await page.emulateMedia({ media: "screen" });
  return text;
}

/** Everything that a page says, whoever reads it and however: its text, and what is only spoken or pointed at. */
const wholePage = (page: Page): Promise<string> =>
  settled(() =>
    page.evaluate(() => {
      const spoken = [...document.querySelectorAll("main *")].flatMap((one) =>
        ["aria-label", "title", "alt", "aria-description"].flatMap((name) => one.getAttribute(name) ?? []),
      );
      return [document.querySelector("main")?.textContent, document.title, ...spoken].join("\n");
    }),
  );

const around = (text: string, found: RegExpExecArray) => text.slice(Math.max(0, found.index - 60), found.index + 60);

test("no sheet about a client, and no couple’s page or form handed over, says gate, event or check", async ({
  browser,
  databaseUrl,
  serverUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const couple = await watchedCouple(practice, "people@paper-journey.example");
  const { context, page } = await ownerIn(browser, practice, serverUrl);
  const told: string[] = [];
  const look = (address: string, text: string, forbidden = words) => {
    const found = forbidden.exec(text);
    if (found) told.push(`${address}: ${around(text, found)}`);
  };
  for (const address of staffAddresses(couple).filter(isAboutPeople)) {
    await page.goto(address);
    const text = (await onPaper(page)).replaceAll(ofConnection, "");
    expect(text.length, address).toBeGreaterThan(20);
    look(address, text, telling);
    if (!/^\/caseload/.test(address)) expect(text, address).not.toMatch(/Vera Sandvik\n/);
  }
  for (const view of ["", "?view=both"]) {
    await page.goto(`/couples/${couple.coupleId}${view}`);
    look(`couple ${view}`, await wholePage(page));
  }
  const open = couple.sittings.find(({ key }) => key === "distance-moves");
  await page.goto(`/clients/${couple.clientId}/assessments/${open?.id}`);
  await page.getByRole("button", { name: "Hand this device over" }).click();
  await expect(page).toHaveURL(/in-session/);
  look("in session", await wholePage(page));
  look("in session, on paper", await onPaper(page));
  await page.getByRole("button", { name: "Stop and hand back" }).click();
  await expect(page).toHaveURL(/done/);
  look("handed back", await wholePage(page));
  expect(told).toEqual([]);
  await context.close();
  await practice.close();
});

test("an invitation that is printed stands alone on its sheet", async ({ browser, databaseUrl, serverUrl }) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const { first } = await practice.enrolCouple(["Vera Sandvik", "Nils Sandvik"], "people@sheet-journey.example");
  const { context, page } = await ownerIn(browser, practice, serverUrl);
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(`/clients/${first.actor.clientId}/record`);
  await page.getByRole("button", { name: "Make a new link" }).click();
  await page.getByRole("button", { name: "Print" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("img", { name: /Invitation link/ })).toBeVisible();
  await expect(page.getByLabel("Invitation link")).toBeVisible();
  const sheet = await shownText(page);
  expect(sheet).not.toMatch(/Vera|Record|Partner|Letters|V\. ?S/);
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--print-about")),
  ).toMatch(/^""?$|^$/);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByRole("heading", { name: "Letters" })).toBeVisible();
  await context.close();
  await practice.close();
});
