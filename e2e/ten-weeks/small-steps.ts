import type { Browser } from "@playwright/test";
import { NOT_PLANNED } from "@/lib/protocol/exercise-access";
import { expect } from "../fixtures";
import { agree, answerAlone } from "../people";
import { answerSitting, check, far } from "../sittings";
import { askForAFavour, learnTogether, oneRealFeeling } from "./exercises";
import { caseloadLine, clearGate, clientArrives, decide, type Path, therapistArrives, untilAsked } from "./steering";
import { openPractice, type Someone, type World } from "./world";

export const held = "We’re staying with this week a little longer. There is no catching up to do.";

/** A week before the start: the practice, its therapist, and a client who has accepted and agreed. */
export async function enrols(world: World, browser: Browser): Promise<Path> {
  await world.goTo(-8, "08:00");
  const therapist = await openPractice(world, browser, {
    owner: { email: "alma@weeks.example", password: "lantern-orbit-velvet-93" },
    therapist: { email: "ravi@weeks.example", password: "meadow-copper-violin-71" },
  });
  const { page } = therapist;
  await page.goto("/clients/new");
  await page.getByLabel("Name", { exact: true }).fill("Maren Holt");
  await page.getByLabel("E-mail", { exact: true }).fill("maren@weeks.example");
  await page.getByRole("group", { name: "Is it safe to write to this address?" }).getByLabel("Yes").check();
  await page.getByLabel("Start date").fill(world.firstDay);
  await page.getByLabel("Partner’s first name").fill("Dario");
  await page.getByRole("button", { name: "Enrol client" }).click();
  const link = await page.getByLabel("Invitation link for the client").inputValue();
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.waitForURL(/overview/);
  const base = new URL(page.url()).pathname.replace("/overview", "");

  const password = "harbour-lilac-quartz-88";
  const phone = await world.accept(link, password);
  await expect(phone.getByRole("heading", { name: "Before you start" })).toBeVisible();
  await world.look(phone, "consent");
  await agree(phone);
  const client: Someone = { page: phone, email: "maren@weeks.example", password };
  return { world, therapist, client, base };
}

/** The first questions, and what a clinician decides about them after a talk alone. */
export async function isScreened(path: Path): Promise<void> {
  await untilAsked(path.client.page);
  await answerAlone(path.client.page);
  await expect(await caseloadLine(path)).toContainText("Safety screen waits for your decision");
  await clearGate(path, "Clear");
}

/** Day 1: the baseline; then the first feeling. Joint steps opened with the first practice week. */
export async function firstDay(path: Path): Promise<void> {
  const { world, base } = path;
  const phone = await clientArrives(path, 0);
  await answerSitting(phone, "How close things feel", far);
  await answerSitting(phone, "Distance moves", { now: [2, 1, 3, 0], wished: [] });
  await check(phone, 7);
  const page = await therapistArrives(path, 0);
  await page.goto(`${base}/overview`);
  await expect(page.getByRole("row", { name: /Emotional/ }).first()).toBeVisible();

  await clientArrives(path, 0, "20:10");
  await world.look(phone, "today");
  await phone.getByRole("link", { name: "Start: One real feeling a day" }).click();
  await oneRealFeeling(world, phone, "told");
  await world.look(phone, "saved");
}

/** Weeks 1 and 2: told, not yet, left out with a reason; a favour and what came of it; the brief form. */
export async function firstFortnight(path: Path): Promise<void> {
  const { world } = path;
  let phone = await clientArrives(path, 1);
  await check(phone, 7);
  await oneRealFeeling(world, phone, "not yet");

  phone = await clientArrives(path, 3);
  await check(phone, 6);
  await phone.goto("/portal/exercises/one-real-feeling");
  await phone.getByText("Leave it out today").first().click();
  await world.look(phone, "leaving-it-out");
  await phone.getByRole("radio", { name: "There was no good moment" }).check();
  await phone.getByRole("button", { name: "Leave it out today" }).click();
  await expect(phone.getByText("Noted. Not today is fine.")).toBeVisible();

  phone = await clientArrives(path, 8);
  await check(phone, 7);
  await askForAFavour(world, phone, "done");

  phone = await clientArrives(path, 12);
  await check(phone, 7);
  await answerSitting(phone, "How close things feel, short", far);
}

/** Week 3: tried and stopped, a wish for something else, a swap, and the something else. */
export async function somethingElse(path: Path): Promise<void> {
  const { world, base } = path;
  let phone = await clientArrives(path, 15);
  await check(phone, 7);
  await askForAFavour(world, phone, "stopped");
  await phone.goto("/portal/exercises/ask-for-a-favour");
  await phone.getByText("Ask for another exercise").click();
  await phone.getByLabel("What would suit you better, if you know").fill("Something with our hands.");
  await phone.getByRole("button", { name: "Ask Ravi" }).click();
  await expect(phone.getByText("Sent. The answer comes here and on Today.")).toBeVisible();

  const page = await therapistArrives(path, 15);
  await page.goto(`${base}/protocol`);
  await expect(page.getByText("Something with our hands.").first()).toBeVisible();
  await decide(path, {
    change: "change=swap&exercise=ask-for-a-favour&to=learn-together&scope=this-week",
    confirm: "Swap it",
    reason: "She asked for something with their hands.",
    words: "This week, Learn something together takes the place of Ask for a favour.",
  });

  phone = await clientArrives(path, 17);
  await phone.getByText("Read it", { exact: true }).first().click();
  await expect(phone.getByText("Learn something together takes the place of Ask for a favour")).toBeVisible();
  await world.look(phone, "today-after-a-swap");
  await learnTogether(world, phone);
  await phone.goto("/portal/exercises/ask-for-a-favour");
  await expect(phone.getByText(NOT_PLANNED)).toBeVisible();
}

/** Week 4 and its second life: connection falls, the therapist watches, holds, and lets go. */
export async function staysLonger(path: Path): Promise<void> {
  const { world } = path;
  let phone = await clientArrives(path, 22);
  await check(phone, 4);
  await therapistArrives(path, 23);
  await decide(path, {
    change: "change=hold",
    confirm: "Hold week 4",
    reason: "Her mother is ill; one week more of the same.",
    words: held,
  });

  phone = await clientArrives(path, 29);
  await phone.getByText("Read it", { exact: true }).first().click();
  await expect(phone.getByText(held)).toBeVisible();
  await expect(phone.getByText(/^Week 4 of 10, Small Steps/)).toBeVisible();
  await check(phone, 4);
  await answerSitting(phone, "How close things feel, short", far);
  await oneRealFeeling(world, phone, "told");
}

/** A low week is watched, two are a reason to look. Then the path moves on. */
export async function isWatched(path: Path): Promise<void> {
  const page = await therapistArrives(path, 30);
  await page.goto(`${path.base}/overview`);
  await path.world.look(page, "overview-watch");
  await decide(path, {
    change: "change=release",
    confirm: "Release the hold",
    reason: "Her mother is home again.",
    words: "We’re moving on when this week ends.",
  });
}
