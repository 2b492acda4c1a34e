import type { BrowserContext, Locator, Page } from "@playwright/test";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { paths } from "@/lib/paths";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { mintSession, sessionCookie } from "./security/minted-session";

test.setTimeout(120_000);

let pool: pg.Pool;
const opened: BrowserContext[] = [];
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
});
test.afterAll(async () => {
  for (const context of opened) await context.close();
  await pool.end();
});

type Told = { words: string | null; facts: string[] };

/** What stands in one part of the page before it is decided: what changes, and what the client will read. */
async function previewOf(page: Page, part: "change" | "version"): Promise<Told> {
  const section = page.getByRole("region", { name: part === "change" ? "Change the path" : "Version" });
  await expect(section.locator("#reason")).toBeVisible();
  const quoted = section.locator("form q");
  const words = (await quoted.count()) > 0 ? await quoted.first().textContent() : null;
  return { words, facts: await section.locator("form ul li").allTextContents() };
}

/** Confirms what is previewed, and waits until the record has it with the very words of the preview. */
async function confirm(page: Page, button: string, said: string, { words }: Told): Promise<void> {
  await page.locator("#reason").first().fill("We talked about it.");
  await page.getByRole("button", { name: button, exact: true }).click();
  const newest = page.locator("[data-decisions] li").first();
  await expect(newest).toContainText(said);
  if (words) await expect(newest.getByText(/ reads:/)).toContainText(words);
}

/** That the client reads these words today. */
async function reads(phone: Page, words: string): Promise<void> {
  await phone.goto("/portal");
  const said = phone.locator("p", { hasText: words });
  await expect(said).toHaveCount(1);
  for (const fold of await phone.getByText("Read it", { exact: true }).all()) await fold.click();
  await expect(said).toBeVisible();
}

const lastFact = ({ facts }: Told, shape: RegExp) => facts.map((fact) => shape.exec(fact)?.[1]).find(Boolean) ?? "";

test("what a therapist reads before steering is what the client then reads, and what the path then is", async ({
  browser,
  serverUrl,
}) => {
  const now = new Date();
  const today = localDate(now, "Europe/London");
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { now, startDate: addDays(today, -8) });
  const signIn = async (accountId: string, kind: "staff" | "client") => {
    const { token } = await mintSession(pool, practice.practiceId, accountId, kind);
    const viewport = kind === "client" ? { width: 390, height: 844 } : { width: 1440, height: 900 };
    const context = await browser.newContext({ storageState: nobody, baseURL: serverUrl, viewport });
    await context.addCookies([{ name: sessionCookie, value: token, url: serverUrl }]);
    opened.push(context);
    return context.newPage();
  };
  const owner = await signIn(practice.owner.accountId, "staff");
  const desk = await signIn(practice.therapist.accountId, "staff");
  const phone = await signIn(client.accountId, "client");
  const tab = paths.client(client.clientId).protocol;
  const choose = async (query: string) => {
    await desk.goto(`${tab}?${query}`);
    return previewOf(desk, query.startsWith("change") ? "change" : "version");
  };
  // As a page that was asked for: nothing of the page before is drawn again while it is filled in.
  const follow = async (link: Locator) => {
    const to = await link.getAttribute("href");
    await desk.goto(to ?? "");
  };
  const path = async () => {
    await phone.goto("/portal/path");
    return phone.getByRole("listitem").filter({ has: phone.getByRole("heading", { name: /^Week \d+/ }) });
  };

  await test.step("the week once more", async () => {
    const told = await choose("change=repeat");
    expect(told.facts[0]).toBe("Week 2 is lived once more after its last day.");
    await confirm(desk, "Repeat week 2", "Repeated the week", told);
    await reads(phone, told.words ?? "");
    await expect((await path()).filter({ hasText: /^Week 2/ })).toHaveCount(2);
  });

  await test.step("a hold, and its release while that repeat is planned", async () => {
    await desk.goto(`${tab}?change=hold`);
    await expect(
      desk.getByRole("region", { name: "Change the path" }).getByText("goes on until you release it", { exact: false }),
    ).toBeVisible();
    const held = await previewOf(desk, "change");
    await confirm(desk, "Hold week 2", "Held the path", held);
    await reads(phone, held.words ?? "");
    const told = await choose("change=release");
    expect(told.facts[0]).toMatch(/^Week 2 is lived once more from .+, as you decided before/);
    await confirm(desk, "Release the hold", "Released the path", told);
    await reads(phone, told.words ?? "");
  });

  await test.step("a pause until a day, which both sides name alike", async () => {
    const told = await choose(`change=pause&until=${addDays(today, 5)}`);
    const day = lastFact(told, /^No exercises before (.+?)\. They start again that day/);
    expect(day).not.toBe("");
    expect(told.words).toContain(`start again on ${day}.`);
    await confirm(desk, "Pause the path", "Paused, to start again on", told);
    await reads(phone, told.words ?? "");
  });

  await test.step("an undo of the pause", async () => {
    await follow(desk.getByRole("link", { name: /^Undo: Paused/ }));
    const told = await previewOf(desk, "change");
    await confirm(desk, "Undo it", "Undid: Paused", told);
    await reads(phone, told.words ?? "");
  });

  await test.step("the owner makes a version in which week 2 asks for less, and publishes it", async () => {
    await owner.goto("/settings/protocol");
    await owner.getByRole("button", { name: "Copy and edit" }).first().click();
    await owner.waitForURL(/settings\/protocol\/[\w-]+$/);
    await owner.locator("#week-2 summary").click();
    await owner.locator("#week-2").getByLabel("Ask for a favour").selectOption("");
    await owner.getByRole("button", { name: "Look over and publish" }).click();
    await owner.waitForURL(/publish$/);
    await owner.getByRole("button", { name: "Publish it" }).click();
    await owner.waitForURL(/settings\/protocol$/);
    await owner.goto("/clients/new");
    const choice = owner.getByLabel("Protocol", { exact: true });
    await expect(choice.locator("option")).toHaveCount(2);
    await expect(choice.locator("option:checked")).toContainText("own version 1");
  });

  await test.step("the path is moved to it, which says the weeks that differ, and back", async () => {
    await desk.goto(tab);
    await desk.getByText("Move to another version").click();
    await follow(desk.getByRole("link", { name: /own version 1/ }));
    const told = await previewOf(desk, "version");
    expect(told.facts).toContain("Week 2: no Ask for a favour.");
    expect(told.words).toBe("From today, your weeks follow a changed plan. What you did stays as it is.");
    await expectAccessible(desk);
    await confirm(desk, "Move to this version", "Moved to", told);
    await reads(phone, told.words ?? "");
    await expect(phone.getByText("Ask for a favour")).toHaveCount(0);

    await follow(desk.getByRole("link", { name: /^Undo: Moved to/ }));
    const back = await previewOf(desk, "version");
    expect(back.facts.join(" ")).toMatch(/Week 2: Ask for a favour .+, which was not there\./);
    await confirm(desk, "Undo the move", "Undid the move to", back);
    await reads(phone, back.words ?? "");
    await expect(phone.locator("p", { hasText: told.words ?? "" })).toHaveCount(0);
    await expect(desk.getByRole("link", { name: /^Undo: (Moved|Undid the move)/ })).toHaveCount(0);
  });
});
