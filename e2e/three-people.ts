import type { Browser, Page } from "@playwright/test";
import { numbered } from "@/lib/paths";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { exerciseIn, hasOwnSteps } from "@/lib/protocol/own-steps";
import { textOf } from "./awake";
import { expect } from "./fixtures";
import { mintSession, sessionCookie } from "./security/minted-session";
import type { Side } from "./security/transition/side";

/** The one sentence wherever something waits. */
export const neutral =
  /looks at the next step with you and opens it here\. There is nothing you have to do until then\./;
const twoWays = builtInProtocol.exercises.filter(hasOwnSteps);
const jointTitles = twoWays.map(({ title }) => title);
const ownTitles = twoWays.map((exercise) => exerciseIn(exercise, "own").title);

export type Read = { text: string; titles: string[] };

type Who = "mara" | "teo" | "therapist";

/** Three people with a browser each, whose sign-ins are of the moment that the practice’s clock shows. */
export async function threeOf(browser: Browser, side: Side) {
  const { practice, world } = side;
  const pages = new Map<Who, Page>();
  for (const who of ["mara", "teo", "therapist"] as const) {
    const viewport = who === "therapist" ? { width: 1440, height: 900 } : { width: 390, height: 844 };
    const context = await browser.newContext({ baseURL: world.server.url, viewport });
    pages.set(who, await context.newPage());
  }
  /** The page of one of them at an instant, freshly signed in. */
  const at = async (who: Who, now: Date, address: string): Promise<Page> => {
    const page = pages.get(who);
    if (!page) throw new Error(`Nobody is called ${who}.`);
    await world.goTo(now);
    const person = who === "therapist" ? practice.therapist : side[who];
    const kind = who === "therapist" ? "staff" : "client";
    const { token } = await mintSession(world.pool, practice.practiceId, person.accountId, kind, now);
    await page.context().addCookies([{ name: sessionCookie, value: token, url: world.server.url }]);
    await page.goto(numbered(address) ?? address);
    return page;
  };
  /** What stands on a page of each of the two, without their own names: the same for both where nothing tells them apart. */
  const both = async (now: Date, address: string): Promise<Read[]> => {
    const read: Read[] = [];
    for (const who of ["mara", "teo"] as const) {
      const page = await at(who, now, address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const main = page.locator("main");
      const text = (await textOf(page)).replaceAll(/Mara|Teo/g, "…");
      read.push({ text, titles: await main.locator("h2, li a").allTextContents() });
    }
    return read;
  };
  const close = async () => {
    for (const page of pages.values()) await page.context().close();
  };
  return { at, both, close };
}

type Three = Awaited<ReturnType<typeof threeOf>>;

/** Which way Today asks for what has two ways: both people read the same. Under Sharing one sentence stands for whatever waits. */
export async function expectSteps({ both }: Three, now: Date, way: "joint" | "own"): Promise<void> {
  // What a day brings is laid out by the worker, for one and then for the other, when the clock has come to it.
  let mara: Read | undefined;
  await expect(async () => {
    const [hers, his] = await both(now, "/portal");
    expect(his).toEqual(hers);
    mara = hers;
  }).toPass({ timeout: 30_000, intervals: [1_000] });
  const found = (titles: readonly string[]) => titles.filter((title) => mara?.titles.includes(title));
  expect(found(way === "joint" ? jointTitles : ownTitles).length, `${way}, ${now.toISOString()}`).toBeGreaterThan(0);
  expect(found(way === "joint" ? ownTitles : jointTitles)).toEqual([]);
  const [hers, his] = await both(now, "/portal/sharing");
  for (const sharing of [hers, his]) expect(neutral.test(sharing?.text ?? "")).toBe(way === "own");
}
