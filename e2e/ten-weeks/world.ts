import type { Browser, BrowserContext, Page } from "@playwright/test";
import { Pool } from "pg";
import { addDays } from "@/lib/time/local-date";
import { localInstant } from "@/lib/time/zone";
import { expectAccessible } from "../accessible";
import { complaintsOf, expect, type Mailbox, mailboxIn } from "../fixtures";
import { accept, codeFor, nobody, setUpSecondFactor } from "../people";
import { picture } from "../picture";
import { type Letter, lettersTo } from "../post-office";
import { type PracticeServer, startPractice } from "../practice-server";

const zone = "Europe/London";

/** Somebody with a browser of their own, whose clock goes with the practice's. */
export type Someone = { page: Page; email: string; password: string; secret?: string };

/** A practice whose time the test sets, the people in it, and the day on which the ten weeks start. */
export type World = {
  server: PracticeServer;
  mailbox: Mailbox;
  /** Every letter that reached an address so far. */
  letters: (address: string) => Letter[];
  firstDay: string;
  now: () => number;
  /** Puts every clock on an hour of a day of the path; 0 is the first day. */
  goTo: (day: number, time?: string) => Promise<void>;
  /** Lets time pass in the practice and in one page, timers included. */
  pass: (page: Page, minutes: number) => Promise<void>;
  accept: (link: string, password: string) => Promise<Page>;
  /** What a person who looks sees nothing wrong with, once for each name. */
  look: (page: Page, name: string) => Promise<void>;
  close: () => Promise<void>;
};

/** The first Monday of the coming year: ahead of the machine's clock, so that no cookie is over before it is set. */
function comingMonday(): string {
  const newYear = `${new Date().getFullYear() + 1}-01-01`;
  return addDays(newYear, (8 - new Date(newYear).getUTCDay()) % 7);
}

export async function openWorld(browser: Browser): Promise<World> {
  const server = await startPractice("e2e-ten-weeks", { withClock: true });
  const outbox = new Pool({ connectionString: server.databaseUrl, max: 1 });
  const firstDay = comingMonday();
  const contexts: BrowserContext[] = [];
  const complaints: string[][] = [];
  const seen = new Set<string>();
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const goAhead = (by: number) => {
    ahead = by;
    server.setClockAhead(ahead);
  };
  const world: World = {
    server,
    mailbox: mailboxIn(server.mailDir, outbox),
    letters: (address) => lettersTo(server.mailDir, address),
    firstDay,
    now,
    goTo: async (day, time = "19:00") => {
      goAhead(localInstant(addDays(firstDay, day), time, zone).getTime() - Date.now());
      for (const context of contexts) await context.clock.setSystemTime(now());
    },
    pass: async (page, minutes) => {
      goAhead(ahead + minutes * 60_000);
      await page.clock.fastForward(minutes * 60_000);
    },
    accept: async (link, password) => {
      const { context, page } = await accept(browser, link, password, now());
      contexts.push(context);
      complaints.push(complaintsOf(page));
      return page;
    },
    look: async (page, name) => {
      if (seen.has(name)) return;
      seen.add(name);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectAccessible(page);
      await picture(page, name);
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await outbox.end();
      await server.stop();
      expect(complaints.flat()).toEqual([]);
    },
  };
  await world.goTo(0, "08:00");
  return world;
}

/** Signs in as a person would. Days have passed since the last time, and every sign-in is over by then. */
export async function signIn(world: World, { page, email, password, secret }: Someone): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  if (secret) {
    await page.waitForURL(/sign-in\/code/);
    await page.getByLabel(/code/i).first().fill(codeFor(secret, world.now()));
    await page.getByRole("button", { name: "Go on" }).click();
  }
  const home = secret ? /\/caseload$/ : /\/portal$/;
  await page.waitForURL(({ pathname }) => home.test(pathname) || pathname === "/sign-in/changed");
  if (new URL(page.url()).pathname === "/sign-in/changed")
    await page.getByRole("button", { name: "I have read this" }).click();
  await page.waitForURL(home);
}

/** The owner sets the practice up and invites the therapist, who accepts. */
export async function openPractice(
  world: World,
  browser: Browser,
  people: { owner: Omit<Someone, "page">; therapist: Omit<Someone, "page"> },
): Promise<Someone> {
  const context = await browser.newContext({ storageState: nobody, baseURL: world.server.url });
  const page = await context.newPage();
  await page.goto(`/setup?token=${world.server.setupToken}`);
  await page.getByLabel("Name of the practice").fill("Northbank Practice");
  await page.getByLabel("Your name").fill("Alma Keller");
  await page.getByLabel("Your e-mail").fill(people.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(people.owner.password);
  await page.getByRole("button", { name: "Set up your practice" }).click();
  await setUpSecondFactor(page, world.now());
  await page.goto("/settings/colleagues");
  await page.getByLabel("Name", { exact: true }).fill("Ravi Anand");
  await page.getByLabel(/e-mail/i).fill(people.therapist.email);
  await page.getByRole("button", { name: /invite/i }).click();
  const letter = await world.mailbox.waitFor(people.therapist.email);
  await context.close();
  const ravi = await world.accept(world.mailbox.linkIn(letter), people.therapist.password);
  await ravi.setViewportSize({ width: 1440, height: 900 });
  const secret = await setUpSecondFactor(ravi, world.now());
  return { ...people.therapist, page: ravi, secret };
}
