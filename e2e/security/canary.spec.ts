import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { plainName } from "@/lib/field-name";
import { numbered, paths } from "@/lib/paths";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { expect, test } from "../fixtures";
import { openGateOf } from "../open-gate";
import { nobody } from "../people";
import { servedActions } from "./actions";
import { portal } from "./attack";
import { type Reader, readers } from "./canaries";
import { mintSession, sessionCookie } from "./minted-session";
import { routes } from "./routes";

test.setTimeout(480_000);

/** What was written into which field, by whom. */
type Canary = { field: string; words: string; clientId: string };

const day = 86_400_000;

/** Somebody signed in who runs no script: every step of a guide stands on its page, and every form is sent by the browser alone. */
async function visitor(
  browser: Browser,
  pool: pg.Pool,
  url: string,
  who: { practiceId: string; accountId: string },
  kind: "staff" | "client",
) {
  const { token } = await mintSession(pool, who.practiceId, who.accountId, kind);
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: nobody, baseURL: url });
  await context.addCookies([{ name: sessionCookie, value: token, url }]);
  return context.newPage();
}

/** Everything that takes words, of whichever kind a browser knows: a field of a new kind is walked too. */
const wordFields = `textarea, input:not(${["radio", "checkbox", "hidden", "submit", "button", "range", "file"]
  .map((type) => `[type=${type}]`)
  .join(", ")})`;

/** Writes into every field of the forms at `place`, sends each form, and says what was written where. */
async function writeAt(
  page: Page,
  place: string,
  person: ClientActor,
  actions: ReadonlyMap<string, string>,
): Promise<Canary[]> {
  const written: Canary[] = [];
  await page.goto(place);
  const count = await page.locator("form").count();
  for (let at = 0; at < count; at += 1) {
    await page.goto(place);
    const form = page.locator("form").nth(at);
    const sentTo = await form.evaluate((one: HTMLFormElement) => {
      const [, value] = [...new FormData(one)].find(([name]) => /^\$ACTION_\d+:0$/.test(name)) ?? [];
      return typeof value === "string" ? (JSON.parse(value).id as string) : "";
    });
    const action = actions.get(sentTo)?.replace(portal, "");
    const fields = await form.evaluate(
      (one: HTMLFormElement, words) => [...one.querySelectorAll<HTMLInputElement>(words)].map(({ name }) => name),
      wordFields,
    );
    if (!action || fields.length === 0) continue;
    for (const name of fields) {
      const field = `${action} ${plainName(name)}`;
      const words = `Canary${person.clientId.slice(0, 4)}x${plainName(name)}x${written.length}`;
      await form
        .locator(`[name="${name}"]`)
        .first()
        .evaluate((one, value) => {
          (one as HTMLInputElement).value = value;
        }, words);
      written.push({ field, words, clientId: person.clientId });
    }
    // What has to be chosen: the first of each group.
    await form.evaluate((one: HTMLFormElement) => {
      const groups = new Set<string>();
      for (const radio of one.querySelectorAll<HTMLInputElement>("input[type=radio]"))
        if (!groups.has(radio.name)) {
          groups.add(radio.name);
          radio.checked = true;
        }
      for (const box of one.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) box.checked = true;
    });
    const arrived = page.waitForEvent("framenavigated");
    await form.evaluate((one: HTMLFormElement) =>
      one.requestSubmit(one.querySelector<HTMLButtonElement>("button[type=submit], button:not([type])")),
    );
    await arrived;
    await page.waitForLoadState("load");
  }
  return written;
}

const addressOf = async (pool: pg.Pool, { practiceId, accountId }: ClientActor): Promise<string> => {
  const { rows } = await pool.query<{ email: string }>("select email from account where practice_id = $1 and id = $2", [
    practiceId,
    accountId,
  ]);
  return rows[0]?.email ?? "";
};

/** Every page of the portal but a sitting, whose answers are sent one by one, and an exercise, of which each is walked. */
const ownPages = Object.keys(routes)
  .filter((route) => route.startsWith("/portal") && !/\/assessments\/|\/exercises\//.test(route))
  .map((route) => route.replace("[key]", "start-gently"))
  .map((route) => numbered(route) ?? route);

/** A session in a week, so that there is something to ask another time for. */
const bookFor = (pool: pg.Pool, { therapist }: MintedPractice, { clientId }: ClientActor, now: Date) =>
  withScope(pool, therapist, now, (scope) =>
    bookAppointment(scope, {
      ...{ id: randomUUID(), with: { kind: "client", id: clientId }, minutes: 50, place: null },
      ...{ date: new Date(now.getTime() + 7 * day).toISOString().slice(0, 10), time: "14:00" },
      // Each of the people in week 0 has one, with the same therapist.
      again: "yes",
    }),
  );

/** Planned in no week, and open in all. */
const inAnyWeek = ["learn-together"];

/** The exercises of the protocol by the first week that plans each. */
const firstWeeks = (): Map<number, string[]> => {
  const weeks = new Map<number, string[]>();
  const seen = new Set<string>();
  for (const [week, { exercises }] of builtInProtocol.weeks.entries())
    for (const exercise of [...exercises.map((one) => one.exercise), ...inAnyWeek])
      if (!seen.has(exercise)) {
        seen.add(exercise);
        weeks.set(week, [...(weeks.get(week) ?? []), exercise]);
      }
  return weeks;
};

test("every word that a client writes is read by the therapist where it is promised, and by no stranger", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const now = new Date();
  const practice: MintedPractice = await mintPractice(pool, now);
  const actions = new Map(servedActions().map(({ name, id }) => [id, name]));
  const written: Canary[] = [];
  for (const [week, planned, isOpen] of [...firstWeeks()].flatMap(([one, keys]) =>
    [true, false].map((open) => [one, keys, open] as const),
  )) {
    const startDate = new Date(now.getTime() - week * 7 * day).toISOString().slice(0, 10);
    const person = await mintClient(pool, practice, { name: `Cleo Marr${week}`, startDate, now });
    if (isOpen) await openGateOf(databaseUrl, await addressOf(pool, person));
    const page = await visitor(browser, pool, serverUrl, person, "client");
    const everywhere = week === 0 ? ownPages : [];
    if (week === 0) await bookFor(pool, practice, person, now);
    for (const place of [...everywhere, ...planned.map(paths.portal.exercise)])
      written.push(...(await writeAt(page, place, person, actions)));
    await page.context().close();
  }
  expect([...new Set(written.map(({ field }) => field))].sort()).toEqual(Object.keys(readers).sort());

  const therapist = await visitor(browser, pool, serverUrl, practice.therapist, "staff");
  const stranger = await visitor(browser, pool, serverUrl, practice.colleague, "staff");
  for (const clientId of new Set(written.map((one) => one.clientId))) {
    const pages = await readerPages(therapist, clientId);
    const closed = Object.values(await readerPages(stranger, clientId)).join("");
    for (const { field, words } of written.filter((one) => one.clientId === clientId)) {
      const reader: Reader | undefined = readers[field];
      expect(closed, field).not.toContain(words);
      for (const place of reader && "nobody" in reader ? [] : (reader ?? []))
        expect(pages[place], `${field}, read at ${place}`).toContain(words);
      if (reader && "nobody" in reader) expect(Object.values(pages).join(""), field).not.toContain(words);
    }
  }
  await therapist.context().close();
  await stranger.context().close();
  await pool.end();
});

/** The pages on which a client's words are read, as text. */
async function readerPages(page: Page, clientId: string): Promise<Record<string, string>> {
  const { words, messages, protocol, overview, sessions } = paths.client(clientId);
  const pages: Record<string, string> = {};
  for (const [name, place] of Object.entries({ words, messages, protocol, overview, sessions }))
    pages[name] = await (await page.request.get(place)).text();
  return pages;
}
