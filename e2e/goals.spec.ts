import { readFileSync } from "node:fs";
import pg from "pg";
import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { setGoal } from "@/db/commands/goals/set-goal";
import { hashPassword } from "@/db/password";
import { connectionCheck } from "@/db/schema/connection";
import { withScope } from "@/db/scope";
import { unzipped } from "@/db/testing/unzipped";
import { bookForm } from "@/lib/appointments/appointment-forms";
import { connectionCheckForm } from "@/lib/connection/check-form";
import { setGoalForm } from "@/lib/goals/goal-forms";
import { expectAccessible } from "./accessible";
import { daysAgo, openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { ownerPassword as goodPassword } from "./people";
import { picture } from "./picture";
import { mintSignedInClient } from "./security/minted-session";
import { staffPage } from "./staff";
import { ownerIn } from "./watched-couple";

test.setTimeout(240_000);
const wish = "To say what I need before I am cross.";
const hidden = "Quarrel about the holiday.";
const shown = "Moved into the new flat.";

test("a goal and notes on the chart: written down, on the chart and the sheet, in the portal, the report and the file", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  const now = new Date();
  await withScope(pool, practice.system, now, ({ tx }) =>
    tx.insert(connectionCheck).values({
      ...{ practiceId: practice.practiceId, id: crypto.randomUUID(), clientId: client.clientId, score: 6 },
      ...{ localDate: now.toISOString().slice(0, 10), recordedAt: now },
    }),
  );
  const { context: desk, page } = await staffPage(pool, browser, serverUrl, practice.therapist, "Alma Keller");
  const goals = `/clients/${client.clientId}/goals`;

  await test.step("a goal in the client’s words, with a line and how it was agreed", async () => {
    await page.goto(`/clients/${client.clientId}/overview`);
    await page.getByRole("link", { name: "Goals, and notes on the chart" }).click();
    await expect(page.getByText("No goal is written down")).toBeVisible();
    await page.locator("summary", { hasText: "Write a goal down" }).click();
    await page.getByLabel("In Noor’s words").fill(wish);
    await page.getByLabel("A line on a chart").selectOption({ label: "Connection, 1 to 10" });
    await page.getByLabel("Where it stands").fill("70");
    await page.getByLabel("The client", { exact: true }).check();
    await page.getByLabel("In a session").check();
    await page.getByLabel("Show the words in Noor’s portal").check();
    await page.getByRole("button", { name: "Write it down" }).click();
    await expect(page.getByText(/^Write a whole number/).first()).toBeVisible();
    await page.getByLabel("Where it stands").fill("7");
    await page.getByRole("button", { name: "Write it down" }).click();
    await expect(page.getByText(/^A line on connection at 7\./)).toBeVisible();
    await page.locator("summary", { hasText: "Look at it together" }).click();
    await page.getByLabel("Go on with it").check();
    await page.getByLabel("What was said about it, if you wish").fill("Easier by phone.");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.locator("summary", { hasText: "All that became of it" }).click();
    await expect(page.getByText(/^Alma Keller went on with it, today/)).toBeVisible();
    await expect(page.getByText("Easier by phone.")).toBeVisible();
  });

  await test.step("two notes on the chart: one edited, taken off and put back", async () => {
    for (const [words, isShown] of [
      [hidden, false],
      [shown, true],
    ] as const) {
      await page.locator("summary", { hasText: "Put something on the chart" }).click();
      await page.getByLabel("What happened").last().fill(words);
      if (isShown) await page.getByLabel("Noor reads it too").last().check();
      await page.getByRole("button", { name: "Put it on the chart" }).click();
      await expect(page.getByRole("listitem").getByText(words, { exact: true }).first()).toBeVisible();
    }
    await expectAccessible(page);
    await picture(page, "goals");
    const one = page.locator("li", { hasText: hidden });
    await one.getByRole("button", { name: "Take it off" }).click();
    await page.locator("summary", { hasText: "Taken off the chart" }).click();
    await page.locator("li", { hasText: hidden }).getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByText("Taken off the chart")).toHaveCount(0);
    await page.goto(`/clients/${client.clientId}/overview?show=connection-table`);
    for (const words of [hidden, shown]) await expect(page.getByRole("cell", { name: words })).toBeVisible();
    await expect(page.getByText(/The goal line at 7 was agreed on/).first()).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Goal line" }).first()).toBeVisible();
    await page.goto(`/clients/${client.clientId}/overview?show=connection-chart`);
    // A level line has no height of its own.
    await expect(page.locator(".conn path.goal")).toBeAttached();
    await expectAccessible(page);
    await picture(page, "overview-with-goal");
  });

  await test.step("on the sheet before a session", async () => {
    await page.goto(`/sessions/new?client=${client.clientId}`);
    await page
      .getByLabel("Day", { exact: true })
      .fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
    await page.getByLabel(/^Time in/).fill("10:00");
    await page.getByRole("button", { name: "Book it" }).click();
    await expect(page.getByText(`“${wish}” Line on connection at 7`)).toBeVisible();
    await expect(page.getByRole("link", { name: "Goals to look at together" })).toBeVisible();
  });

  await test.step("in the portal: the words and the note that were chosen, and nothing of the others", async () => {
    const phone = await context.newPage();
    await phone.goto("/portal/path");
    await expect(phone.getByText(wish)).toBeVisible();
    await phone.locator("summary", { hasText: "What happened in these weeks" }).click();
    await expect(phone.getByText(shown)).toBeVisible();
    await expectAccessible(phone);
    await picture(phone, "own-goals");
    const body = await (await phone.request.get("/portal/path")).text();
    for (const words of [hidden, "Easier by phone", "Goal line", "goal line"]) expect(body).not.toContain(words);
    await phone.close();
  });

  await test.step("in a report where it was chosen, and in the file of the record", async () => {
    await page.goto(`/clients/${client.clientId}/report`);
    await expect(page.getByLabel("Goals, in the client’s words")).not.toBeChecked();
    for (const part of ["Five dimensions, now and wished", "Gap over time", "Assessments"])
      await page.getByLabel(part).uncheck();
    await page.getByLabel("Goals, in the client’s words").check();
    await page.getByRole("button", { name: "Prepare", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Sign", exact: true })).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "Goals, in the client’s words" })).toBeVisible();
    await picture(page, "report-with-goal");
    await page.getByRole("button", { name: "Sign and keep" }).click();
    await expect(page.getByRole("link", { name: "Open the signed report" })).toBeVisible();

    await pool.query("update account set password_hash = $2 where id = $1", [
      practice.therapist.accountId,
      await hashPassword(goodPassword),
    ]);
    await page.goto(`/clients/${client.clientId}/record/take-out`);
    await page.getByLabel(/^Health record/).check();
    await page.getByLabel("Goals, in the client’s words").check();
    await page.getByLabel("Your password").fill(goodPassword);
    await page.getByRole("button", { name: "Make the file" }).click();
    const file = page.waitForEvent("download");
    await page.getByRole("link", { name: /^Health record/ }).click();
    const files = await unzipped(readFileSync((await (await file).path()) ?? ""));
    const kinds: string[] = JSON.parse(files.get("record.fhir.json") ?? "{}").entry.map(
      ({ resource }: { resource: { resourceType: string } }) => resource.resourceType,
    );
    expect(kinds).toContain("Goal");
    expect(kinds).toContain("Appointment");
  });
  await page.goto(goals);
  await expect(page.getByText(hidden).first()).toBeVisible();
  for (const one of [context, desk]) await one.close();
  await pool.end();
});

test("research data of a small practice are refused by the worker, with the reason, and nobody is named", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { context, practice } = await mintSignedInClient(pool, browser, serverUrl);
  await pool.query("update account set password_hash = $2 where id = $1", [
    practice.owner.accountId,
    await hashPassword(goodPassword),
  ]);
  const { context: desk, page } = await staffPage(pool, browser, serverUrl, practice.owner, "Ruth Vale");
  await page.goto("/settings/figures");
  await expect(page.getByRole("heading", { name: "What was done" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "figures");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "Research data of the practice" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("table", { name: "Assessments that were due" })).toBeVisible();
  await picture(page, "figures-print");
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Research data of the practice" }).click();
  await page.getByLabel("What it is for, and who allows it").fill("A study of ours, allowed in Leeds.");
  await page.getByLabel("Your password").fill(goodPassword);
  await expectAccessible(page);
  await picture(page, "research");
  await page.getByRole("button", { name: "Ask for the file" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await picture(page, "research-waits");
  await expect(page.getByText("No file was made.")).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/^Fewer than 5 people would be in it/)).toBeVisible();
  for (const one of [context, desk]) await one.close();
  await pool.end();
});

test("the sheet before a session is one page of A4, however much there was", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const { first } = await practice.enrolCouple(["Petra Much", "Paul Much"], "sheet@goals-journey.example");
  const { actor } = first;
  await practice.agree(actor, daysAgo(12));
  const words = "So much happened in these days that it does not fit on a small line any more. ".repeat(24).trim();
  for (let ago = 10; ago >= 1; ago--)
    await practice.as(
      actor,
      (scope) =>
        saveConnectionCheck(scope, connectionCheckForm.parse({ id: crypto.randomUUID(), score: "5", note: words })),
      daysAgo(ago),
    );
  for (let i = 0; i < 8; i++)
    await practice.as(practice.owner, (scope) =>
      setGoal(
        scope,
        setGoalForm.parse({
          ...{
            id: crypto.randomUUID(),
            clientId: actor.clientId,
            words: `${words.slice(0, 280)} ${i}`,
            measure: "none",
          },
          ...{ line: "", agreedWith: "client", agreedHow: "session", agreedOn: daysAgo(3).toISOString().slice(0, 10) },
        }),
      ),
    );
  const id = crypto.randomUUID();
  await practice.as(practice.owner, (scope) =>
    bookAppointment(
      scope,
      bookForm.parse({
        ...{ id, with: `client.${actor.clientId}`, time: "14:00", minutes: "50", place: "Room 2", again: "yes" },
        date: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      }),
    ),
  );
  const { context, page } = await ownerIn(browser, practice, serverUrl);
  await page.goto(`/sessions/${id}`);
  await expect(page.getByText("So much happened").first()).toBeVisible();
  await expect(page.getByText(/^And \d+ more\.$/).first()).toBeVisible();
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })) }).promise;
  const sheet = await (await pdf.getPage(1)).getTextContent();
  const text = sheet.items.map((item) => ("str" in item ? item.str : "")).join(" ");
  expect(pdf.numPages).toBe(1);
  expect(text).not.toContain("Petra");
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(760);
  await context.close();
  await practice.close();
});
