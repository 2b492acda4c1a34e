import type { Page } from "@playwright/test";
import { expect } from "../fixtures";
import type { World } from "./world";

/** One guided page, as a client walks through it. Every step is looked at the first time that it is there. */
export type Walk = {
  page: Page;
  next: (title: string) => Promise<void>;
  /** A number of a scale, by its legend. */
  number: (legend: string, value: number) => Promise<void>;
  /** How anxious afterwards, how it went, and a few words. */
  afterwards: (anxiety: number, how: string, words?: string) => Promise<void>;
  /** Waits until everything typed so far has reached the practice. */
  kept: () => Promise<void>;
  save: (button: string, says: RegExp) => Promise<void>;
};

export async function walk(world: World, page: Page, key: string, firstStep: string): Promise<Walk> {
  const isThere = async (title: string) => {
    await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
    await world.look(page, `${key}, ${title}`.replaceAll(/\W+/g, "-").toLowerCase());
  };
  const number = (legend: string, value: number) =>
    page
      .getByRole("group", { name: legend })
      .getByRole("radio", { name: String(value), exact: true })
      .check({ force: true });
  await page.goto(`/portal/exercises/${key}`);
  // Without script every step stands open; the others are hidden once the page takes a click.
  await expect(page.locator("section[data-step][hidden]").first()).toBeAttached();
  await isThere(firstStep);
  return {
    page,
    number,
    next: async (title) => {
      await page.getByRole("button", { name: "Next" }).click();
      await isThere(title);
    },
    afterwards: async (anxiety, how, words) => {
      await number("How anxious are you now?", anxiety);
      await page.getByRole("radio", { name: how, exact: true }).check();
      if (words) await page.getByLabel("A few words about it, if you like").fill(words);
    },
    kept: () => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible(),
    save: async (button, says) => {
      await page.getByRole("button", { name: button, exact: true }).click();
      await expect(page.getByRole("heading", { name: "Saved" })).toBeVisible();
      await expect(page.getByText(says)).toBeVisible();
    },
  };
}

/** The screen is dark for so long: the page is told, as a phone tells it, and hears nothing of the time between. */
async function screenDark(world: World, page: Page, minutes: number): Promise<void> {
  const tell = (state: DocumentVisibilityState) =>
    page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await tell("hidden");
  await world.pass(page, minutes);
  await tell("visible");
}

const anxiousBefore = "How anxious are you right now?";

export async function oneRealFeeling(world: World, page: Page, told: "told" | "not yet"): Promise<void> {
  const on = await walk(world, page, "one-real-feeling", "Before you begin");
  await on.number(anxiousBefore, 7);
  await on.next("What do you feel right now?");
  if (told === "told") {
    await page.getByRole("button", { name: "Sad", exact: true }).click();
    await page.getByRole("button", { name: "left out", exact: true }).click();
    await world.look(page, "one-real-feeling-a-family");
  } else {
    await page.getByLabel("The feeling, in one word").fill("hop");
    await page.getByRole("button", { name: "hopeful", exact: true }).click();
  }
  await on.next("Put it in a sentence");
  await page.getByLabel("What you could say to Dario").fill("Today I feel something, and I wanted you to know.");
  await on.next("Tell it, when you are ready");
  await expect(page.getByText("Today I feel something, and I wanted you to know.").first()).toBeVisible();
  await page.getByRole("radio", { name: told === "told" ? "Yes, I told Dario" : /^Not yet/ }).check();
  await on.afterwards(4, "Well", "He put the kettle on.");
  await on.save("Save", told === "told" ? /It started at 7 and came down to 4/ : /You found the words/);
}

export async function askForAFavour(world: World, page: Page, outcome: "done" | "stopped"): Promise<void> {
  const on = await walk(world, page, "ask-for-a-favour", "Choose what to ask for");
  await page.getByRole("radio", { name: /^Small/ }).check();
  await page.getByLabel("What will you ask Dario for?").fill("Collect a parcel.");
  await on.next("What do you expect?");
  await page.getByLabel("What do you think will happen when you ask?").fill("He sighs and says he is busy.");
  await on.number(anxiousBefore, 6);
  await on.next("Ask");
  await on.kept();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Ask", exact: true })).toBeVisible();
  await on.next("What happened?");
  if (outcome === "stopped") {
    await on.save("Save, I tried and stopped", /You tried and stopped early. That counts./);
    return;
  }
  await page.getByLabel("What happened", { exact: true }).fill("He said: of course.");
  await on.afterwards(3, "Very well");
  await on.save("Save, I did it", /You did it/);
  await page.getByText("What you expected, and what happened").click();
  await expect(page.getByText("He sighs and says he is busy.")).toBeVisible();
  await expect(page.getByText("He said: of course.")).toBeVisible();
  await world.look(page, "ask-for-a-favour-saved");
}

/** The timer goes on through a reload and a dark screen; it may be stopped, or run out. */
export async function tenMinuteCuddle(world: World, page: Page, until: "stopped" | "over"): Promise<void> {
  const on = await walk(world, page, "ten-minute-cuddle", "Ask each other first");
  await on.number(anxiousBefore, 8);
  await on.next("Make it easy");
  await on.next("Ten minutes");
  await expect(page.getByRole("button", { name: "Start ten minutes" })).toBeDisabled();
  for (let i = 0; i < 2; i += 1) await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByLabel("We both want to do this now").check();
  await on.next("Make it easy");
  await on.next("Ten minutes");
  await page.getByRole("button", { name: "Start ten minutes" }).click();
  await on.kept();
  await screenDark(world, page, 3);
  await expect(page.getByRole("timer")).toHaveText(/^[67]:\d\d$/);
  await page.reload();
  await expect(page.getByRole("timer")).toHaveText(/^[67]:\d\d$/);
  if (until === "stopped") {
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(page.getByText("nobody has to say why")).toBeVisible();
    await world.look(page, "ten-minute-cuddle-stopped");
  } else {
    await world.pass(page, 8);
    await expect(page.getByText("Ten minutes are over.")).toBeVisible();
    await world.look(page, "ten-minute-cuddle-over");
  }
  await on.next("How was it?");
  await page.getByLabel("How did it feel, in your body?").fill("Stiff, then warm.");
  await on.afterwards(5, "In between");
  if (until === "stopped") await on.save("Save, I tried and stopped", /You tried and stopped early/);
  else await on.save("Save, I did it", /It started at 8 and came down to 5/);
}

export async function smallSecret(world: World, page: Page): Promise<void> {
  const on = await walk(world, page, "small-secret", "Choose something small");
  await page.getByRole("radio", { name: /^Medium/ }).check();
  await on.next("Find the words");
  await page.getByLabel("How will you begin?").fill("You do not know this yet.");
  await on.number(anxiousBefore, 6);
  await on.next("Choose the moment");
  await expect(page.getByText("You do not know this yet.").first()).toBeVisible();
  await page.getByLabel("When would be a calm moment?").fill("Sunday, after the walk");
  await on.next("What happened?");
  await page.getByLabel("What did Dario say or do?").fill("He laughed, kindly.");
  await on.afterwards(4, "Well");
  await on.save("Save, I did it", /You did it/);
}

export async function temperatureCheck(world: World, page: Page): Promise<void> {
  const on = await walk(world, page, "temperature-check", "Before you say it");
  await on.number(anxiousBefore, 4);
  await on.next("Your number right now");
  await on.number("How connected do you feel right now?", 6);
  await on.next("Say the number");
  await page.getByRole("radio", { name: "Yes, I told Dario" }).check();
  await page.getByLabel("What Dario said, if anything").fill("Mine is a seven.");
  await on.afterwards(2, "Well");
  await on.save("Save", /You did it/);
}

/** Said, twenty minutes alone, and back. Twenty minutes are as long as a sign-in lasts without a sign of life. */
export async function nameTheFear(world: World, page: Page): Promise<void> {
  const on = await walk(world, page, "name-the-fear", "Find the sentence");
  await on.number(anxiousBefore, 8);
  await page.getByLabel("What you will say").fill("I am scared. Twenty minutes alone, and I am not leaving.");
  await page.getByLabel("Your promise to return").fill("I will be in the garden.");
  await on.next("Say it, then take your time");
  await expect(page.getByText("I will be in the garden.").first()).toBeVisible();
  await page.getByRole("button", { name: "Start twenty minutes" }).click();
  await on.kept();
  await page.reload();
  await expect(page.getByRole("timer")).toHaveText(/^1\d:\d\d$/);
  await screenDark(world, page, 12);
  await expect(page.getByRole("timer")).toHaveText(/^[78]:\d\d$/);
  await screenDark(world, page, 7);
  const stayed = page.waitForResponse(
    (response) => response.url().endsWith("/api/session") && response.request().method() === "POST",
  );
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await stayed;
  await world.pass(page, 2);
  await expect(page.getByText("When you are ready, say: I’m back.")).toBeVisible();
  await on.next("I’m back");
  await page.getByLabel("How was it to come back?").fill("Easier than I had thought.");
  await on.afterwards(4, "Well");
  await on.save("Save, I did it", /It started at 8 and came down to 4/);
}

export async function learnTogether(world: World, page: Page): Promise<void> {
  const on = await walk(world, page, "learn-together", "Pick something new");
  await on.number(anxiousBefore, 3);
  await page.getByRole("button", { name: "Fold a paper crane" }).click();
  await on.next("Plan it lightly");
  await page.getByLabel("When, and what do you need for it?").fill("Tonight, two sheets of paper");
  await on.next("How was it?");
  await on.afterwards(1, "Very well", "Mine looked like a boat.");
  await on.save("Save, I did it", /You did it/);
}
