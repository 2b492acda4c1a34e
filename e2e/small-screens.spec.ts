import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { decideSharing } from "@/db/commands/couples/decide-sharing";
import { skipExercise } from "@/db/commands/exercises/record-attempt";
import { addOwnMessage } from "@/db/commands/messages/add-own-message";
import type { ClientActor } from "@/lib/actor";
import { paths } from "@/lib/paths";
import { daysAgo, openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { mintSession, sessionCookie } from "./security/minted-session";
import { troubles } from "./small-measures";

test.setTimeout(240_000);

type InPractice = Awaited<ReturnType<typeof openPractice>>;
type Visit = { name: string; at: string; place?: string };

/** A small phone with text twice its size, phones on their side, a keyboard over half of one, and a desk at 400 %. */
const screens = [
  { name: "320 with text twice its size", width: 320, height: 568, text: "200%" },
  { name: "a phone on its side", width: 640, height: 360, text: "" },
  { name: "a large phone on its side", width: 932, height: 430, text: "" },
  { name: "a phone under its keyboard", width: 390, height: 430, text: "" },
  { name: "a desk at 400 %", width: 320, height: 256, text: "" },
] as const;

/** Words that no line wants to hold. */
const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";

/** Everything there is to see in the portal: a link, a message, a session, something decided, something left out. */
async function live({ owner, as, sit }: InPractice, person: ClientActor, coupleId: string): Promise<void> {
  await sit(person, { emotional: [36, 76], social: [48, 56] });
  await as(person, (scope) => addOwnMessage(scope, { id: randomUUID(), body: `About Thursday. ${long}` }));
  await as(person, (scope) =>
    skipExercise(scope, { id: randomUUID(), key: "one-real-feeling", form: "shared", reason: "other", note: long }),
  );
  await as(
    person,
    (scope) => decideSharing(scope, { coupleId, decision: "shared", "items[]": ["emotional", "connection-weeks"] }),
    daysAgo(1),
  );
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await as(owner, (scope) =>
    bookAppointment(scope, {
      ...{ id: randomUUID(), with: { kind: "client", id: person.clientId }, minutes: 50, place: null },
      ...{ date: inAWeek, time: "14:00", again: "yes" },
    }),
  );
}

async function phoneOf(browser: Browser, practice: InPractice, url: string, { practiceId, accountId }: ClientActor) {
  const { token } = await mintSession(practice.pool, practiceId, accountId, "client");
  const context = await browser.newContext({ storageState: nobody, baseURL: url });
  await context.addCookies([{ name: sessionCookie, value: token, url }]);
  return context.newPage();
}

/** One of each questionnaire that waits: a statement at a time, a page, and the safety check. */
async function sittingsOf({ pool }: InPractice, { practiceId, clientId }: ClientActor): Promise<Visit[]> {
  const { rows } = await pool.query<{ id: string; key: string }>(
    `select distinct on (v.key) a.id, v.key from assessment a
       join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
      where a.practice_id = $1 and a.client_id = $2 and a.submitted_at is null order by v.key, a.due_on`,
    [practiceId, clientId],
  );
  return rows.map(({ id, key }) => ({ name: key, at: paths.portal.assessment(id) }));
}

const exercise = "one-real-feeling";
const pages: readonly Visit[] = [
  { name: "Today", at: "/portal", place: "Today" },
  { name: "my path", at: "/portal/path", place: "My path" },
  { name: "an exercise", at: paths.portal.exercise(exercise), place: "Today" },
  { name: "a timer", at: paths.portal.exercise("ten-minute-cuddle"), place: "Today" },
  { name: "saved", at: paths.portal.exerciseSaved(exercise), place: "Today" },
  { name: "a pause", at: paths.portal.pause, place: "Today" },
  { name: "sessions", at: paths.portal.sessions, place: "Today" },
  { name: "what was answered", at: "/portal/assessments", place: "My path" },
  { name: "a distance move", at: paths.portal.distanceMove, place: "My path" },
  { name: "own words", at: paths.portal.ownWords, place: "My path" },
  { name: "documents", at: paths.portal.documents, place: "My path" },
  { name: "sharing", at: paths.portal.sharing, place: "My path" },
  { name: "what is shared", at: paths.portal.sharePreview, place: "My path" },
  { name: "together", at: paths.portal.together, place: "My path" },
  { name: "readings", at: "/portal/learn", place: "Learn" },
  { name: "a reading", at: paths.portal.reading("start-gently"), place: "Learn" },
  { name: "messages", at: "/portal/messages", place: "Messages" },
  { name: "account, devices, reminders", at: "/portal/account", place: "Account" },
  { name: "own data", at: paths.portal.ownData, place: "Account" },
  { name: "numbers to call", at: paths.portal.contacts },
  { name: "without a network", at: "/portal/offline" },
];
const doors: readonly Visit[] = [
  ...["/sign-in", "/sign-in/link", "/sign-in/with-a-code", "/forgotten-password"],
  ...["/invitation/none", "/reset-password/none", "/sign-in/link/none"],
].map((at) => ({ name: at, at }));

/** One page that fails does not hide the others. */
const softly = expect.configure({ soft: true });

/** Opens a page and measures it on every screen. */
async function measure(page: Page, { name, at, place }: Visit, kind: "portal" | "door"): Promise<void> {
  await page.goto(at, { waitUntil: "networkidle" });
  if (place) expect(await page.locator("nav [aria-current]").allTextContents(), name).toEqual([place]);
  for (const { name: screen, width, height, text } of screens) {
    await page.setViewportSize({ width, height });
    await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), text);
    // A door is the practice's too: at the width of a desk it is made for a mouse.
    const least = kind === "door" && width >= 900 ? 22 : 44;
    await softly.poll(() => troubles(page, least), { message: `${name}, ${screen}`, timeout: 2_000 }).toEqual([]);
    if (kind === "door") continue;
    const leave = (await page.getByRole("button", { name: "Leave quickly" }).boundingBox()) ?? { y: Number.NaN };
    softly(leave.y, `Leave quickly on ${name}, ${screen}`).toBeLessThan(height / 3);
    const safe = page.locator("[data-dock] summary", { hasText: "I don’t feel safe" });
    if (height >= 480 || width >= 900 || (await safe.count()) === 0) continue;
    await safe.click({ trial: true });
    const { y } = (await safe.boundingBox()) ?? { y: Number.NaN };
    softly(y, `I don’t feel safe on ${name}, ${screen}`).toBeLessThan(60);
  }
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
}

test("on low, small and enlarged screens everything can be reached, and one slim row stays", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const names = ["Maximiliane-Charlotte Oberhuber", "Bartholomäus Oberhuber"] as const;
  const { coupleId, first, second } = await practice.enrolCouple([...names], "small-screens.example");
  await practice.agree(first.actor, daysAgo(2));
  await live(practice, first.actor, coupleId);
  const page = await phoneOf(browser, practice, serverUrl, first.actor);
  for (const visit of [...pages, ...(await sittingsOf(practice, first.actor))]) {
    await test.step(visit.name, () => measure(page, visit, "portal"));
    await page.setViewportSize({ width: 844, height: 390 });
    await picture(page, `small-screens-${visit.name}`);
  }
  // Who has not agreed yet sees this and nothing else.
  const before = await phoneOf(browser, practice, serverUrl, second.actor);
  await measure(before, { name: "what is agreed to", at: "/portal/consent" }, "portal");
  const outside = await browser.newContext({ storageState: nobody, baseURL: serverUrl });
  const door = await outside.newPage();
  for (const visit of doors) await test.step(visit.name, () => measure(door, visit, "door"));
  for (const context of [page.context(), before.context(), outside]) await context.close();
  await practice.close();
});
