import type { Page } from "@playwright/test";
import { expect } from "../fixtures";
import { type Someone, signIn, type World } from "./world";

/** The two people of the story, and the client's address in the practice. */
export type Path = { world: World; therapist: Someone; client: Someone; base: string };

/** What the therapist's path table says of days that are over, and what was logged in the running week. */
export type Marks = { past: string[]; logged: string[] };

export async function marksOf(page: Page, base: string): Promise<Marks> {
  await page.goto(`${base}/protocol`);
  await expect(page.locator("table[data-path]")).toBeVisible();
  const rows = await page.locator("table[data-path] tbody tr:has(td)").evaluateAll((all) => {
    let week = "";
    return all.map((row) => {
      week = row.querySelector("th")?.firstChild?.textContent ?? week;
      const exercise = row.querySelector("td")?.textContent ?? "";
      const marks = row.querySelector("svg.practice")?.getAttribute("aria-label") ?? "";
      const state = row.getAttribute("data-state") ?? "past";
      return { week, exercise, marks, state };
    });
  });
  const practised = (marks: string) => marks.split("; ").filter((part) => /^(done|tried|skipped) on/i.test(part));
  return {
    past: rows.flatMap(({ week, exercise, marks, state }) => (state === "past" ? `${week} ${exercise}: ${marks}` : [])),
    logged: rows
      .flatMap(({ week, exercise, marks, state }) =>
        state === "current" ? practised(marks).map((part) => `${week} ${exercise}: ${part.toLowerCase()}`) : [],
      )
      .sort(),
  };
}

/** Marks that were there stay as they were: whole past weeks as they stood, and every day logged in this one. */
export function expectKept(before: Marks, after: Marks): void {
  expect(after.past.slice(0, before.past.length)).toEqual(before.past);
  expect(after.logged).toEqual(before.logged);
}

export async function therapistArrives({ world, therapist }: Path, day: number, time = "20:00"): Promise<Page> {
  await world.goTo(day, time);
  await signIn(world, therapist);
  return therapist.page;
}

export async function clientArrives({ world, client }: Path, day: number, time = "19:00"): Promise<Page> {
  await world.goTo(day, time);
  await signIn(world, client);
  return client.page;
}

type Decided = { change: string; confirm: string; reason: string; words?: string };

/** Reads what a change does and what the client will read, decides it, and finds every earlier mark where it was. */
export async function decide({ world, therapist: { page }, base }: Path, decided: Decided): Promise<void> {
  const before = await marksOf(page, base);
  await page.goto(`${base}/protocol?${decided.change}`);
  if (decided.words) await expect(page.locator("q").filter({ hasText: decided.words }).first()).toBeVisible();
  await world.look(page, `protocol-${decided.change.replaceAll(/\W+/g, "-")}`);
  await page.getByLabel("Why", { exact: true }).first().fill(decided.reason);
  await page.getByRole("button", { name: decided.confirm, exact: true }).click();
  await page.waitForURL(/done=/);
  await expect(page.getByText(decided.reason).first()).toBeVisible();
  expectKept(before, await marksOf(page, base));
}

/** The safety gate is opened with a reason, after a talk alone. */
export async function clearGate(
  { world, therapist: { page }, base }: Path,
  label: "Clear" | "Release the stop" | "Clear anew",
) {
  const isStop = label === "Release the stop";
  const talkedOn = new Date(world.now()).toISOString().slice(0, 10);
  await page.goto(`${base}/overview`);
  await page.getByText(label, { exact: true }).first().click();
  await page.getByLabel("Why it is safe to go on").fill("We talked, just the two of us, and home is calm.");
  await page.getByLabel("Day of the talk").fill(talkedOn);
  await page.getByRole("radio", { name: "On the phone" }).check();
  await page.getByLabel(/^I asked “can anybody hear you\?”/).check();
  await page.getByRole("button", { name: isStop ? "Release for 12 weeks" : "Clear for 12 weeks" }).click();
  await expect(page.getByText(/after that it asks again/)).toBeVisible();
}

/** Today once the calendar has asked its questions: the worker does so within seconds here. */
export async function untilAsked(phone: Page): Promise<void> {
  const card = phone.getByRole("link", { name: "Start: A few questions" }).first();
  await expect
    .poll(
      async () => {
        await phone.goto("/portal");
        await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
        return card.isVisible();
      },
      { timeout: 40_000 },
    )
    .toBe(true);
}

/** The client's line in the caseload. */
export async function caseloadLine({ therapist: { page } }: Path) {
  await page.goto("/caseload?state=all");
  return page.getByRole("row", { name: /^Maren Holt/ });
}
