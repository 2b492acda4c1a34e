import { readFileSync } from "node:fs";
import pg from "pg";
import { connectionCheck } from "@/db/schema/connection";
import { withScope } from "@/db/scope";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(120_000);

test("a report: prepared, looked at as the very PDF, signed, in the portal, and taken back", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { context, practice, client: actor } = await mintSignedInClient(pool, browser, serverUrl);
  // Who was minted came in without a password, and would count as invited.
  await pool.query("update account set password_hash = 'x' where id = $1", [actor.accountId]);
  const now = new Date();
  await withScope(pool, practice.system, now, ({ tx }) =>
    tx.insert(connectionCheck).values({
      ...{ practiceId: practice.practiceId, id: crypto.randomUUID(), clientId: actor.clientId, score: 6 },
      ...{ localDate: now.toISOString().slice(0, 10), recordedAt: now },
    }),
  );
  const desk = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Öztürk");
  const { page } = desk;
  await page.goto(`/clients/${actor.clientId}/record`);
  await page.getByRole("link", { name: "Reports", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Prepare a report" })).toBeVisible();
  for (const part of ["Five dimensions, now and wished", "Gap over time", "Assessments"])
    await page.getByLabel(part).uncheck();
  const words = "We begin with small steps, and with Jürgen’s patience.";
  await page.getByLabel("In your own words").fill(words);
  await expect(page.getByText(/^Kept .*, not sent yet$/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "report-prepare");
  await page.getByRole("button", { name: "Prepare", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Sign", exact: true })).toBeVisible();
  await expect(page.getByText("For a screen reader, use the page itself")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "report-preview");

  const pdfAt = (await page.getByRole("link", { name: "Open the preview" }).getAttribute("href")) ?? "";
  const fetched = async () => {
    const answer = await page.request.get(pdfAt);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      "content-type": "application/pdf",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(answer.headers()["cache-control"]).toContain("no-store");
    return { body: await answer.body(), named: answer.headers()["content-disposition"] };
  };
  expect((await fetched()).named).toContain('inline; filename="Preview-Progress-report.pdf"');
  await page.getByRole("button", { name: "Sign and keep" }).click();
  await expect(page.getByRole("link", { name: "Open the signed report" })).toBeVisible();
  const signed = await fetched();
  expect((await fetched()).body.equals(signed.body)).toBe(true);
  await page.getByRole("button", { name: "Send through the portal" }).click();
  await expect(page.getByRole("button", { name: "Take it back" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "report-sent");

  const phone = await context.newPage();
  await phone.goto("/portal");
  await expect(phone.getByRole("heading", { name: /^Alma put something here for you/ })).toBeVisible();
  await phone.getByRole("link", { name: "Go there" }).click();
  await phone.waitForURL(/\/portal\/10$/);
  await expect(phone.getByText("It stays there when you leave this page")).toBeVisible();
  await expectAccessible(phone);
  await picture(phone, "documents");
  const file = phone.waitForEvent("download");
  await phone.getByRole("link", { name: "Save the file" }).click();
  const saved = await file;
  expect(saved.suggestedFilename()).toMatch(/^Document \d{4}-\d\d-\d\d\.pdf$/);
  expect(readFileSync((await saved.path()) ?? "").equals(signed.body)).toBe(true);
  const address = await phone.getByRole("link", { name: "Save the file" }).getAttribute("href");

  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("button", { name: "Send through the portal" })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("Nothing here yet")).toBeVisible();
  expect((await phone.request.get(address ?? "")).status()).toBe(404);
  for (const one of [context, desk.context]) await one.close();
  await pool.end();
});
