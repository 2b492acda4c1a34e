import { readFileSync } from "node:fs";
import { hashPassword } from "@/db/password";
import { mintClient } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { unzipped } from "@/db/testing/unzipped";
import { expectAccessible } from "./accessible";
import { day } from "./days-away";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";

test.setTimeout(180_000);
const password = "lantern-orbit-velvet-93";

test("one person on two records: found, looked at, merged, read from the one that stays, and taken back", async ({
  browser,
  pool,
  serverUrl,
}) => {
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  const twin = await mintClient(pool, practice, { name: "Noor Haddad", now: new Date() });
  for (const person of [client, twin]) await openGate(pool, practice, person, new Date());
  const numberOf = async (clientId: string) =>
    (await pool.query<{ n: number }>("select record_number as n from client where id = $1", [clientId])).rows[0]?.n;
  const [stays, goes] = [await numberOf(client.clientId), await numberOf(twin.clientId)];
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const { page } = alma;
  await page.goto(`/clients/${client.clientId}/record`);
  await expect(page.getByText("Another record has the name Noor Haddad.")).toBeVisible();
  await page.getByRole("link", { name: "Look whether it is the same person" }).click();
  await expect(page.getByText(/They have the same name/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: `Compare with record ${goes}` }).click();
  await expect(page.getByRole("heading", { name: `Record ${stays} stays` })).toBeVisible();
  await expect(page.getByText(/goes by the stricter of both and waits for you/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "merge-preview");
  await page.getByRole("button", { name: `Merge into record ${stays}` }).click();
  await expect(page.getByText("Write how you know that they are one person.").first()).toBeVisible();
  await page.getByLabel("How you know that they are one person").fill("One birthday, and she told me.");
  await page.getByRole("button", { name: `Merge into record ${stays}` }).click();
  await expect(page.getByRole("heading", { name: "Other records of the same person" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "merged");
  await page.goto(`/clients/${client.clientId}/overview`);
  await expect(page.getByText("Waits for your decision").first()).toBeVisible();
  await page.goto("/caseload");
  await expect(page.getByRole("link", { name: "Noor Haddad" })).toHaveCount(1);
  await page.goto(`/clients/${client.clientId}/record`);
  await page.getByRole("link", { name: `Written of record ${goes}` }).click();
  await expect(page.getByRole("link", { name: `record ${stays}` })).toBeVisible();
  await page.getByRole("link", { name: "Record", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Merged into another record" })).toBeVisible();
  await page.getByText("Take the merge back").click();
  await page.getByLabel("Why", { exact: true }).first().fill("They are sisters.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take back", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Merged into another record" })).toHaveCount(0);
  for (const one of [context, alma.context]) await one.close();
});

test("a court asks, and the person asks for all of it: each has its task, its talk and its file", async ({
  browser,
  pool,
  serverUrl,
}) => {
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  await pool.query("update account set password_hash = $2 where id = $1", [
    practice.therapist.accountId,
    await hashPassword(password),
  ]);
  const alma = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const { page } = alma;
  await page.goto(`/clients/${client.clientId}/record/take-out`);
  await page.getByText("Note a demand").click();
  await page.getByLabel("Who asks for what").fill("Family court in Leeds, number 12, asks for the record.");
  await page.getByLabel("To be answered by, if a day is named").fill(day(20));
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText(/Family court in Leeds.*Noted by Alma Keller/).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, "court-demand");
  await page.goto("/caseload");
  await expect(page.getByRole("row", { name: /Noor Haddad/ })).toContainText(/court/i);
  await page.goto(`/clients/${client.clientId}/record/take-out`);
  await page.getByText("For the court", { exact: true }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByText("The file is made and stands below, for an hour.")).toBeVisible();
  const taking = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Tables \(CSV\)/ }).click();
  const forCourt = await unzipped(readFileSync(await (await taking).path()));
  expect([...forCourt.keys()]).toEqual(["read-first.txt", "long.csv", "wide.csv", "codebook.csv"]);
  expect(forCourt.get("read-first.txt")).toMatch(/^No risk assessment; clear is no finding\./);
  await page.getByText("What became of it").click();
  await page.getByLabel("What was given to whom, or why nothing was").fill("The tables, to the clerk.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Answered", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Harm test, and the whole record" }).click();
  await expect(page.getByRole("heading", { name: "Would it harm anybody?" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make the file" })).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, "harm-test");
  await page.getByLabel("Day of the talk").fill(day(-1));
  await page.getByText("On the phone").click();
  await page.getByText("Give it, with parts left out").click();
  await page.getByLabel("Why", { exact: true }).fill("She asked alone. Her sister keeps the file.");
  await page.getByRole("button", { name: "Keep the answer" }).click();
  await expect(page.getByText(/Talk where nobody can hear first/).first()).toBeVisible();
  await page.getByText("I asked “can anybody hear you?”, and Noor said no").click();
  await page.getByRole("button", { name: "Keep the answer" }).click();
  await expect(page.getByRole("heading", { name: "Give it, with parts left out" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "harm-tested");
  await page.getByLabel("Your password").fill("not this one");
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByText("No file was made.")).toBeVisible();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make the file" }).click();
  const whole = page.waitForEvent("download");
  await page.getByRole("link", { name: /^All of it/ }).click();
  const files = await unzipped(readFileSync(await (await whole).path()));
  expect([...files.keys()]).toEqual(["read-first.txt", "record.html", "record.json"]);
  expect(files.get("record.html")).toContain("Noor Haddad");
  expect(files.get("record.html")).not.toContain("Safety questions, events and decisions");
  for (const one of [context, alma.context]) await one.close();
});
