import { randomUUID } from "node:crypto";
import { keepPartnerTalk } from "@/db/commands/couples/keep-partner-talk";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { withScope } from "@/db/scope";
import { mintClient } from "@/db/testing/mint";
import { openGate, openSafetyEvent } from "@/db/testing/open-gate";
import { yesAlone } from "@/db/testing/partner-inviting";
import { expectAccessible } from "./accessible";
import { day } from "./days-away";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSession, mintSignedInClient, sessionCookie } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(180_000);

test("a separation with an open event: what each reads is looked at first, and the event stays open", async ({
  browser,
  pool,
  serverUrl,
}) => {
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  const teo = await mintClient(pool, practice, { name: "Teo Lind", now: new Date() });
  for (const person of [client, teo]) await openGate(pool, practice, person, new Date());
  const { coupleId } = await withScope(pool, practice.therapist, new Date(), (scope) =>
    linkCouple(scope, { clientId: client.clientId, partnerId: teo.clientId }),
  );
  await openSafetyEvent(pool, practice, client, new Date());
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const { page } = alma;
  await page.goto(`/clients/${client.clientId}/record`);
  await page.getByRole("link", { name: "End the link" }).click();
  await expect(page.getByText("An event about the safety of Noor is open.")).toBeVisible();
  await expect(page.getByRole("button", { name: "End it now" })).toHaveCount(0);
  await page.getByLabel("The day that you agreed with each alone").fill(day(9));
  await page.getByRole("button", { name: "Show what each reads" }).click();
  await expect(page.getByText(/Teo’s name is gone, and so are Together and Sharing/)).toBeVisible();
  await expect(page.getByText(/Noor’s name is gone, and so are Together and Sharing/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Asked about each of the two until/ })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "separation");
  await page.getByLabel("Why it ends").fill("They live apart since the summer.");
  await page.getByRole("button", { name: "End it now" }).click();
  await expect(page.getByText(/Ended by Alma Keller/)).toBeVisible();
  await page.goto(`/clients/${client.clientId}/overview`);
  await expect(page.getByRole("region", { name: "After the link" }).getByText(/4 of 4 still/)).toBeVisible();
  await expect(page.getByText(/Until .* Noor’s own pages read as in own steps/)).toBeVisible();
  await expect(page.locator("section[data-alarm]")).toBeVisible();
  expect((await page.goto(`/couples/${coupleId}/end`))?.status()).toBe(404);
  for (const one of [context, alma.context]) await one.close();
});

test("a partner who accompanies: a portal of their own, no weeks, and weeks later", async ({
  browser,
  pool,
  serverUrl,
}) => {
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const { page } = alma;
  await withScope(pool, practice.therapist, new Date(), (scope) =>
    keepPartnerTalk(scope, { ...yesAlone, id: randomUUID(), clientId: client.clientId, talkOn: day(-1) }),
  );
  await page.goto(`/clients/${client.clientId}/record`);
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "Inviting the partner" }) });
  await expect(section.getByText("a record and a portal of their own", { exact: false })).toBeVisible();
  await section.getByLabel("Partner’s name").fill("Teo Lind");
  await section.getByLabel("Partner’s e-mail").fill(`teo-${client.clientId}@accompanies.example`);
  await section.getByRole("button", { name: "Invite the partner" }).click();
  await expect(section.getByText("Choose whether they get weeks of their own.").first()).toBeVisible();
  await section.getByText("None: they accompany", { exact: true }).click();
  await expectAccessible(page);
  await picture(page, "partner-accompanies");
  await section.getByRole("button", { name: "Invite the partner" }).click();
  await expect(section.getByLabel("Invitation link for the partner")).toBeVisible();
  const { rows } = await pool.query<{ id: string; account: string }>(
    "select c.id, c.account_id as account from client c join account a on a.id = c.account_id where a.email = $1",
    [`teo-${client.clientId}@accompanies.example`],
  );
  const { id: teoId = "", account = "" } = rows[0] ?? {};
  await pool.query("update account set password_hash = 'x' where id = $1", [account]);
  const { token } = await mintSession(pool, practice.practiceId, account, "client");
  const his = await browser.newContext({
    viewport: { width: 390, height: 844 },
    baseURL: serverUrl,
    storageState: { cookies: [], origins: [] },
  });
  await his.addCookies([{ name: sessionCookie, value: token, url: serverUrl }]);
  const phone = await his.newPage();
  await phone.goto("/portal");
  await phone.getByLabel("I have read this and I agree.").check();
  await phone.getByRole("button", { name: "Agree and go on" }).click();
  await expect(phone.getByText("How connected do you feel right now?")).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "accompanies-today");
  await phone.goto("/portal/path");
  await expect(phone.getByText("No weeks of your own")).toBeVisible();
  await page.goto("/caseload");
  await expect(page.getByRole("row", { name: /Teo Lind/ })).toBeVisible();
  await page.goto(`/clients/${teoId}/protocol`);
  await expect(page.getByText("No weeks of their own")).toBeVisible();
  await page.goto(`/clients/${teoId}/record`);
  await page.getByText("Begin weeks of their own").click();
  await page.getByLabel("Why", { exact: true }).first().fill("He wants his own.");
  await page.getByRole("button", { name: "Begin a new course" }).click();
  await expect(page.getByText("Course 1, week 1 from")).toBeVisible();
  for (const one of [context, his, alma.context]) await one.close();
});
