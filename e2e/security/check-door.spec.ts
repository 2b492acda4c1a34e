import type { APIRequestContext } from "@playwright/test";
import { Pool } from "pg";
import { safetyAndSteadiness } from "@/lib/instruments/safety-and-steadiness";
import { safetySince } from "@/lib/instruments/safety-since";
import { wordsBeforeCheck } from "@/lib/safety/check-words";
import { expect, test } from "../fixtures";
import { mintSignedInClient, type SignedInClient } from "./minted-session";

test.setTimeout(120_000);

/** Everything that stands behind the door, as a page would hold it: the questions, their answers, what is said before them. */
const secrets = [safetyAndSteadiness, safetySince].flatMap(({ items, optionSets = {} }) => [
  ...items.filter(({ id }) => id !== "private").flatMap(({ text, section }) => [text, section]),
  ...Object.values(optionSets).flatMap((options) => options.map(({ label }) => label)),
]);
const behindTheDoor = [...new Set([...secrets, ...wordsBeforeCheck("Alma").map((words) => words.slice(-60))])].filter(
  (words) => words && words.length > 12,
) as string[];

/** Of the numbers, only the page of the check is bare: Today shows them to everybody, for "I don't feel safe". */
const turning = ["Where to turn", "When somebody frightens, hurts or controls you", "In danger now?"];

const found = (text: string, words: readonly string[]) => {
  const plain = text.replaceAll("&#x27;", "'").replaceAll("\\u0026", "&").replaceAll('\\"', '"');
  return words.filter((one) => plain.includes(one));
};

/** The card of safety questions of a minted client. */
async function checkOf(pool: Pool, { practice: { practiceId }, client: { clientId } }: SignedInClient) {
  const { rows } = await pool.query<{ id: string }>(
    `select a.id from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
     where a.practice_id = $1 and a.client_id = $2 and v.definition ->> 'sensitivity' = 'safety'`,
    [practiceId, clientId],
  );
  return `/portal/assessments/${rows[0]?.id}`;
}

/** A page in every form in which a browser fetches it, and the scripts that it names. */
async function payloads(phone: APIRequestContext, path: string) {
  const ways: Record<string, Record<string, string>> = {
    document: {},
    navigation: { rsc: "1" },
    prefetch: { rsc: "1", "next-router-prefetch": "1" },
    "prefetch of a segment": { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  };
  const bodies: Record<string, string> = {};
  for (const [way, headers] of Object.entries(ways)) {
    const answer = await phone.get(path, { headers });
    expect(answer.status(), `${path} as ${way}`).toBeLessThan(400);
    bodies[`${path} as ${way}`] = await answer.text();
  }
  return bodies;
}

async function scriptsOf(phone: APIRequestContext, bodies: Record<string, string>) {
  const names = new Set(
    Object.values(bodies).flatMap((body) => body.match(/static\/chunks\/[\w./()[\]%~-]+\.js/g) ?? []),
  );
  const scripts: Record<string, string> = {};
  for (const name of names) scripts[name] = await (await phone.get(`/_next/${name}`)).text();
  return scripts;
}

test("before somebody says that they are alone, nothing of the questions is in any payload or script", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const check = await checkOf(pool, person);
  const phone = person.context.request;
  const page = await person.context.newPage();

  const door = await payloads(phone, check);
  const others = { ...(await payloads(phone, "/portal")), ...(await payloads(phone, "/portal/assessments")) };
  const scripts = await scriptsOf(phone, { ...door, ...others });
  expect(behindTheDoor.length).toBeGreaterThan(30);
  expect(Object.keys(scripts).length).toBeGreaterThan(10);
  expect(door[`${check} as document`]).toContain("Are you somewhere private");
  for (const [where, body] of Object.entries({ ...door, ...others, ...scripts }))
    expect(found(body, behindTheDoor), where).toEqual([]);
  for (const [where, body] of Object.entries(door)) expect(found(body, turning), where).toEqual([]);

  const heard: string[] = [];
  page.on("response", async (answer) => {
    if (answer.url().startsWith(serverUrl) && answer.request().resourceType() !== "image")
      heard.push(await answer.text().catch(() => ""));
  });
  await page.goto("/portal");
  await page.getByRole("link", { name: "Start: A few questions" }).hover();
  await page.getByRole("link", { name: "Start: A few questions" }).click();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Then leave it for now");
  await page.waitForLoadState("networkidle");
  expect(heard.length).toBeGreaterThan(5);
  expect(heard.flatMap((body) => found(body, behindTheDoor))).toEqual([]);
  await person.context.close();
  await pool.end();
});

test("once the door is open the questions need no network, and leaving leads back to the door", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const check = await checkOf(pool, person);
  const page = await person.context.newPage();
  const title = page.getByRole("heading", { level: 1 });
  await page.goto(check);
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(title).toHaveText(/afraid of what my partner might do/);
  await person.context.setOffline(true);
  await page.getByRole("button", { name: "Never" }).click();
  await expect(title).toHaveText(/watched what I say or do/);
  await expect(page.getByText("There is no connection. Keep this page open")).toBeVisible();
  await expect(page.getByRole("link", { name: /Call 999/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Leave this out" }).click();
  await expect(title).toHaveText(/mocked me/);
  await person.context.setOffline(false);
  const kept = () =>
    pool.query("select item_id from check_answer where practice_id = $1 order by number", [person.practice.practiceId]);
  await expect
    .poll(async () => (await kept()).rows.map((row) => row.item_id), { timeout: 30_000 })
    .toEqual(["fear", "on-guard"]);
  await page.goto("/portal");
  await page.goBack();
  await expect(title).toHaveText(/Are you somewhere private/);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/partner|fear/);
  await person.context.close();
  await pool.end();
});

test("without script the check goes one page at a time, from the door to the end", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const person = await mintSignedInClient(pool, browser, serverUrl, { javaScriptEnabled: false });
  const check = await checkOf(pool, person);
  const page = await person.context.newPage();
  const title = page.getByRole("heading", { level: 1 });
  const tap = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.goto(check);
  await tap("No");
  await expect(title).toHaveText("Then leave it for now");
  expect(found(await page.content(), behindTheDoor)).toEqual([]);
  await page.goto(check);
  await tap("Yes");
  await expect(page.getByText("change nobody’s pages by themselves")).toBeVisible();
  await tap("Go on");
  await expect(title).toHaveText(/afraid of what my partner might do/);
  await expect(page.getByRole("link", { name: /Call 999/ }).first()).toBeVisible();
  await expect(page.locator("main")).not.toContainText("mocked me");
  await tap("Rarely");
  await expect(title).toHaveText(/watched what I say or do/);
  await tap("Back");
  await expect(title).toHaveText(/afraid of what my partner might do/);
  await tap("Never");
  await expect(title).toHaveText(/watched what I say or do/);
  while (!(await page.getByRole("textbox").isVisible())) {
    const question = (await title.textContent()) ?? "";
    await tap("Leave this out");
    await expect(title).not.toHaveText(question);
  }
  await page.getByRole("textbox").fill("He reads this phone.");
  await tap("Next");
  await expect(title).toHaveText("That was the last one");
  await tap("Send");
  await expect(title).toHaveText("Thank you");
  const { rows } = await pool.query(
    `select s.sent_at is not null as sent, count(a.id)::int as answers, count(*) filter (where a.is_words)::int as words
     from check_sitting s left join check_answer a on a.practice_id = s.practice_id and a.sitting_id = s.id
     where s.practice_id = $1 group by s.id, s.sent_at, s.was_private order by s.was_private`,
    [person.practice.practiceId],
  );
  expect(rows).toEqual([
    { sent: false, answers: 0, words: 0 },
    { sent: true, answers: 21, words: 1 },
  ]);
  await page.goto(check);
  await expect(title).toHaveText(/Are you somewhere private/);
  await person.context.close();
  await pool.end();
});
