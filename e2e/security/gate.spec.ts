import { randomUUID } from "node:crypto";
import type { Browser, Page, Request } from "@playwright/test";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { builtInExercises } from "@/lib/exercises/built-in-exercises";
import { paths } from "@/lib/paths";
import { ownSteps } from "@/lib/protocol/own-steps";
import { expect, test } from "../fixtures";
import { nobody } from "../people";
import { answerSitting, far } from "../sittings";
import { closedStates, gateOf } from "./gate-states";
import { mintSession, sessionCookie } from "./minted-session";

test.setTimeout(120_000);

const page = paths.portal.exercise("one-real-feeling");
const draft = "There is something that I have never said";

/** What only the page with the partner has. */
const guided = [
  ...builtInExercises
    .filter(({ key }) => key === "one-real-feeling")
    .flatMap(({ title, instructions }) => [title, instructions.split(",")[1]?.trim() ?? title]),
  ...["Put it in a sentence", "Tell it, when you are ready"],
];
const ownTitle = ownSteps["one-real-feeling"].title;
/** And what the person had typed there. An action that is refused gives back what was sent, and that alone. */
const inside = [...guided, draft];

/** A document without what is new in every answer: nonces, and ids made with the page. */
const withoutTheNew = (html: string) =>
  html.replaceAll(/nonce(=|\\?":)\\?"[^"\\]*/g, "nonce").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id");

async function signedIn(browser: Browser, url: string, token: string): Promise<Page> {
  const context = await browser.newContext({ storageState: nobody, baseURL: url });
  await context.addCookies([{ name: sessionCookie, value: token, url }]);
  return context.newPage();
}

type Captured = { name: string; at: string; headers: Record<string, string>; body: Buffer; id: string };

/** Does something on the open page and keeps what it would have sent; nothing of it arrives. */
async function capture(phone: Page, name: string, act: () => Promise<void>, at = page): Promise<Captured> {
  const sent = new Promise<Request>((resolve) => {
    void phone.route(`**${at}`, async (route, request) => {
      if (request.method() !== "POST") return route.continue();
      resolve(request);
      await route.abort();
    });
  });
  await act();
  const request = await sent;
  const body = request.postDataBuffer() ?? Buffer.alloc(0);
  await phone.unroute(`**${at}`);
  const id = /name="(?:_1_id|hand)"\r\n\r\n([0-9a-f-]{36})/.exec(body.toString("latin1"))?.[1] ?? "";
  const { "next-action": action = "", "content-type": type = "" } = await request.allHeaders();
  return { name, at, headers: { "next-action": action, "content-type": type }, body, id };
}

test("what is done with the partner is shown by no address, action or prefetch while joint steps are closed, whatever the cause", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const practice = await mintPractice(pool, new Date());
  const startDate = new Date().toISOString().slice(0, 10);
  const client = await mintClient(pool, practice, { name: "Gate Person", startDate, now: new Date() });
  const { practiceId, therapist } = practice;
  const own = await mintSession(pool, practiceId, client.accountId, "client");
  const staff = await mintSession(pool, practiceId, therapist.accountId, "staff");
  const phone = await signedIn(browser, serverUrl, own.token);
  const desk = await signedIn(browser, serverUrl, staff.token);
  const overview = `/clients/${client.clientId}/overview`;
  const gateIs = gateOf(pool, practice, client);
  await gateIs("clear");
  await phone.goto(page);
  await phone.getByRole("button", { name: "Next" }).click();
  await phone.getByLabel("The feeling, in one word").fill("hopeful");
  await phone.getByRole("button", { name: "Next" }).click();
  const told = phone.getByLabel("What you could say to your partner");
  await told.fill(draft);
  await expect(phone.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  const attacks = [await capture(phone, "a draft", () => told.fill("More of it"), "/api/drafts")];
  await told.fill(draft);
  await expect(phone.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await phone.goto(page);
  await expect(phone.getByText(draft).first()).toBeVisible();
  await phone.getByRole("button", { name: "Next" }).click();
  await phone.getByRole("radio", { name: /^Yes, I told/ }).check();
  await expect(phone.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  attacks.push(
    await capture(phone, "a record", () => phone.getByRole("button", { name: "Save", exact: true }).click()),
  );
  await phone.goto(page);
  await phone.getByText("Leave it out today").first().click();
  await phone.getByRole("radio", { name: "There was no good moment" }).check();
  attacks.push(await capture(phone, "a skip", () => phone.getByRole("button", { name: "Leave it out today" }).click()));
  await phone.goto(page);
  await phone.getByText("Ask for another exercise").click();
  attacks.push(await capture(phone, "a swap", () => phone.getByRole("button", { name: /^Ask / }).last().click()));
  await answerSitting(phone, "How close things feel", far);
  await pool.query(
    `insert into dimension_release (practice_id, id, assessment_id, decision, decided_by, decided_at)
     select practice_id, $3, id, 'released', $2, now() from assessment
     where practice_id = $1 and submitted_at is not null limit 1`,
    [practiceId, therapist.accountId, randomUUID()],
  );
  await phone.goto("/portal/path");
  await expect(phone.getByRole("heading", { name: "Kinds of close" })).toBeVisible();
  await desk.goto(overview);
  await expect(desk.getByRole("row", { name: /Emotional/ }).first()).toBeVisible();

  const answers = new Set<string>();
  for (const state of closedStates) {
    await gateIs(state);
    const document = await (await phone.request.get(page)).text();
    expect(document, state).toContain(ownTitle);
    const ahead = { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" };
    const others = await Promise.all([
      phone.request.get(page, { headers: { RSC: "1" } }),
      phone.request.get(page, { headers: { RSC: "1", "Next-Router-Prefetch": "1" } }),
      phone.request.get(page, { headers: ahead }),
      phone.request.get("/portal"),
      phone.request.get("/portal/pause"),
      phone.request.get("/portal/learn"),
    ]);
    const texts = [document, ...(await Promise.all(others.map((response) => response.text())))];
    answers.add(withoutTheNew(`${texts[0]} and Today: ${texts[4]}`));
    for (const words of inside) for (const text of texts) expect(text, `${state}: ${words}`).not.toContain(words);
    expect(await (await phone.request.get("/portal/path")).text(), state).not.toContain("Kinds of close");
    const chart = await (await desk.request.get(overview)).text();
    expect(chart, `${state}: the clinician always sees the numbers`).toContain("Emotional");
    expect(chart, `${state}: and no word of gain`).toContain("no sign of safety");
  }
  expect(answers.size, "the same exercise page and the same Today, whatever the cause").toBe(1);

  await gateIs("clear");
  const open = withoutTheNew(await (await phone.request.get(page)).text());
  await gateIs("event");
  expect(withoutTheNew(await (await phone.request.get(page)).text()), "an event changes nothing").toBe(open);
  await phone.goto(page);
  await expect(phone.getByLabel("What you could say to your partner")).toHaveValue(draft);

  // What was done on a page that stood open is kept as what it was, and the answer shows nothing of that page.
  for (const state of ["unscreened", "stop"] as const) {
    await gateIs(state);
    for (const { name, at, headers, body, id } of attacks) {
      const data = Buffer.from(body.toString("latin1").replaceAll(id, randomUUID()), "latin1");
      const text = await (
        await phone.request.post(at, { headers: { ...headers, origin: serverUrl }, data, maxRedirects: 0 })
      ).text();
      for (const words of guided) expect(text, `${state}: ${name}`).not.toContain(words);
    }
  }
  const { rows } = await pool.query("select distinct form from exercise_attempt where practice_id = $1", [practiceId]);
  expect(rows).toEqual([{ form: "shared" }]);
  await phone.context().close();
  await desk.context().close();
  await pool.end();
});
