import pg from "pg";
import { hashPassword } from "@/db/password";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody } from "./people";
import { picture } from "./picture";
import { lettersTo } from "./post-office";

test.setTimeout(120_000);

const password = "otter candle viaduct plum";
const answered = /If there is an account with this address and letters may go to it, a link is on its way\./;

test("whoever the door keeps waiting comes in by a letter, without script, and reads of it on the other device", async ({
  browser,
  serverUrl,
  databaseUrl,
  mailDir,
  mailbox,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const { accountId } = await mintClient(pool, practice, { name: "Noor Haddad", now });
  const { rows } = await pool.query<{ email: string }>(
    "update account set password_hash = $2 where id = $1 returning email",
    [accountId, await hashPassword(password)],
  );
  const email = rows[0]?.email ?? "";
  const tablet = await browser.newContext({ storageState: nobody, baseURL: serverUrl });
  const home = await tablet.newPage();
  const signIn = async (typed: string) => {
    await home.goto("/sign-in");
    await home.getByLabel("E-mail").fill(email);
    await home.getByLabel("Password", { exact: true }).fill(typed);
    await home.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn(password);
  await expect(home).toHaveURL(/\/portal/);
  await home.goto("/portal/account");
  await home.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(home).toHaveURL(/sign-in/);

  const plain = await browser.newContext({
    storageState: nobody,
    baseURL: serverUrl,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const phone = await plain.newPage();
  const waits = phone.getByText(/There were several tries\. .* “Send me a link” below/);
  for (let round = 0; round < 15 && !(await waits.isVisible()); round += 1) {
    await phone.goto("/sign-in");
    await phone.getByLabel("E-mail").fill(email);
    await phone.getByLabel("Password", { exact: true }).fill("not this one at all");
    await phone.getByRole("button", { name: "Sign in" }).click();
    await expect(phone.getByRole("alert").or(phone.locator("[aria-live], .notice")).first()).toBeVisible();
  }
  await expect(waits).toBeVisible();
  await picture(phone, "sign-in-wait");
  const ask = async (address: string) => {
    await phone.goto("/sign-in");
    await phone.getByRole("link", { name: "Send me a link" }).click();
    await phone.getByLabel("E-mail").fill(address);
    await phone.getByRole("button", { name: "Send me a link" }).click();
    await expect(phone.getByText(answered)).toBeVisible();
  };
  await ask("nobody-at-all@home.example");
  await ask(email);
  await picture(phone, "sign-in-link-asked");
  const letter = await mailbox.about(email, "sign-in-link");
  expect(letter.raw).toContain("one hour");
  expect(letter.raw.replaceAll(/\S+@\S+/g, "")).not.toMatch(/noor|haddad|practice\b|therap|client\b/i);
  expect(lettersTo(mailDir, "nobody-at-all@home.example")).toEqual([]);

  const link = mailbox.linkIn(letter);
  for (let look = 0; look < 3; look += 1) expect((await fetch(link)).status).toBe(200);
  await phone.goto(link);
  await expect(phone.getByText(email)).toBeVisible();
  await picture(phone, "sign-in-link");
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone).toHaveURL(/\/portal/);
  const again = await plain.newPage();
  await again.goto(link);
  await expect(again.getByRole("heading", { name: "This link no longer works" })).toBeVisible();

  await signIn(password);
  await expect(home.getByRole("heading", { name: "Your sign-in changed" })).toBeVisible();
  await expect(
    home.getByText(/There was a sign-in from a browser that had not signed in before: .+ on .+\./),
  ).toBeVisible();
  await expectAccessible(home);
  await picture(home, "sign-in-changed");
  await home.getByRole("button", { name: "I have read this" }).click();
  await expect(home).toHaveURL(/\/portal/);
  for (const context of [tablet, plain]) await context.close();
  await pool.end();
});
