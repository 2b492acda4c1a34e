import { type Browser, type BrowserContext, type CDPSession, type Page, request } from "@playwright/test";
import pg from "pg";
import { hashPassword } from "@/db/password";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody, setUpSecondFactor } from "./people";
import { picture } from "./picture";
import { expectReachable } from "./small-measures";

test.setTimeout(180_000);

const password = "otter candle viaduct plum";
const enter = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" });

/** A phone of its own, with a lock that opens by itself. Passkeys belong to a name, so that it comes by `localhost`. */
async function phoneWithLock(browser: Browser, serverUrl: string) {
  const baseURL = serverUrl.replace("127.0.0.1", "localhost");
  const context = await browser.newContext({ storageState: nobody, baseURL, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const lock = await context.newCDPSession(page);
  await lock.send("WebAuthn.enable");
  return { context, page, lock, authenticatorId: await addLock(lock) };
}

async function addLock(lock: CDPSession): Promise<string> {
  const { authenticatorId } = await lock.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return authenticatorId;
}

async function signIn(page: Page, email: string) {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(enter(page)).toHaveCount(0);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function addPasskey(page: Page) {
  await page.getByText("Add a passkey here").click();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Add a passkey" }) });
  await form.getByLabel("Your password").fill("not this one at all");
  await form.getByRole("button", { name: "Add a passkey" }).click();
  await expect(form.getByText("That is not your current password.")).toBeVisible();
  await form.getByLabel("Your password").fill(password);
  await form.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Not used yet.")).toBeVisible();
}

const signOut = async (page: Page) => {
  await page.getByRole("button", { name: "Sign out", exact: true }).last().click();
  await expect(page).toHaveURL(/sign-in/);
};

async function readNews(page: Page) {
  await expect(page.getByText("A passkey was added: whoever can unlock that device can open Nearer.")).toBeVisible();
  await page.getByRole("button", { name: "I have read this" }).click();
}

/** What was sent to sign in with, to be sent again. */
async function sentBy(context: BrowserContext, page: Page, run: () => Promise<void>) {
  const sent: { url: string; headers: Record<string, string>; data: Buffer }[] = [];
  page.on("request", (one) => {
    const data = one.postDataBuffer();
    if (one.method() === "POST" && data?.includes("authenticatorData"))
      sent.push({ url: one.url(), headers: one.headers(), data });
  });
  await run();
  const [first] = sent;
  if (!first) throw new Error(`Nothing was sent: ${context.pages().length}`);
  return first;
}

test("a client and a colleague sign in with a passkey that each added, and nobody else does", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { name: "Noor Haddad", now });
  const emailOf = async (accountId: string): Promise<string> => {
    const { rows } = await pool.query<{ email: string }>(
      "update account set password_hash = $2 where id = $1 returning email",
      [accountId, await hashPassword(password)],
    );
    return rows[0]?.email ?? "";
  };

  const { context, page, lock, authenticatorId } = await phoneWithLock(browser, serverUrl);
  await signIn(page, await emailOf(client.accountId));
  await expect(page).toHaveURL(/\/portal/);
  await page.goto("/portal/account");
  await page.getByText("Add a passkey here").click();
  await expect(page.getByText("Whoever can unlock this device can open Nearer")).toBeVisible();
  await expectAccessible(page);
  await expectReachable(page);
  await picture(page, "account-passkeys");
  await page.getByText("Add a passkey here").click();
  await addPasskey(page);
  await signOut(page);
  await page.goto("/sign-in");
  await expect(enter(page)).toBeVisible();
  await expectReachable(page);
  await picture(page, "sign-in-passkey");
  const { url, headers, data } = await sentBy(context, page, async () => {
    await enter(page).click();
    await readNews(page);
    await expect(page).toHaveURL(/\/portal/);
  });

  // The same answer again opens nothing.
  const again = await request.newContext({ storageState: nobody });
  const origin = new URL(url).origin;
  const answer = await again.post(url, { headers: { ...headers, origin }, data, maxRedirects: 0 });
  expect(await answer.text()).toContain("That passkey does not open Nearer.");
  expect((await again.storageState()).cookies.map(({ name }) => name)).not.toContain("nearer-session");
  await again.dispose();

  // A key that names another account is refused, and so is one that was taken away while the door stood open.
  await page.goto("/portal/account");
  await expect(page.getByText(/^Added: .* Last used: Today/)).toBeVisible();
  await signOut(page);
  await page.goto("/sign-in");
  const { credentials } = await lock.send("WebAuthn.getCredentials", { authenticatorId });
  const [own] = credentials;
  if (!own) throw new Error("The phone kept no passkey.");
  await lock.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  const other = await addLock(lock);
  const userHandle = Buffer.from(practice.therapist.accountId).toString("base64");
  const credential = { ...own, userHandle, signCount: own.signCount + 1 };
  await lock.send("WebAuthn.addCredential", { authenticatorId: other, credential });
  await enter(page).click();
  await expect(page.getByText(/That passkey does not open Nearer/)).toBeVisible();
  await lock.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: other });
  const back = await addLock(lock);
  const restored = { ...own, signCount: own.signCount + 5 };
  await lock.send("WebAuthn.addCredential", { authenticatorId: back, credential: restored });
  await page.reload();
  await expect(enter(page)).toBeVisible();
  await pool.query("update passkey set ended_at = now() where account_id = $1", [client.accountId]);
  await enter(page).click();
  await expect(page.getByText(/That passkey does not open Nearer/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(enter(page)).toHaveCount(0);
  await context.close();

  const desk = await phoneWithLock(browser, serverUrl);
  await signIn(desk.page, await emailOf(practice.therapist.accountId));
  await setUpSecondFactor(desk.page);
  await desk.page.goto("/account");
  await addPasskey(desk.page);
  await signOut(desk.page);
  await desk.page.goto("/sign-in");
  await enter(desk.page).click();
  // Password and second step together: no code is asked.
  await readNews(desk.page);
  await expect(desk.page).toHaveURL(/\/caseload/);
  await desk.page.goto("/account");
  const gone = desk.page.getByRole("button", { name: /^Take it away/ });
  await gone.click();
  await expect(gone).toHaveCount(0);
  await desk.context.close();
  await pool.end();
});
