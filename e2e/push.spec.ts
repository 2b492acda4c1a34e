import { readFileSync } from "node:fs";
import path from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import pg from "pg";
import { hashPassword } from "@/db/password";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { pushService } from "@/db/testing/push-service";
import { paths } from "@/lib/paths";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { startPractice } from "./practice-server";
import { mintSession, sessionCookie } from "./security/minted-session";
import { expectReachable } from "./small-measures";

test.setTimeout(600_000);

const password = "otter candle viaduct plum";
const dataDir = path.resolve(import.meta.dirname, "..", ".test", "push");
const serverKey = (): string => JSON.parse(readFileSync(path.join(dataDir, "push-keys.json"), "utf8")).publicKey;

type Handed = { address: string; publicKey: string; secret: string };

/** No browser of a test reaches a service for notes: what one would hand out comes from the stand-in. */
const handOut = ({ address, publicKey, secret }: Handed) => {
  const bytes = (text: string) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0)).buffer;
  PushManager.prototype.subscribe = async () =>
    ({
      endpoint: address,
      getKey: (name: string) => bytes(name === "auth" ? secret : publicKey),
      unsubscribe: async () => true,
    }) as unknown as PushSubscription;
};

/** The browser's own half: its worker is handed what the service would hand it. */
async function deliver(tools: CDPSession, origin: string, data: string): Promise<void> {
  const registrationId = await new Promise<string>((resolve) => {
    tools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [one] = registrations.filter(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
      if (one) resolve(one.registrationId);
    });
    void tools.send("ServiceWorker.enable");
  });
  await tools.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const [worker] = await navigator.serviceWorker.getRegistrations();
    return ((await worker?.getNotifications()) ?? []).map(({ title, body, tag }) => ({ title, body, tag }));
  });

test("a note on a phone: turned on with the password, sent with one word, shown, and off with signing out", async ({
  browser,
}) => {
  const service = await pushService(serverKey);
  const server = await startPractice("push", { pushOrigin: service.origin });
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 1 });
  try {
    const now = new Date();
    const practice = await mintPractice(pool, now);
    const client = await mintClient(pool, practice, { name: "Noor Haddad", now });
    const hash = await hashPassword(password);
    const { rows } = await pool.query<{ email: string }>(
      "update account set password_hash = $2 where id = $1 returning email",
      [client.accountId, hash],
    );
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ storageState: nobody, viewport, baseURL: server.url });
    await context.grantPermissions(["notifications"], { origin: server.url });
    await context.addInitScript(handOut, service.browser());
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(rows[0]?.email ?? "");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(/\/portal/);

    await page.goto("/portal/account");
    await page.getByText("Turn notes on here").click();
    await expect(page.getByText("Whoever sees this screen sees that a note came from Nearer")).toBeVisible();
    await expectAccessible(page);
    await expectReachable(page);
    await picture(page, "account-notes");
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Turn notes on" }) });
    await form.getByLabel("Your password").fill("not this one at all");
    await form.getByRole("button", { name: "Turn notes on" }).click();
    await expect(form.getByText("That is not your current password.")).toBeVisible();
    await form.getByLabel("Your password").fill(password);
    await form.getByRole("button", { name: "Turn notes on" }).click();
    await expect(page.getByText(/On since: Today/)).toBeVisible();

    const { token } = await mintSession(pool, practice.practiceId, practice.therapist.accountId, "staff");
    const office = await browser.newContext({ storageState: nobody, baseURL: server.url });
    await office.addCookies([{ name: sessionCookie, value: token, url: server.url }]);
    const desk = await office.newPage();
    await desk.goto(paths.client(client.clientId).messages);
    await desk.getByRole("textbox").first().fill("See you on Thursday at four.");
    await desk.getByRole("button", { name: /^Send/ }).first().click();
    await expect.poll(() => service.arrived.length, { timeout: 60_000 }).toBe(1);
    const [note] = service.arrived;
    expect(note).toMatchObject({ text: "Nearer", audience: service.origin });
    expect(service.faults).toEqual([]);

    await deliver(await context.newCDPSession(page), `${server.url}/`, note?.text ?? "");
    await expect.poll(() => shown(page)).toEqual([{ title: "Nearer", body: "", tag: "nearer" }]);

    await page.getByRole("button", { name: "Sign out", exact: true }).last().click();
    await expect(page).toHaveURL(/sign-in/);
    const ended = await pool.query("select ended_for from push_subscription where account_id = $1", [client.accountId]);
    expect(ended.rows).toEqual([{ ended_for: "left" }]);
    await office.close();
    await context.close();
  } finally {
    await pool.end();
    await server.stop();
    await service.close();
  }
});
