import type { Browser, BrowserContext } from "@playwright/test";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { lettersTo } from "./post-office";
import { startPractice } from "./practice-server";
import { mintSession, sessionCookie } from "./security/minted-session";
import { expectReachable } from "./small-measures";

test.setTimeout(600_000);

const seconds = (count: number) => count * 1_000;

/** The words of the only messages that there are, with when each was read: no page is asked for it. */
const kept = async (pool: pg.Pool, practiceId: string) => {
  const { rows } = await pool.query<{ read: boolean; back: boolean }>(
    `select read_at is not null as read, taken_back_at is not null as back from message
     where practice_id = $1 order by sent_at, id`,
    [practiceId],
  );
  return rows.map(({ read, back }) => (back ? "taken back" : read ? "read" : "unread"));
};

test("a message is taken back, sent, read when shown, answered from the inbox, and opened when shown", async ({
  browser,
}) => {
  const server = await startPractice("answered", { withClock: true });
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { now });
  const { practiceId, therapist } = practice;
  await pool.query("update account set name = 'Alma Keller' where practice_id = $1 and id = $2", [
    practiceId,
    therapist.accountId,
  ]);
  const opened: BrowserContext[] = [];
  const signIn = async (accountId: string, kind: "staff" | "client", javaScriptEnabled = true) => {
    const { token } = await mintSession(pool, practiceId, accountId, kind);
    const viewport = kind === "client" ? { width: 390, height: 844 } : { width: 1440, height: 900 };
    const context = await newContext(browser, server.url, { viewport, javaScriptEnabled });
    await context.addCookies([{ name: sessionCookie, value: token, url: server.url }]);
    opened.push(context);
    return context.newPage();
  };
  const state = () => kept(pool, practiceId);
  const phone = await signIn(client.accountId, "client");
  const plainPhone = await signIn(client.accountId, "client", false);
  const desk = await signIn(therapist.accountId, "staff");
  const plainDesk = await signIn(therapist.accountId, "staff", false);
  const box = phone.getByLabel("Write to Alma");

  await test.step("she takes a message back within ten seconds: nobody had it, and its words are in the box again", async () => {
    await phone.goto("/portal/messages");
    await expect(phone.getByText("Alma reads messages when working, not day and night.")).toBeVisible();
    await box.fill("Can we move Thursday?");
    await phone.getByRole("button", { name: "Send" }).click();
    await expect(phone.getByRole("button", { name: "Take it back" })).toBeVisible();
    // However long this machine takes: by the server's clock it was sent a moment ago.
    server.setClockAhead(-seconds(60));
    await phone.getByRole("button", { name: "Take it back" }).click();
    await expect(phone.getByText("Taken back. Nobody has read it.")).toBeVisible();
    await expect(box).toHaveValue("Can we move Thursday?");
    server.setClockAhead(0);
    await phone.getByRole("button", { name: "Send" }).click();
    await expect(phone.getByRole("list", { name: "Messages, oldest first" }).getByRole("listitem")).toHaveCount(1);
    await expect(box).toHaveValue("");
    await expect(phone.getByText("Taken back. Nobody has read it.")).toBeHidden();
    expect(await state()).toEqual(["taken back", "unread"]);
  });

  await test.step("without script it is taken back by a plain button, and the words are shown", async () => {
    await plainPhone.goto("/portal/messages");
    await plainPhone.getByLabel("Write to Alma").fill("And one more thing");
    await plainPhone.getByRole("button", { name: "Send" }).click();
    server.setClockAhead(-seconds(60));
    await plainPhone.getByRole("button", { name: "Take it back" }).last().click();
    await expect(plainPhone.getByText("Taken back. Nobody has read it.")).toBeVisible();
    expect(await state()).toEqual(["taken back", "unread", "taken back"]);
  });

  await test.step("until it arrives nobody else has it; then it stands in the inbox, and fetching it reads nothing", async () => {
    server.setClockAhead(0);
    await desk.goto("/inbox");
    await expect(desk.getByText("All read")).toBeVisible();
    await picture(phone, "message-held");
    server.setClockAhead(seconds(15));
    const fetched = await desk.request.get("/inbox");
    expect(await fetched.text()).toContain("Can we move Thursday?");
    await desk.request.head("/inbox");
    await desk.request.get(paths.client(client.clientId).messages);
    await plainDesk.goto("/inbox");
    await expect(plainDesk.getByText("Can we move Thursday?")).toBeVisible();
    expect(await state()).toEqual(["taken back", "unread", "taken back"]);
  });

  await test.step("a letter names nobody, and goes once for all that waits", async () => {
    const address = `${therapist.accountId}@staff.example`;
    await expect.poll(() => lettersTo(server.mailDir, address).length, { timeout: 45_000 }).toBe(1);
    const [letter] = lettersTo(server.mailDir, address);
    expect(letter?.raw).toContain(": new messages");
    expect(letter?.raw).not.toMatch(/thursday|ines|client|therap|alma/i);
  });

  await test.step("all is marked as read and undone, without script, and an undo that is late is refused in words", async () => {
    await plainDesk.goto(paths.client(client.clientId).messages);
    await plainDesk.getByRole("button", { name: "Mark all 1 as read" }).click();
    await expect(plainDesk.getByText("All marked as read.")).toBeVisible();
    expect(await state()).toEqual(["taken back", "read", "taken back"]);
    await plainDesk.getByRole("button", { name: "Undo" }).click();
    await expect(plainDesk.getByRole("button", { name: "Mark all 1 as read" })).toBeVisible();
    expect(await state()).toEqual(["taken back", "unread", "taken back"]);
  });

  await test.step("the caseload leads to it, and once its words are on the screen they are read", async () => {
    await desk.goto("/caseload");
    await desk.getByRole("link", { name: /^Read and answer / }).click();
    await expect(desk.getByText("Can we move Thursday?")).toBeVisible();
    await expect(desk.getByText("New", { exact: true })).toBeVisible();
    await expectAccessible(desk);
    await expect.poll(state).toEqual(["taken back", "read", "taken back"]);
    await picture(desk, "inbox");
    await phone.reload();
    await expect(phone.getByText(/Read by Alma/)).toHaveCount(0);
    server.setClockAhead(seconds(60));
    await phone.reload();
    await expect(phone.getByText(/Read by Alma/)).toBeVisible();
  });

  await test.step("the answer is written in place, and is opened when she opens it", async () => {
    await desk.getByLabel(/^Write to /).fill("Thursday at four, gladly.");
    await desk.getByRole("button", { name: "Send" }).click();
    await expect(desk.getByRole("button", { name: "Take it back" })).toBeVisible();
    await phone.reload();
    await expect(phone.getByText("Alma Keller")).toHaveCount(0);
    server.setClockAhead(seconds(80));
    await phone.reload();
    const answer = phone.getByRole("listitem").filter({ hasText: "Alma Keller" });
    await expect(answer.getByText("New", { exact: true })).toBeVisible();
    expect((await state()).at(-1)).toBe("unread");
    await answer.locator("summary").click();
    await expect(phone.getByText("Thursday at four, gladly.")).toBeVisible();
    await expectAccessible(phone);
    await expectReachable(phone);
    await picture(phone, "message-read");
    await expect.poll(async () => (await state()).at(-1)).toBe("read");
    await desk.goto(paths.client(client.clientId).messages);
    await expect(desk.getByText(/Opened/)).toBeVisible();
    await expectAccessible(desk);
    await picture(desk, "messages-of-a-client");
  });

  await test.step("without script she says herself that she has read what is new", async () => {
    await desk.getByLabel(/^Write to /).fill("Bring the drawing.");
    await desk.getByRole("button", { name: "Send" }).click();
    await expect(desk.getByRole("button", { name: "Take it back" })).toBeVisible();
    server.setClockAhead(seconds(100));
    await plainPhone.goto("/portal/messages");
    expect((await state()).at(-1)).toBe("unread");
    await plainPhone.getByRole("button", { name: "I have read what is new" }).click();
    await expect(plainPhone.getByRole("button", { name: "I have read what is new" })).toHaveCount(0);
    expect((await state()).at(-1)).toBe("read");
  });

  await test.step("she wants letters on the hour from now on: the next waits for it", async () => {
    await desk.goto("/account");
    await desk.getByRole("link", { name: "Choose when" }).click();
    await expectAccessible(desk);
    await picture(desk, "letters");
    await desk.getByRole("group", { name: "Messages" }).getByRole("radio", { name: "Gathered, on the hour" }).check();
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText(/^Saved\. What waits/)).toBeVisible();
    await box.fill("See you then.");
    await phone.getByRole("button", { name: "Send" }).click();
    await expect(phone.getByRole("button", { name: "Take it back" })).toBeVisible();
    const { rows } = await pool.query<{ due: Date }>(
      "select due_at as due from outbox_letter where practice_id = $1 and about_kind = 'client-message' and sent_at is null and set_aside_at is null",
      [practiceId],
    );
    expect(rows.map(({ due }) => due.getTime() % 3_600_000)).toEqual([0]);
  });

  for (const context of opened) await context.close();
  await pool.end();
  await server.stop();
});

const newContext = (
  browser: Browser,
  baseURL: string,
  options: { viewport: { width: number; height: number }; javaScriptEnabled: boolean },
) => browser.newContext({ ...options, baseURL, storageState: nobody });
